import type { World } from './world.ts'

/** What came of an operation that the model cannot know: ids, and what a planner chose. */
export interface Outcome {
  /** Of the swap, absence or publication that was made. */
  id?: string
  /** Seats written for it, by shift and person. */
  made: { id: string; shiftId: string; who: string; from: number; to: number }[]
  /** Seats that a publication took. */
  taken: string[]
}

/** `ok`, or the code of a refusal with the rules it names. What happens then gives the notices owed. */
export interface Verdict {
  answer: string
  happens?: (world: World, outcome: Outcome) => string[]
}

export const refused = (code: string, rules: readonly string[] = []): Verdict => ({
  answer: [code, ...rules].join(' ')
})

/** The world is not what the outcome says: no order of this kind explains what was seen. */
export class NotExplained extends Error {}

/** The seat as it was written; another one than the model expects explains nothing. */
export function madeSeat(
  { made }: Outcome,
  wanted: { shiftId: string; who: string; from: number; to: number }
) {
  const seat = made.find(({ shiftId, who }) => shiftId === wanted.shiftId && who === wanted.who)
  if (!seat || seat.from !== wanted.from || seat.to !== wanted.to) throw new NotExplained()
  return seat
}
