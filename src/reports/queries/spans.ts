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

/** Those that the database knows; tenure follows from the day of joining (`reports/tenure.ts`). */
export type KeptKind = Exclude<KeyKind, 'tenure'>

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

/**
 * Where people who moved were from when to when in the period: before each move that is known, and (with nulls for where)
 * since the last one. The spans of a person fill the period.
 */
export function movesIn({ fromOn, toOn, asOf }: Reach): SQL {
  const known = asOf ? sql`and until <= ${asOf.toISOString()}::timestamptz` : sql``
  // States that ended in the period or behind it, with the day on which they did: who moved later was elsewhere then.
  const turns = sql`(
    select row_id as id, facts, until::date as to_on, place from past_rows
    where kind = 'employees' and until >= ${fromOn}::date ${known}) as turn`
  return sql`(
    select * from (
      select id, (facts ->> 'team_id')::uuid as team_id, (facts ->> 'level')::level as level, facts ->> 'country' as country,
        coalesce(lag(to_on) over (partition by id order by place), ${fromOn}::date) as from_on, least(to_on, ${toOn}::date) as to_on
      from ${turns}
      union all
      select id, null, null, null, max(to_on), ${toOn}::date from ${turns} group by id
    ) as move where from_on < to_on)`
}
