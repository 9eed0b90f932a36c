import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '../../../db/client.ts'
import type { Period } from '../../lib/period.ts'
import { COUNTED } from './day-facts.ts'
import { movesIn, type Reach } from './spans.ts'

/** The terms around a day: its calendar quarter and its calendar year. */
const termsAround = (day: SQL): SQL => sql`(
  values (date_trunc('quarter', ${day})::date, (date_trunc('quarter', ${day}) + interval '3 months')::date),
    (date_trunc('year', ${day})::date, (date_trunc('year', ${day}) + interval '1 year')::date))`

/**
 * What went out of the books by the end of the term counts in every period that has the term; what did later keeps its
 * day. Where that are several, no sum can tell: such a term never holds.
 */
const isLate = sql`d.out_until >= term.to_on`

const SUMS = COUNTED.map((name) => {
  if (name === 'carried')
    return sql`sum(d.carried + case when ${isLate} or d.out_until is null then 0 else d.carried_out end)`
  if (name === 'carried_out') return sql`sum(case when ${isLate} then d.carried_out else 0 end)`
  return sql`sum(${sql.raw(`d.${name}`)})`
})

/** Adds the terms of the open days up anew, from the days. */
export async function replacePersonTerms(tx: Tx): Promise<void> {
  await tx.execute(sql`drop table if exists report_touched`)
  await tx.execute(sql`
    create temporary table report_touched on commit drop as
    select distinct open.id, term.from_on, term.to_on from report_open_day as open cross join lateral ${termsAround(sql`open.day`)} as term (from_on, to_on)`)
  await tx.execute(sql`analyze report_touched`)
  await tx.execute(sql`delete from person_terms using report_touched as term
    where person_terms.employee_id = term.id and person_terms.from_on = term.from_on and person_terms.to_on = term.to_on`)
  await tx.execute(sql`
    insert into person_terms (employee_id, from_on, to_on, first_over_at, last_over_at, changed_at, ${sql.raw(COUNTED.join(', '))}, tracks, out_until)
    select term.id, term.from_on, term.to_on, min(d.first_over_at), max(d.last_over_at),
      case when count(distinct d.out_until) filter (where ${isLate}) > 1 then 'infinity' else max(d.changed_at) end,
      ${sql.join(SUMS, sql`, `)}, bit_or(d.tracks), max(d.out_until) filter (where ${isLate})
    from report_touched as term
    join person_days d on d.employee_id = term.id and d.on_day >= term.from_on and d.on_day < term.to_on
    group by term.id, term.from_on, term.to_on order by term.from_on, term.to_on`)
}

/** A list of periods as rows of two dates. */
export const periodRows = (periods: readonly Period[]): SQL =>
  sql`unnest(${sql.param(periods.map(({ fromOn }) => fromOn))}::date[], ${sql.param(periods.map(({ toOn }) => toOn))}::date[])`

/**
 * Lays out as `report_open_term` the terms of people of which the sums do not hold at the moment: with an open day, with a
 * shift that is not over, changed since, or one within which the person went from one place to another. Of these what
 * is shorter is read: quarters, and the days of the quarters that are open too. Needs `report_open_day`. Returns whether
 * there are any.
 */
export async function layOutOpenTerms(
  tx: Tx,
  reach: Reach,
  { terms, overBy }: { terms: readonly Period[]; overBy: string }
): Promise<boolean> {
  const { asOf, byTurns } = reach
  const since = asOf && sql`${asOf.toISOString()}::timestamptz`
  await tx.execute(sql`drop table if exists report_open_term`)
  const { rowCount } = await tx.execute(sql`
    create temporary table report_open_term on commit drop as
    with term as (select from_on, to_on from ${periodRows(terms)} as term (from_on, to_on))
    select open.id, term.from_on, term.to_on from report_open_day as open join term on open.day >= term.from_on and open.day < term.to_on
    union select t.employee_id, t.from_on, t.to_on from person_terms t
      where t.changed_at > ${since ?? sql`'2999-01-01'::timestamptz`} and (t.from_on, t.to_on) in (select from_on, to_on from term)
    union select t.employee_id, t.from_on, t.to_on from term join person_terms t
      on t.from_on = term.from_on and t.to_on = term.to_on and t.last_over_at > ${overBy}::timestamptz
    ${
      byTurns
        ? sql`union select move.id, term.from_on, term.to_on from ${movesIn(reach)} as move
            join term on move.from_on > term.from_on and move.from_on < term.to_on`
        : sql``
    }`)
  await tx.execute(sql`analyze report_open_term`)
  return (rowCount ?? 0) > 0
}
