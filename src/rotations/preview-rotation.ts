import type { Context } from '../context.ts'
import type { ShiftFact } from '../engine/facts/planning-facts.ts'
import { localDateOf } from '../engine/time/local-date-of.ts'
import { localTimeOf } from '../engine/time/local-time-of.ts'
import { minutesBetween } from '../engine/time/minutes-between.ts'
import { checkPeriod, type Period } from './period.ts'
import { plannedShifts } from './planned-shifts.ts'
import type { RotationFields } from './rotation-fields.ts'
import { checkRotation, readRotation } from './rotations.ts'

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
  return { rotationId, timeZone: rotation.timeZone, ...period, items: itemsOf(rotation, shifts) }
}

/**
 * The same for a rotation that is not stored, as somebody is writing it.
 *
 * @throws {RotationNotValid} {@link PeriodNotValid}
 */
export async function previewFields(ctx: Context, wanted: RotationFields, period: Period) {
  checkPeriod(period)
  return ctx.db.transaction(
    async (tx) => {
      const rotation = await checkRotation(tx, wanted)
      return itemsOf(rotation, await plannedShifts(tx, rotation, period))
    },
    { accessMode: 'read only', isolationLevel: 'repeatable read' }
  )
}

export type PreviewedShift = ReturnType<typeof itemsOf>[number]

function itemsOf({ timeZone, holidayRule }: RotationFields, shifts: readonly ShiftFact[]) {
  return shifts.map(({ onDay, startsAt, endsAt, isHoliday }) => ({
    onDay,
    startsAt,
    endsAt,
    localStart: `${localDateOf(startsAt, timeZone)}T${localTimeOf(startsAt, timeZone)}`,
    localEnd: `${localDateOf(endsAt, timeZone)}T${localTimeOf(endsAt, timeZone)}`,
    minutes: minutesBetween(startsAt, endsAt),
    isHoliday,
    isSkipped: isHoliday && holidayRule === 'skip'
  }))
}
