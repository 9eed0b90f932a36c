import type { readDraftFairness } from '../../../rotations/read-draft-fairness.ts'
import type { readDraft, readDraftChanges } from '../../../rotations/read-drafts.ts'

export type Draft = Awaited<ReturnType<typeof readDraft>>
export type DraftShift = Draft['shifts'][number]
export type DraftFairness = Awaited<ReturnType<typeof readDraftFairness>>
export type PersonChange = Awaited<ReturnType<typeof readDraftChanges>>['people'][number]

/** Everything the page of a planned draft shows, as facts. */
export interface DraftView {
  draft: Draft
  fairness: DraftFairness
  changes: readonly PersonChange[]
  /** Leaders whose absence from the draft would keep it from being published. */
  leaders: readonly { employeeId: string; name: string }[]
  /** The Monday of the week shown, and of all that have shifts. */
  weekOn: string
  weeks: readonly string[]
  mayChange: boolean
}
