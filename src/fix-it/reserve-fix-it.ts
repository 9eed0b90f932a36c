import { addMinutes } from 'date-fns'
import { constraintOf, type Tx } from '../../db/client.ts'
import { listAbsences } from '../absences/list-absences.ts'
import { readDaysOff } from '../absences/read-days-off.ts'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { holidayCalendarOf } from '../engine/facts/holiday-calendar.ts'
import { lastFixItDay } from '../engine/ledger/last-fix-it-day.ts'
import { addDays } from '../engine/time/add-days.ts'
import { dayBounds } from '../engine/time/day-bounds.ts'
import { localDateOf } from '../engine/time/local-date-of.ts'
import type { FixItKind } from '../words.ts'
import {
  FixItInTheWay,
  FixItNotCounted,
  FixItOutsideOfWindow,
  FixItTaken,
  LearningNotOfShift,
  SeatNotFound
} from './errors.ts'
import {
  findBlockWithin,
  findOwnBlock,
  findOwnSeat,
  findSeatWithin,
  insertBlock,
  isLearningOfShift,
  lockPerson
} from './queries.ts'

export interface WantedFixIt {
  /** RFC 3339. */
  startsAt: string
  learningId: string
  kind: FixItKind
}

type Seat = NonNullable<Awaited<ReturnType<typeof findOwnSeat>>>

/** Holidays looked for beyond the shift; five working days are over long before. */
const LOOK_AHEAD_DAYS = 61

/**
 * Keeps a block free after a shift of the actor's, for one repair or one written page that follows from a learning of that
 * shift. As long as the rotation says, within five working days, and over nothing else.
 *
 * @throws {SeatNotFound} {@link FixItNotCounted} {@link LearningNotOfShift} {@link FixItOutsideOfWindow}
 *   {@link FixItInTheWay} {@link FixItTaken}
 */
export async function reserveFixIt(ctx: Context, assignmentId: string, wanted: WantedFixIt) {
  const { employeeId } = ctx.actor
  try {
    return await ctx.db.transaction(async (tx) => {
      await lockPerson(tx, employeeId)
      const seat = await findOwnSeat(tx, assignmentId, employeeId)
      if (!seat) throw new SeatNotFound({ assignmentId })
      if (!seat.countsFixIt) throw new FixItNotCounted()
      const { learningId, kind } = wanted
      if (!(await isLearningOfShift(tx, learningId, seat.shiftId)))
        throw new LearningNotOfShift({ learningId })
      const span = await spanOf(tx, seat, wanted.startsAt)
      await refuseInTheWay(tx, employeeId, { ...span, besideSeat: seat.assignmentId })
      const block = { assignmentId: seat.assignmentId, employeeId, learningId, kind, ...span }
      const id = await insertBlock(tx, { ...block, createdAt: ctx.now() })
      await recordAudit(tx, ctx, {
        ...{ action: 'fix-it.reserved', objectType: 'fix-it', objectId: id },
        after: block
      })
      return (await findOwnBlock(tx, id, employeeId))!
    })
  } catch (error) {
    throw constraintOf(error) === 'fix_it_blocks_once_per_seat' ? new FixItTaken() : error
  }
}

/** From the end of the shift until the end of the fifth working day after it, by the person's clock. */
async function spanOf(tx: Tx, seat: Seat, text: string) {
  const { timeZone, workingDays, endsAt: fromAt } = seat
  const onDay = localDateOf(fromAt, timeZone)
  const days = { fromOn: onDay, toOn: addDays(onDay, LOOK_AHEAD_DAYS) }
  const daysOff = new Set((await readDaysOff(tx, [seat], days))[holidayCalendarOf(seat)])
  const untilAt = dayBounds(lastFixItDay({ onDay, workingDays, daysOff }), timeZone).endsAt
  const startsAt = new Date(text)
  const endsAt = addMinutes(startsAt, seat.fixItMinutes)
  const isWithin = startsAt >= fromAt && endsAt <= untilAt
  if (!isWithin) throw new FixItOutsideOfWindow({ fromAt, untilAt })
  return { startsAt, endsAt }
}

async function refuseInTheWay(
  tx: Tx,
  employeeId: string,
  span: { startsAt: Date; endsAt: Date; besideSeat: string }
): Promise<void> {
  const seat = await findSeatWithin(tx, employeeId, span)
  if (seat) throw new FixItInTheWay(seat)
  const away = await listAbsences(tx, { employeeIds: [employeeId], from: span.startsAt, to: span.endsAt })
  const block = await findBlockWithin(tx, employeeId, span)
  const other = away[0] ?? block
  if (!other) return
  throw new FixItInTheWay({ absence: true, startsAt: other.startsAt, endsAt: other.endsAt })
}
