import type { ThemeMove } from '../../engine/insight/theme-moves.ts'
import type { WeeklyDigest } from '../../engine/insight/weekly-digest.ts'

/** What a digest row holds: ids and counts. Titles and words are read when it is shown, as they are then. */
export interface DigestFacts {
  weekly: WeeklyDigest & { learningIds: string[] }
  monthly: { themeIds: string[]; waiting: number }
  reporter: { moves: ThemeMove[] }
}
