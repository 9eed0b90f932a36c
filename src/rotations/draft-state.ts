import { differenceInSeconds } from 'date-fns'

/** Every state of a draft, derived from its facts and never stored. */
export const DRAFT_STATES = ['planning', 'failed', 'open', 'published', 'discarded'] as const
export type DraftState = (typeof DRAFT_STATES)[number]

/** Seconds without a sign of life after which the planner counts as gone, for example with its process. */
export const SILENT_SECONDS = 60

interface DraftFacts {
  publicationId: string | null
  discardedAt: Date | null
  failure: string | null
  score: object | null
  heardAt: Date | null
}

export function stateOf(
  now: Date,
  { publicationId, discardedAt, failure, score, heardAt }: DraftFacts
): DraftState {
  if (publicationId) return 'published'
  if (discardedAt) return 'discarded'
  if (score) return 'open'
  const isSilent = heardAt === null || differenceInSeconds(now, heardAt) > SILENT_SECONDS
  return failure !== null || isSilent ? 'failed' : 'planning'
}
