/** The instants of a delivery that decide how far it is; null: not yet. */
export interface DeliveryFacts {
  sentAt: Date | null
  skippedAt: Date | null
  failedAt: Date | null
  claimedUntil: Date | null
  lastError: string | null
}

export const DELIVERY_STATES = ['waiting', 'sending', 'retrying', 'sent', 'skipped', 'failed'] as const
export type DeliveryState = (typeof DELIVERY_STATES)[number]

/**
 * Derives how far a delivery is. Failed is a dead letter: nothing happens to it unless an administrator sends it again.
 *
 * @example
 * const fresh = { sentAt: null, skippedAt: null, failedAt: null, claimedUntil: null, lastError: null }
 * deliveryState(fresh, new Date('2027-03-01T12:00Z'))
 * //=> 'waiting'
 * deliveryState({ ...fresh, lastError: '451 try later' }, new Date('2027-03-01T12:00Z'))
 * //=> 'retrying'
 */
export function deliveryState(of: DeliveryFacts, now: Date): DeliveryState {
  if (of.sentAt) return 'sent'
  if (of.skippedAt) return 'skipped'
  if (of.failedAt) return 'failed'
  if (of.claimedUntil && of.claimedUntil > now) return 'sending'
  return of.lastError === null ? 'waiting' : 'retrying'
}
