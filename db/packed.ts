import { type SQL, sql } from 'drizzle-orm'

/** Whole numbers of a row, none of them null: `ints` of four bytes, `shorts` of two. */
export interface Columns {
  ints: readonly SQL[]
  shorts?: readonly SQL[]
}

/** Numbers side by side in one word: sending each by itself takes the database twice as long. */
function word(numbers: readonly SQL[], bits: number): SQL {
  const mask = sql.raw(String(2 ** bits - 1))
  const parts = numbers.map(
    (number, at) => sql`((${number}::int8 & ${mask}) << ${sql.raw(String(64 - bits * (at + 1)))})`
  )
  return sql`int8send(${sql.join(parts, sql` | `)})`
}

function words(numbers: readonly SQL[], bits: number): SQL[] {
  const each = 64 / bits
  return Array.from({ length: Math.ceil(numbers.length / each) }, (_, at) =>
    word(numbers.slice(at * each, (at + 1) * each), bits)
  )
}

/** A person's id, or several, and numbers as bytes. Read by `reports/queries/packed.ts`. */
export function packed(ids: SQL | readonly SQL[], { ints, shorts = [] }: Columns): SQL {
  const first = [ids].flat().map((id) => sql`uuid_send(${id})`)
  return sql.join([...first, ...words(ints, 32), ...words(shorts, 16)], sql` || `)
}

/** A day as the number of days since 1970, as `engine/time/day-number.ts` counts them. */
export const dayOf = (day: SQL): SQL => sql`(${day} - '1970-01-01'::date)`
