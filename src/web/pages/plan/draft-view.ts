import type { readDraftOutlook } from '../../../rotations/read-draft-fairness.ts'
import type { readDraft, readDraftChanges } from '../../../rotations/read-drafts.ts'

export type Draft = Awaited<ReturnType<typeof readDraft>>
export type DraftShift = Draft['shifts'][number]
export type DraftOutlook = Awaited<ReturnType<typeof readDraftOutlook>>
export type DraftFairness = DraftOutlook['fairness']
export type PersonChange = Awaited<ReturnType<typeof readDraftChanges>>['people'][number]

/** Everything the page of a draft shows, as facts. */
export interface DraftView {
  draft: Draft
  /** How it looked when that was last reckoned, and the leaders for whose sake it would have been refused; null while it is not planned. */
  outlook: DraftOutlook | null
  changes: readonly PersonChange[]
  /** The Monday of the week shown, and of all that have shifts. */
  weekOn: string
  weeks: readonly string[]
  mayChange: boolean
}

/** The same of a planned one. */
export type PlannedView = Omit<DraftView, 'outlook'> & DraftOutlook
