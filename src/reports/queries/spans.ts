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
  person: sql`id`,
  team: sql`team_id`,
  site: sql`country`,
  level: sql`level`
}

/** Whether somebody may be left out: leads see their people, and people themselves. */
export const isLimited = ({ teamIds, employeeIds }: Pick<Reach, 'teamIds' | 'employeeIds'>): boolean =>
  teamIds !== undefined || employeeIds !== undefined

/** Everybody in reach as they are as of the moment; `last_on` is the last day that counts. */
export function peopleIn({ asOf, teamIds, employeeIds }: Reach): SQL {
  const isOne = (column: string, ids: readonly string[] | undefined) =>
    ids ? sql`and ${sql.raw(column)} = any(${sql.param([...ids])}::uuid[])` : sql``
  return sql`(
    select id, team_id, level, country, fte_percent, joined_on,
      least(leaves_on, (deactivated_at at time zone time_zone)::date) as last_on
    from ${rowsAsOf('employees', 'created_at', asOf)} as known
    where true ${isOne('team_id', teamIds)} ${isOne('id', employeeIds)})`
}

/** Those who were in one place all the time: most people. */
export const stayersIn = (reach: Reach): SQL =>
  reach.byTurns
    ? sql`(select * from ${peopleIn(reach)} as known where id not in (select id from (${turnsOf(reach)}) as turn))`
    : peopleIn(reach)

/**
 * Where the others were from when to when in the period: before each move that is known, and since the last one. The spans
 * of a person fill the period.
 */
export function movesIn(reach: Reach): SQL {
  const { fromOn, toOn, asOf } = reach
  // By key: it is not foreseen how few they are. What was then is in no order and is read through once.
  const isMover = asOf ? sql`true` : sql`known.id = any (array(select id from (${turnsOf(reach)}) as turn))`
  return sql`(
    select known.id, coalesce(move.team_id, known.team_id) as team_id, coalesce(move.level, known.level) as level,
      coalesce(move.country, known.country) as country, fte_percent, joined_on, last_on, from_on, to_on
    from ${peopleIn(reach)} as known join (
      select id, (facts ->> 'team_id')::uuid as team_id, (facts ->> 'level')::level as level, facts ->> 'country' as country,
        coalesce(lag(to_on) over (partition by id order by place), ${fromOn}::date) as from_on, least(to_on, ${toOn}::date) as to_on
      from (${turnsOf(reach)}) as turn
      union all
      select id, null, null, null, max(to_on), ${toOn}::date from (${turnsOf(reach)}) as turn group by id
    ) as move on move.id = known.id where from_on < to_on and ${isMover})`
}

/** States that ended in the period or behind it, with the day on which they did: who moved later was elsewhere then. */
function turnsOf({ fromOn, asOf }: Reach): SQL {
  const known = asOf ? sql`and until <= ${asOf.toISOString()}::timestamptz` : sql``
  return sql`
    select row_id as id, facts, until::date as to_on, place from past_rows
    where kind = 'employees' and until >= ${fromOn}::date ${known}`
}
