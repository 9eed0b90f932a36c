import { type SQL, sql } from 'drizzle-orm'
import type { Queryable } from '../../../db/client.ts'
import { dayOf, packed } from '../../../db/packed.ts'
import type { EffectiveQuota } from '../../engine/ledger/quota-in-force.ts'
import { type AsOf, happenedBy, notBy, rowsAsOf } from './as-of.ts'
import { packedRows } from './packed.ts'
import type { Reach } from './spans.ts'

/** Long absences that differ from the kept ones: of those people only these count. */
export interface Replaced {
  employeeIds: string[]
  away: { employeeId: string; fromOn: string; toOn: string }[]
}

const longAbsencesWith = (
  { employeeIds, away }: Replaced,
  { fromOn, toOn }: { fromOn: string; toOn: string }
): SQL => sql`(
  select employee_id, from_on, to_on from long_absences
    where from_on < ${toOn}::date and to_on >= ${fromOn}::date
      ${employeeIds.length > 0 ? sql`and employee_id <> all(${sql.param(employeeIds)}::uuid[])` : sql``}
  union all
  select * from unnest(${sql.param(away.map((one) => one.employeeId))}::uuid[],
    ${sql.param(away.map((one) => one.fromOn))}::date[], ${sql.param(away.map((one) => one.toOn))}::date[])
    as other (employee_id, from_on, to_on) where from_on < ${toOn}::date and to_on >= ${fromOn}::date)`

/** The same for exemptions: granted as of the moment. */
const exemptAsOf = ({ fromOn, toOn, asOf }: { fromOn: string; toOn: string; asOf: AsOf }): SQL => sql`(
  select employee_id, from_on, to_on from ${rowsAsOf('exemptions', 'asked_at', asOf)} as granted
  where ${happenedBy('granted_at', asOf)} and ${notBy('withdrawn_at', asOf)}
    and from_on < ${toOn}::date and to_on > ${fromOn}::date)`

/** Long absences and exemptions with a day in the period, packed: ids, each with both days. */
export function daysOff(reach: Reach, replaced: Replaced): { away: SQL; exempt: SQL } {
  const sent = packedRows(packed(sql`employee_id`, { ints: [dayOf(sql`from_on`), dayOf(sql`to_on`)] }))
  return {
    away: sql`select ${sent} from ${longAbsencesWith(replaced, reach)} as long`,
    exempt: sql`select ${sent} from ${exemptAsOf(reach)} as granted`
  }
}

/** Quotas with a day in the period, by whom they reach: a person's own reach is their team's and the organisation's too. */
export async function listQuotasAsOf(db: Queryable, { fromOn, toOn, asOf }: Reach) {
  const { rows } = await db.execute<
    EffectiveQuota & { teamId: string | null; employeeId: string | null; teamOf: string | null }
  >(sql`
    select quota.scope, quota.team_id as "teamId", quota.employee_id as "employeeId", quota.minutes,
      quota.per_weeks as "perWeeks", quota.from_on::text as "fromOn", quota.to_on::text as "toOn", holder.team_id as "teamOf"
    from ${rowsAsOf('quotas', 'created_at', asOf)} as quota
    left join ${rowsAsOf('employees', 'created_at', asOf)} as holder on holder.id = quota.employee_id
    where quota.from_on < ${toOn}::date and (quota.to_on is null or quota.to_on > ${fromOn}::date)`)
  return rows
}
