import type { Context } from '../context.ts'
import { goalOfDay } from '../engine/insight/goal-of-day.ts'
import { readSeasonOn } from '../seasons/read-season-on.ts'
import { buddyOf } from './buddy-of.ts'
import { cardOf, writtenCard } from './card-of.ts'
import { RotationNotFound, ShiftNotFound } from './errors.ts'
import { guestsOf } from './guests-of.ts'
import { mayWriteCard } from './may-write-card.ts'
import { findRotationOfCard, listCards } from './queries/cards.ts'
import { listPeopleOn, listShiftsByIds, type PersonOnShift } from './queries.ts'
import { readHandovers } from './read-handovers.ts'

/**
 * The card of a rotation, which all its shifts share. Three queries.
 *
 * @throws {RotationNotFound}
 */
export async function readRotationCard(ctx: Context, rotationId: string) {
  const rotation = await findRotationOfCard(ctx.db, rotationId)
  if (!rotation) throw new RotationNotFound({ rotationId })
  const rows = await listCards(ctx.db, { rotationId, shiftId: null })
  const mayChange = await mayWriteCard(ctx.db, ctx.actor)
  return { rotation, mayChange, ...writtenCard(rows[0]) }
}

/**
 * What the people of a shift should know and do: its card, the question that the season asks on that day, who opens
 * with a call to whom, and the notes of those who were on before. Seven queries.
 *
 * @throws {ShiftNotFound}
 */
export async function readShiftCard(ctx: Context, shiftId: string) {
  const [shift] = await listShiftsByIds(ctx.db, [shiftId])
  if (!shift) throw new ShiftNotFound({ shiftId })
  const rows = await listCards(ctx.db, { rotationId: shift.rotationId, shiftId })
  const ofRotation = writtenCard(rows.find((row) => row.shiftId === null))
  const ofShift = writtenCard(rows.find((row) => row.shiftId !== null))
  const { question, ...card } = cardOf(ofRotation, ofShift)
  const season = await readSeasonOn(ctx.db, shift.onDay)
  const asked = season && goalOfDay(season.goals, { fromOn: season.fromOn, onDay: shift.onDay })
  return {
    shiftId,
    rotationId: shift.rotationId,
    ...card,
    question: {
      words: question,
      season: season && asked ? { id: season.seasonId, name: season.name, ...asked } : null
    },
    calls: callsOf(await listPeopleOn(ctx.db, [shiftId]), ctx.actor.employeeId),
    handovers: await readHandovers(ctx, shiftId),
    ofRotation,
    ofShift,
    mayChange: await mayWriteCard(ctx.db, ctx.actor)
  }
}

export type ShiftCard = Awaited<ReturnType<typeof readShiftCard>>

/** Whose call the actor waits for, and whom they call as a host: the buddy makes the first move. */
function callsOf(people: readonly PersonOnShift[], me: string) {
  const named = ({ employeeId, name }: PersonOnShift) => ({ id: employeeId, name })
  const buddy = buddyOf(people, me)
  return { from: buddy && named(buddy), to: guestsOf(people, me).map(named) }
}
