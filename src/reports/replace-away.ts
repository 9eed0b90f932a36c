import type { Tx } from '../../db/client.ts'
import type { Interval } from '../engine/time/local.ts'
import { longDaysAway } from '../quotas/keep-long-absences.ts'
import { groupBy } from '../quotas/read-due.ts'
import type { AsOf } from './queries/as-of.ts'
import type { Replaced } from './queries/due-facts.ts'
import { listAwayDifferently, listLeaveAsOf } from './queries/stale.ts'

/** People whose kept long absences do not hold at the moment of the report, with those that did. */
export async function replaceAway(tx: Tx, asOf: AsOf): Promise<Replaced> {
  const employeeIds = await listAwayDifferently(tx, asOf)
  if (employeeIds.length === 0) return { employeeIds, away: [] }
  const leaves = groupBy(await listLeaveAsOf(tx, employeeIds, asOf), ({ employeeId }) => employeeId)
  const away = [...leaves].flatMap(([employeeId, rows]) => {
    const spans: Interval[] = rows.map(({ startsAt, endsAt }) => ({
      startsAt: new Date(startsAt),
      endsAt: new Date(endsAt)
    }))
    return longDaysAway(spans, rows[0]!).map((days) => ({ employeeId, ...days }))
  })
  return { employeeIds, away }
}
