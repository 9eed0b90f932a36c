/** How far an exemption has come. */
export type ExemptionState = 'asked' | 'granted' | 'refused' | 'withdrawn'

/** The instants that decide it; null where it has not happened. */
export type ExemptionInstants = { grantedAt: Date | null; refusedAt: Date | null; withdrawnAt: Date | null }

/**
 * Derives the state of an exemption. Withdrawn comes before granted: what was given back no longer counts.
 *
 * @example
 * exemptionState({ grantedAt: new Date('2027-03-01T09:00Z'), refusedAt: null, withdrawnAt: null })
 * //=> 'granted'
 */
export function exemptionState({ grantedAt, refusedAt, withdrawnAt }: ExemptionInstants): ExemptionState {
  if (withdrawnAt) return 'withdrawn'
  if (refusedAt) return 'refused'
  return grantedAt ? 'granted' : 'asked'
}
