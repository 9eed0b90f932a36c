import type { LearningType, Locale } from '../../../src/words.ts'

/** One way a support guest told of a problem, in their own words and language. Each is used at most once. */
export interface Telling {
  readonly lang?: Locale
  readonly type?: LearningType
  readonly tried: string
  readonly obstacle: string
  readonly words?: string
  readonly did?: string
  /** Minutes the customer or we lost on it. */
  readonly minutes?: number
}

/** How often a theme is heard over the year: weights by month (1-12) and by how much of the year has passed (0-1). */
export type Rhythm = (month: number, elapsed: number) => number

/** What many customers stumble over, told by many guests. The seed knows which tellings belong together; people do not. */
export interface Theme {
  readonly key: string
  readonly type: LearningType
  readonly rhythm: Rhythm
  /** Which rotation hears it most; absent: both. */
  readonly heardIn?: 'nordic' | 'atlantic'
  readonly tellings: readonly Telling[]
}

export const allYear: Rhythm = () => 1
export const growing: Rhythm = (_, elapsed) => 0.05 + elapsed ** 3 * 4
export const fading: Rhythm = (_, elapsed) => 0.05 + (1 - elapsed) ** 2 * 3
export const winter: Rhythm = (month) => (month >= 11 || month <= 3 ? 1 : 0.08)
export const summer: Rhythm = (month) => (month >= 5 && month <= 8 ? 1 : 0)
export const autumn: Rhythm = (month) => (month >= 9 && month <= 11 ? 1 : 0.1)
export const clockChange: Rhythm = (month) => (month === 11 || month === 4 ? 1 : 0)
/** Heard for the first time some seven weeks ago, and ever since. */
export const sinceSevenWeeks: Rhythm = (_, elapsed) => (elapsed > 1 - 48 / 365 ? 1 : 0)
