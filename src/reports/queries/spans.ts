import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '../../../db/client.ts'
import type { Period } from '../../lib/period.ts'
import { type AsOf, rowsAsOf } from './as-of.ts'

/** What people are grouped by, as a column of `span`. */
export const KINDS = ['team', 'site', 'level', 'tenure'] as const
export type Kind = (typeof KINDS)[number]

export interface Reach extends Period {
  asOf: AsOf
  /** Only people who are in these teams as of the moment; everybody otherwise. */
  teamIds?: readonly string[] | undefined
  /** Only these people. */
  employeeIds?: readonly string[]
  /** Where people were when, and not where they are: so that a move does not take what was before it along. */
  byTurns: boolean
  /** Whether spans are cut where a person's tenure comes into the next band. */
  byTenure: boolean
}

/** Groups of people, or each person by themselves. */
export type KeyKind = Kind | 'person'

export const COLUMN: Record<KeyKind, SQL> = {
  person: sql`span.id::text`,
  team: sql`span.team_id::text`,
  site: sql`span.country`,
  level: sql`span.level::text`,
  tenure: sql`span.tenure::text`
}

/** What `layOutPeople` laid out, for the queries of the report. */
export const PEOPLE = sql`person as not materialized (select * from report_person),
  span as not materialized (select * from report_span)`

/**
 * Lays out the people of a report in tables of the transaction, with statistics: a report asks five questions about them,
 * and without knowing how many there are the database would answer each in minutes. `report_person`: everybody in reach,
 * as of the moment, with the last day that counts. `report_span`: where they were from when to when in the period; the
 * spans of a person fill it.
 */
export async function layOutPeople(tx: Tx, reach: Reach): Promise<void> {
  const { fromOn, toOn, asOf, teamIds, employeeIds, byTurns, byTenure } = reach
  const isOne = (column: string, ids: readonly string[] | undefined) =>
    ids ? sql`and ${sql.raw(column)} = any(${sql.param([...ids])}::uuid[])` : sql``
  await tx.execute(sql`drop table if exists report_person, report_span`)
  await tx.execute(sql`
    create temporary table report_person on commit drop as
    select id, team_id, level, country, fte_percent, joined_on, time_zone,
      dense_rank() over (order by time_zone)::int as zone,
      least(leaves_on, (deactivated_at at time zone time_zone)::date) as last_on
    from ${rowsAsOf('employees', 'created_at', asOf)} as known
    where true ${isOne('team_id', teamIds)} ${isOne('id', employeeIds)}`)
  const turns = byTurns
    ? turnsOf(reach)
    : sql`select null::uuid as id, null::jsonb as facts, null::date as to_on where false`
  await tx.execute(sql`
    create temporary table report_span on commit drop as
    with person as not materialized (select * from report_person), turn as (${turns}),
    place as (
      select person.id, person.team_id, person.level, person.country, coalesce(latest.to_on, ${fromOn}::date) as from_on,
        ${toOn}::date as to_on, person.joined_on
      from person left join (select id, max(to_on) as to_on from turn group by id) as latest on latest.id = person.id
      ${byTurns ? earlierPlaces(reach) : sql``}
    )
    ${byTenure ? cutByTenure() : UNCUT}`)
  await tx.execute(sql`analyze report_person (id), report_span (id)`)
}

const UNCUT = sql`select id, team_id, level, country, 0 as tenure, from_on, to_on from place where from_on < to_on`

/** States that ended in the period or behind it, with the day on which they did: who moved later was elsewhere then. */
function turnsOf({ fromOn, asOf }: Reach): SQL {
  const known = asOf ? sql`and until <= ${asOf.toISOString()}::timestamptz` : sql``
  return sql`
    select row_id as id, facts, until::date as to_on, place from past_rows
    where kind = 'employees' and until >= ${fromOn}::date ${known}`
}

function earlierPlaces({ fromOn, toOn }: Reach): SQL {
  return sql`union all
    select turn.id, (turn.facts ->> 'team_id')::uuid, (turn.facts ->> 'level')::level, turn.facts ->> 'country',
      coalesce(lag(turn.to_on) over (partition by turn.id order by turn.place), ${fromOn}::date), least(turn.to_on, ${toOn}::date),
      person.joined_on
    from turn join person on person.id = turn.id`
}

/** Years with the company at which a band begins. */
export const TENURE_YEARS = [0, 1, 3, 5, 10] as const

const BANDS = sql.raw(
  TENURE_YEARS.map((years, at) => `(${years}, ${TENURE_YEARS[at + 1] ?? 200})`).join(', ')
)

/** Whoever has not joined yet counts with those under a year: what is booked for them must be somewhere. */
function cutByTenure(): SQL {
  return sql`
    select id, team_id, level, country, since as tenure, greatest(from_on, begins_on) as from_on, least(to_on, ends_on) as to_on
    from (
      select place.*, band.since,
        case when band.since = 0 then '-infinity'::date else (joined_on + make_interval(years => band.since))::date end as begins_on,
        (joined_on + make_interval(years => band.before))::date as ends_on
      from place cross join (values ${BANDS}) as band (since, before)
    ) as cut
    where greatest(from_on, begins_on) < least(to_on, ends_on)`
}
