import { type SQL, sql } from 'drizzle-orm'
import type { Queryable } from '../../../db/client.ts'
import type { EffectiveQuota } from '../../engine/ledger/quota-in-force.ts'
import { type AsOf, happenedBy, notBy, rowsAsOf } from './as-of.ts'
import { COLUMN, type KeyKind, person, type Reach } from './spans.ts'

/** People who owe alike: all that decides what each of them owes on the days of the span. */
export interface DueFacts {
  /** The group; '' where there are none. */
  key: string
  /** Whose quotas count: a team's or person's id where it has quotas of its own, or ''. */
  reach: string
  fte: number
  /** The first and last day of employment, as far as they lie in the period. */
  first: string
  last: string | null
  /** Long absences and exemptions as `FROM/TO,…`, the former with both days. */
  away: string | null
  exempt: string | null
  spanFrom: string
  spanTo: string
  people: number
}

/** Long absences that differ from the kept ones: of those people only these count. */
export interface Replaced {
  employeeIds: string[]
  away: { employeeId: string; fromOn: string; toOn: string }[]
}

export const longAbsencesWith = (
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
export const exemptAsOf = ({ fromOn, toOn, asOf }: { fromOn: string; toOn: string; asOf: AsOf }): SQL => sql`(
  select employee_id, from_on, to_on from ${rowsAsOf('exemptions', 'asked_at', asOf)} as granted
  where ${happenedBy('granted_at', asOf)} and ${notBy('withdrawn_at', asOf)}
    and from_on < ${toOn}::date and to_on > ${fromOn}::date)`

const days = sql.raw(`string_agg(from_on || '/' || to_on, ',' order by from_on)`)

/** Whoever was employed on a day of the period, counted by what they owe. */
export async function countDueFacts(
  db: Queryable,
  reach: Reach,
  { kind, replaced }: { kind: KeyKind | null; replaced: Replaced }
): Promise<DueFacts[]> {
  const { fromOn, toOn, asOf } = reach
  const key = kind ? sql`span.key` : sql`null`
  // Texts are made of the groups, not of the people.
  const { rows } = await db.execute<DueFacts & Record<string, unknown>>(sql`
    with quota as materialized (select team_id, employee_id from ${rowsAsOf('quotas', 'created_at', asOf)} as known
      where from_on < ${toOn}::date and (to_on is null or to_on > ${fromOn}::date)),
    away as materialized (select employee_id, ${days} as days from ${longAbsencesWith(replaced, reach)} as long group by employee_id),
    exempt as materialized (select employee_id, ${days} as days from ${exemptAsOf(reach)} as granted group by employee_id),
    alike as (
      select ${key} as key, coalesce(own.of, ofteam.of) as reach, span.fte_percent as fte,
        greatest(span.joined_on, ${fromOn}::date) as first, case when span.last_on < ${toOn}::date then span.last_on end as last,
        away.days as away, exempt.days as exempt, span.from_on, span.to_on, count(*)::int as people
      from ${kind ? sql`(select span.*, ${COLUMN[kind]} as key from report_span as span)` : sql`(select *, ${fromOn}::date as from_on, ${toOn}::date as to_on from ${person(reach)} as known)`} as span
      left join away on away.employee_id = span.id
      left join exempt on exempt.employee_id = span.id
      left join (select distinct employee_id as of from quota) as own on own.of = span.id
      left join (select distinct team_id as of from quota) as ofteam on ofteam.of = span.home_id
      where span.joined_on < ${toOn}::date and (span.last_on is null or span.last_on >= ${fromOn}::date)
      group by 1, 2, 3, 4, 5, 6, 7, 8, 9)
    select coalesce(key::text, '') as key, coalesce(reach::text, '') as reach, fte, first::text, last::text, away, exempt,
      from_on::text as "spanFrom", to_on::text as "spanTo", people from alike`)
  return rows
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
