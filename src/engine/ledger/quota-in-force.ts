import type { LocalDate } from '../time/local.ts'

/**
 * A quota that concerns one person: minutes due per so many weeks, on the days [fromOn, toOn), or for good
 * when `toOn` is null. The scope tells who it was set for, not who it reaches.
 */
export type EffectiveQuota = {
  scope: 'organisation' | 'team' | 'person'
  minutes: number
  perWeeks: number
  fromOn: LocalDate
  toOn: LocalDate | null
}

const NEARNESS = { organisation: 0, team: 1, person: 2 }

/**
 * Picks the quota that counts on a day among those that concern a person: the person's own before the
 * team's, the team's before the organisation's, and of one scope the latest to begin.
 *
 * @example
 * const house = { scope: 'organisation', minutes: 240, perWeeks: 4, fromOn: '2026-01-01', toOn: null }
 * const team = { scope: 'team', minutes: 120, perWeeks: 4, fromOn: '2026-03-01', toOn: '2026-04-01' }
 * quotaInForce([house, team], '2026-03-31') === team
 * //=> true
 * quotaInForce([house, team], '2026-04-01') === house
 * //=> true
 */
export function quotaInForce(quotas: EffectiveQuota[], onDay: LocalDate): EffectiveQuota | undefined {
  return quotas
    .filter(({ fromOn, toOn }) => fromOn <= onDay && (toOn === null || onDay < toOn))
    .reduce<EffectiveQuota | undefined>(
      (best, quota) => (best && !precedes(quota, best) ? best : quota),
      undefined
    )
}

function precedes(quota: EffectiveQuota, other: EffectiveQuota): boolean {
  const nearer = NEARNESS[quota.scope] - NEARNESS[other.scope]
  return nearer > 0 || (nearer === 0 && quota.fromOn > other.fromOn)
}
