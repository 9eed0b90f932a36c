import { type SQL, sql } from 'drizzle-orm'
import type { Queryable } from '../../../db/client.ts'
import { copyRows } from '../../../db/copy-rows.ts'
import { dayOf, packed } from '../../../db/packed.ts'
import { DEED_INTS, DEED_SHORTS } from '../../../db/schema/person-days.ts'
import { rowsAsOf } from './as-of.ts'
import { factsOf, type Moment } from './day-facts.ts'
import { NO_DAY, packedRows } from './packed.ts'
import type { Reach } from './spans.ts'

/** The tracks that have columns of their own. */
export const TRACK_INTS = ['reviewed', 'help_pages', 'call_backs'] as const
/** What few days have. */
export const BOOK_INTS = ['day', 'waived', 'carried', 'carried_out', 'out_until'] as const

const HAS_BOOKS = sql`(day.waived <> 0 or day.carried <> 0 or day.out_until is not null)`

/** Lines packed: of each part what people did, by `DEED_INTS`, `TRACK_INTS` if wanted and `DEED_SHORTS`, and their books. */
export interface PackedLines {
  deeds: Buffer | null
  books: Buffer | null
  /** Days all over the period, and not of one piece of it; these come first, and the others by their days. */
  mixed: boolean
}

/**
 * What people did on the days [fromOn, toOn), one line or several for each day of a person; of a whole term that holds one
 * line, on its first day. Nothing is added up: most people have one line, and all of them are needed by themselves. Needs
 * `report_open_day` and `report_open_term`. One query, which brings one part of the period after the other.
 */
export function openLines(
  tx: Queryable,
  reach: Reach,
  { moment, withTracks }: { moment: Moment; withTracks: boolean }
): () => Promise<PackedLines | undefined> {
  const books = packed(sql`day.id`, { ints: BOOK_INTS.map(bookFrom) })
  const parts = partsOf(reach, { moment, withTracks }).map(
    ({ lines, mixed }) =>
      sql`select ${packedRows(sql`day.deeds`)} as deeds, ${packedRows(books, { where: HAS_BOOKS })} as books, ${mixed ? sql`''::bytea` : sql`null::bytea`} as mixed from (${lines}) as day`
  )
  // Planning what would find nothing takes longer than most reports.
  const facts = moment.hasOpenDays
    ? sql`with ${factsOf(moment, rowsAsOf('employees', 'created_at', moment.asOf))}`
    : sql``
  const rows = copyRows(tx, sql`${facts} ${sql.join(parts, sql` union all `)}`)
  return async () => {
    const row = await rows.next()
    if (!row) return undefined
    const [deeds = null, books = null, mixed] = row
    return { deeds, books, mixed: mixed !== null }
  }
}

function bookFrom(name: string): SQL {
  const column = sql.raw(`day.${name}`)
  if (name === 'day') return dayOf(column)
  return name === 'out_until' ? sql`coalesce(${dayOf(column)}, ${sql.raw(String(NO_DAY))})` : column
}

/** Nothing of a seat counts before its shift is over, but that somebody was asked. */
const AFTER_SHIFT: ReadonlySet<string> = new Set([
  'shifts',
  'odd_shifts',
  'odd_points',
  'learnings',
  'nothing_new'
])

/** A line: whose it is and of which day, what was done, packed, and the books. */
const lineOf = ({ id, day, deeds }: { id: SQL; day: SQL; deeds: SQL }): SQL =>
  sql`select ${id} as id, ${day} as day, ${deeds} as deeds, waived, carried, carried_out, out_until`

