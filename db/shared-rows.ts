import { type SQLWrapper, sql } from 'drizzle-orm'

/** Who of a shift holds which seat of it, where many rows are alike but for that: read together, they are one row. */
export const seatsShared = (employeeId: SQLWrapper, assignmentId: SQLWrapper) =>
  sql<string>`string_agg(${employeeId}::text || ' ' || ${assignmentId}::text, ' ')`.mapWith((text: string) =>
    text.split(' ')
  )

interface Held {
  employeeId: string
  startsAt: Date
}

/** A row for each seat again, by start and then by person. `pairs` are people and their seats in turn. */
export function eachSeat<Row extends { pairs: string[]; startsAt: Date }, Seat extends Held>(
  rows: readonly Row[],
  seatOf: (row: Row, employeeId: string, assignmentId: string) => Seat
): Seat[] {
  const seats: Seat[] = []
  for (const row of rows)
    for (let at = 0; at < row.pairs.length; at += 2)
      seats.push(seatOf(row, row.pairs[at]!, row.pairs[at + 1]!))
  return seats.sort(
    (a, b) => a.startsAt.getTime() - b.startsAt.getTime() || (a.employeeId < b.employeeId ? -1 : 1)
  )
}
