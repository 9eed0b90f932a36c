import type { Tx } from '../../db/client.ts'
import type { EffectiveQuota } from '../engine/ledger/quota-in-force.ts'
import { listQuotasAsOf } from './queries/due-facts.ts'
import type { Reach } from './queries/spans.ts'

/** The quotas of a report's period. */
export interface Quotas {
  /** Teams and people with quotas of their own. */
  teams: string[]
  people: string[]
  /** Those that concern whoever shares a reach: the organisation's, the team's, the person's own. */
  of: (reach: string) => EffectiveQuota[]
}

export async function readQuotas(tx: Tx, reach: Reach): Promise<Quotas> {
  const quotas = await listQuotasAsOf(tx, reach)
  const teamOf = new Map(quotas.map(({ employeeId, teamOf }) => [employeeId ?? '', teamOf]))
  const known = new Map<string, EffectiveQuota[]>()
  return {
    teams: unique(quotas.map(({ teamId }) => teamId)),
    people: unique(quotas.map(({ employeeId }) => employeeId)),
    of: (id) => {
      const team = teamOf.get(id) ?? id
      const concerns = ({ teamId, employeeId }: (typeof quotas)[number]) =>
        (employeeId === null && (teamId === null || teamId === team)) || employeeId === id
      const found = known.get(id) ?? quotas.filter(concerns)
      known.set(id, found)
      return found
    }
  }
}

const unique = (ids: readonly (string | null)[]): string[] => [
  ...new Set(ids.filter((id): id is string => id !== null))
]
