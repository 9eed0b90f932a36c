import type { Tx } from '../../db/client.ts'
import type { Interval } from '../engine/time/local.ts'
import { longDaysAway } from '../quotas/keep-long-absences.ts'
import { groupBy } from '../quotas/read-due.ts'
import type { AsOf } from './queries/as-of.ts'
import { listDaysOff, type PackedDays, type Replaced } from './queries/due-facts.ts'
import type { Reach } from './queries/spans.ts'
import { listAwayDifferently, listLeaveAsOf } from './queries/stale.ts'

/** The long absences and exemptions of the period, as of the moment of the report. */
export async function readDaysOff(tx: Tx, reach: Reach): Promise<PackedDays> {
  return listDaysOff(tx, reach, await replaceAway(tx, reach.asOf))
}

/** People whose kept long absences do not hold at the moment of the report, with those that did. */
async function replaceAway(tx: Tx, asOf: AsOf): Promise<Replaced> {
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