/** A year of which the sums do not hold is read by quarters, and such a quarter by days. */
function partsOf(
  { fromOn, toOn }: Reach,
  { moment, withTracks }: { moment: Moment; withTracks: boolean }
): { lines: SQL; mixed: boolean }[] {
  const { parts, overBy, hasOpenDays, hasOpenTerms, among } = moment
  const isAmong = among ? sql`and d.employee_id = any(${sql.param(among)}::uuid[])` : sql``
  const isNotOpen = hasOpenDays
    ? sql`and not exists (select from report_open_day as open where open.id = d.employee_id and open.day = d.on_day)`
    : sql``
  const isWhole = hasOpenTerms
    ? sql`and not exists (select from report_open_term as open where open.id = d.employee_id and open.from_on = d.from_on and open.to_on = d.to_on)`
    : sql``
  const id = sql`d.employee_id`
  const made = (from: Pick<Made, 'day' | 'number'>) => packedDeeds({ id, withTracks, ...from })
  const ofTerm = made({ day: sql`d.from_on`, number: (name) => sql.raw(`d.${name}`) })
  const ofDay = made({ day: sql`d.on_day`, number: (name) => overBefore(name, overBy) })
  const isNotOver = sql`d.first_over_at > ${overBy}::timestamptz`
  // Kept as they are asked for, unless by track, which few reports are.
  const deedsOfTerm = withTracks ? ofTerm : sql`d.deeds`
  const deedsOfDay = withTracks ? ofDay : sql`case when ${isNotOver} then ${ofDay} else d.deeds end`
  const days = sql`${lineOf({ id, day: sql`d.on_day`, deeds: deedsOfDay })} from person_days d`
  const terms = sql`${lineOf({ id, day: sql`d.from_on`, deeds: deedsOfTerm })} from person_terms d`
  const ofPieces = [
    ...parts.days.map(({ fromOn, toOn }) => ({
      fromOn,
      lines: sql`${days} where d.on_day >= ${fromOn}::date and d.on_day < ${toOn}::date ${isAmong} ${isNotOpen}`
    })),
    ...parts.terms.map(({ fromOn, toOn }) => ({
      fromOn,
      lines: sql`${terms} where d.from_on = ${fromOn}::date and d.to_on = ${toOn}::date ${isAmong} ${isWhole}`
    }))
  ].toSorted((a, b) => (a.fromOn < b.fromOn ? -1 : 1))
  const mixed: SQL[] = []
  if (hasOpenTerms) {
    mixed.push(
      sql`${terms} join report_open_term as year on year.id = d.employee_id and d.from_on >= year.from_on and d.to_on <= year.to_on and d.to_on - d.from_on < ${YEAR}
        where year.to_on - year.from_on >= ${YEAR} ${isWhole}`,
      sql`${days} join report_open_term as term on term.id = d.employee_id and d.on_day >= term.from_on and d.on_day < term.to_on and term.to_on - term.from_on < ${YEAR}
        where d.on_day >= ${fromOn}::date and d.on_day < ${toOn}::date ${isNotOpen}`
    )
  }
  if (hasOpenDays) {
    const of = { id: sql`id`, day: sql`day` }
    const deeds = packedDeeds({ ...of, withTracks, number: (name) => sql.raw(name) })
    mixed.push(sql`${lineOf({ ...of, deeds })} from fact`)
  }
  return [
    ...mixed.map((lines) => ({ lines, mixed: true })),
    ...ofPieces.map(({ lines }) => ({ lines, mixed: false }))
  ]
}

/** Days: no quarter has as many. */
const YEAR = sql.raw('360')

interface Made {
  id: SQL
  day: SQL
  number: (name: string) => SQL
  withTracks: boolean
}

/** What was done by `DEED_INTS`, `TRACK_INTS` if wanted, and `DEED_SHORTS`. */
function packedDeeds({ id, day, number, withTracks }: Made): SQL {
  const names = [...DEED_INTS, ...(withTracks ? TRACK_INTS : [])]
  const ints = names.map((name) => (name === 'day' ? dayOf(day) : number(name)))
  return packed(id, { ints, shorts: DEED_SHORTS.map(number) })
}

const overBefore = (name: string, overBy: string): SQL =>
  AFTER_SHIFT.has(name)
    ? sql`case when d.first_over_at > ${overBy}::timestamptz then 0 else d.${sql.raw(name)} end`
    : sql.raw(`d.${name}`)
