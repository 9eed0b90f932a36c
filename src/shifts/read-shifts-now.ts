import type { Queryable } from '../../db/client.ts'
import { groupBy } from '../engine/facts/group-by.ts'
import { listPeopleOn, listSeatsHeld, listShiftsByIds } from './queries.ts'

/** These shifts as they are now, with who sits on them, for messages about them; by id. Two queries. */
export async function readShiftsNow(db: Queryable, shiftIds: readonly string[]) {
  const rows = await listShiftsByIds(db, shiftIds)
  const people = await listPeopleOn(
    db,
    rows.map(({ id }) => id)
  )
  const on = groupBy(people, ({ shiftId }) => shiftId)
  return new Map(rows.map((row) => [row.id, { ...row, people: on.get(row.id) ?? [] }]))
}

export type ShiftNow =
  Awaited<ReturnType<typeof readShiftsNow>> extends Map<string, infer Shift> ? Shift : never

/** The seats that these people hold from an instant on, for messages about them. One query. */
export const readSeatsHeld = listSeatsHeld
