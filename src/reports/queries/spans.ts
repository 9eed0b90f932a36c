import { type SQL, sql } from 'drizzle-orm'
import type { Period } from '../../lib/period.ts'
import { type AsOf, rowsAsOf } from './as-of.ts'

/** What people are grouped by. */
export const KINDS = ['team', 'site', 'level', 'tenure'] as const
export type Kind = (typeof KINDS)[number]

/** Whom a question is about, when, and as of which moment. */
export interface Reach extends Period {
  asOf: AsOf
  /** Only people who are in these teams as of the moment; everybody otherwise. */
  teamIds?: readonly string[] | undefined
  /** Only these people. */
  employeeIds?: readonly string[]
  /** Where people were when, and not where they are: so that a move does not take what was before it along. */
  byTurns: boolean
}

/** Groups of people, or each person by themselves. */
export type KeyKind = Kind | 'person'

/** Those of which the group is a column; tenure follows from the day of joining (`reports/tenure.ts`). */
export type KeptKind = Exclude<KeyKind, 'tenure'>

export const COLUMN: Record<KeptKind, SQL> = {
  person: sql`span.id`,
  team: sql`span.team_id`,
  site: sql`span.country`,
  level: sql`span.level`
}

/** Whether somebody may be left out: leads see their people, and people themselves. */
export const isLimited = ({ teamIds, employeeIds }: Pick<Reach, 'teamIds' | 'employeeIds'>): boolean =>
  teamIds !== undefined || employeeIds !== undefined

/**
 * Where everybody in reach was from when to when in the period, as of the moment; the spans of a person fill it, and each
 * says what else is known of the person: `home_id` is the team of the moment, `last_on` the last day that counts.
 */
export function spansOf(reach: Reach): SQL {
  const { fromOn, toOn, asOf, teamIds, employeeIds, byTurns } = reach
  const isOne = (column: string, ids: readonly string[] | undefined) =>
    ids ? sql`and ${sql.raw(column)} = any(${sql.param([...ids])}::uuid[])` : sql``
  return sql`(
    with known as not materialized (
      select id, team_id as home_id, team_id, level, country, fte_percent, joined_on,
        least(leaves_on, (deactivated_at at time zone time_zone)::date) as last_on
      from ${rowsAsOf('employees', 'created_at', asOf)} as known
      where true ${isOne('team_id', teamIds)} ${isOne('id', employeeIds)}),
    place as (${byTurns ? placesByTurns(reach) : sql`select known.*, ${fromOn}::date as from_on, ${toOn}::date as to_on from known`})
    select id, home_id, team_id, level, country, fte_percent, joined_on, last_on, from_on, to_on from place where from_on < to_on)`
}

/** Where people were before each move that is known, and since the last one. `known` stands once: it is much to find. */
function placesByTurns(reach: Reach): SQL {
  const { fromOn, toOn } = reach
  return sql`
    select known.id, home_id, coalesce(move.team_id, known.team_id) as team_id, coalesce(move.level, known.level) as level,
      coalesce(move.country, known.country) as country, fte_percent, joined_on, last_on,
      coalesce(move.from_on, ${fromOn}::date) as from_on, coalesce(move.to_on, ${toOn}::date) as to_on
    from known left join (
      select id, (facts ->> 'team_id')::uuid as team_id, (facts ->> 'level')::level as level, facts ->> 'country' as country,
        coalesce(lag(to_on) over (partition by id order by place), ${fromOn}::date) as from_on, least(to_on, ${toOn}::date) as to_on
      from (${turnsOf(reach)}) as turn
      union all
      select id, null, null, null, max(to_on), ${toOn}::date from (${turnsOf(reach)}) as turn group by id
    ) as move on move.id = known.id`
}

/** States that ended in the period or behind it, with the day on which they did: who moved later was elsewhere then. */
function turnsOf({ fromOn, asOf }: Reach): SQL {
  const known = asOf ? sql`and until <= ${asOf.toISOString()}::timestamptz` : sql``
  return sql`
    select row_id as id, facts, until::date as to_on, place from past_rows
    where kind = 'employees' and until >= ${fromOn}::date ${known}`
}
