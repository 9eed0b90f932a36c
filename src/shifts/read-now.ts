import type { Context } from '../context.ts'
import { groupBy } from '../engine/facts/group-by.ts'
import { listCurrentShifts } from './queries.ts'
import { type ShiftView, withPeople } from './read-shifts.ts'

export interface OnSupport {
  rotation: ShiftView['rotation']
  /** The shift under way, if there is one. */
  now: ShiftView | null
  next: ShiftView | null
}

/** Who is on support now, and who comes next, for every rotation with shifts to come, by name. Three queries. */
export async function readNow(ctx: Context): Promise<OnSupport[]> {
  const now = ctx.now()
  const shifts = await withPeople(ctx, await listCurrentShifts(ctx.db, now))
  return [...groupBy(shifts, ({ rotation }) => rotation.id).values()].map((own) => {
    const current = own.find(({ startsAt }) => startsAt <= now) ?? null
    const next = own.find(({ startsAt }) => startsAt > now) ?? null
    return { rotation: own[0]!.rotation, now: current, next }
  })
}
