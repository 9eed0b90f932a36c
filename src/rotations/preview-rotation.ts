import type { Context } from '../context.ts'
import { localDateOf } from '../engine/time/local-date-of.ts'
import { localTimeOf } from '../engine/time/local-time-of.ts'
import { minutesBetween } from '../engine/time/minutes-between.ts'
import { checkPeriod, type Period } from './period.ts'
import { plannedShifts } from './planned-shifts.ts'
import { readRotation } from './rotations.ts'

/**
 * Shows the shifts that a rotation would have in a period. Runs in a read-only transaction, so that the database
 * itself sees to it that looking changes nothing (linkedin/oncall#336 wrote real events).
 *
 * @throws {RotationNotFound} {@link PeriodNotValid}
 */
export async function previewRotation(ctx: Context, rotationId: string, period: Period) {
  checkPeriod(period)
  const { rotation, shifts } = await ctx.db.transaction(
    async (tx) => {
      const rotation = await readRotation(tx, rotationId)
      return { rotation, shifts: await plannedShifts(tx, rotation, period) }
    },
    { accessMode: 'read only', isolationLevel: 'repeatable read' }
  )
  const { timeZone, holidayRule } = rotation
  const items = shifts.map(({ onDay, startsAt, endsAt, isHoliday }) => ({
    onDay,
    startsAt,
    endsAt,
    localStart: `${localDateOf(startsAt, timeZone)}T${localTimeOf(startsAt, timeZone)}`,
    localEnd: `${localDateOf(endsAt, timeZone)}T${localTimeOf(endsAt, timeZone)}`,
    minutes: minutesBetween(startsAt, endsAt),
    isHoliday,
    isSkipped: isHoliday && holidayRule === 'skip'
  }))
  return { rotationId, timeZone, ...period, items }
}
