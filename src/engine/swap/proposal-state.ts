/** The instants of a proposal that decide its state; null: not yet. Two consents carry it out, or three. */
export type ProposalFacts = {
  expiresAt: Date
  acceptedAt: Date | null
  carriedOutAt: Date | null
  refusedAt: Date | null
  withdrawnAt: Date | null
  closedAt: Date | null
  undoneAt: Date | null
  asks: readonly AskFacts[]
}

/** The same of one person asked. */
export type AskFacts = { declinedAt: Date | null; closedAt: Date | null }

export const PROPOSAL_STATES = [
  'proposed',
  'awaiting_approval',
  'accepted',
  'declined',
  'refused',
  'withdrawn',
  'expired',
  'undone',
  'closed'
] as const

export type ProposalState = (typeof PROPOSAL_STATES)[number]

/**
 * Derives what state a proposal is in. Accepted means that the seats have changed hands; refused is the lead's no,
 * declined that of everybody asked. It expires by itself at `expiresAt`, also while it waits for approval.
 *
 * @example
 * proposalState({ ...proposal, expiresAt: monday.startsAt }, monday.startsAt)
 * //=> 'expired'
 * proposalState({ ...proposal, acceptedAt: earlier, carriedOutAt: earlier }, monday.startsAt)
 * //=> 'accepted'
 */
export function proposalState(of: ProposalFacts, now: Date): ProposalState {
  if (of.undoneAt) return 'undone'
  if (of.carriedOutAt) return 'accepted'
  if (of.withdrawnAt) return 'withdrawn'
  if (of.refusedAt) return 'refused'
  if (of.closedAt) return 'closed'
  if (of.asks.every((ask) => !isOpenAsk(ask))) return 'declined'
  if (of.expiresAt <= now) return 'expired'
  return of.acceptedAt ? 'awaiting_approval' : 'proposed'
}

/**
 * Tells whether a person asked may still say yes, as far as their own answer goes.
 *
 * @example
 * isOpenAsk({ declinedAt: null, closedAt: null })
 * //=> true
 */
export function isOpenAsk({ declinedAt, closedAt }: AskFacts): boolean {
  return declinedAt === null && closedAt === null
}
