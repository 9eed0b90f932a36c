import type { Context } from '../context.ts'
import { groupBy } from '../engine/facts/group-by.ts'
import { isLocalDate } from '../engine/time/is-local-date.ts'
import { pageOf, readInstantCursor } from '../lib/paging.ts'
import { isPlannableDate } from '../rotations/period.ts'
import { ShiftNotFound, SpanNotValid } from './errors.ts'
import { listPeopleOn, listShifts, listShiftsByIds, type ShiftFilter, type ShiftRow } from './queries.ts'
import { shiftView } from './shift-view.ts'

/**
 * A page of the shifts by start, of one rotation or of all, with their people and open seats.
 *
 * @throws {SpanNotValid}
 */
export async function readShifts(
  ctx: Context,
  { cursor, limit = 50, ...filter }: ShiftFilter & { cursor?: string; limit?: number }
) {
  checkDays(filter)
  const rows = await listShifts(ctx.db, filter, { after: readInstantCursor(cursor), limit: limit + 1 })
  const page = pageOf(rows, limit, ({ id, startsAt }) => ({ key: startsAt.toISOString(), id }))
  return { ...page, items: await withPeople(ctx, page.items) }
}

function checkDays({ fromOn, toOn }: ShiftFilter): void {
  for (const [field, day] of Object.entries({ fromOn, toOn })) {
    if (day !== undefined && !(isLocalDate(day) && isPlannableDate(day))) throw new SpanNotValid({ field })
  }
  if (fromOn !== undefined && toOn !== undefined && toOn <= fromOn) throw new SpanNotValid({ field: 'toOn' })
}

/** @throws {ShiftNotFound} */
export async function readShift(ctx: Context, shiftId: string) {
  const [shift] = await withPeople(ctx, await listShiftsByIds(ctx.db, [shiftId]))
  if (!shift) throw new ShiftNotFound({ shiftId })
  return shift
}

/** Shifts with their people, in one query for all of them. */
export async function withPeople(ctx: Context, rows: readonly ShiftRow[]) {
  const people = await listPeopleOn(
    ctx.db,
    rows.map(({ id }) => id)
  )
  const byShift = groupBy(people, ({ shiftId }) => shiftId)
  return rows.map((row) => shiftView(ctx.actor, row, byShift.get(row.id) ?? []))
}

export type ShiftView = Awaited<ReturnType<typeof withPeople>>[number]
