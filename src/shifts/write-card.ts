import { subHours } from 'date-fns'
import type { Tx } from '../../db/client.ts'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { queueNotices } from '../notices/queue-notices.ts'
import { type CardWords, writtenCard } from './card-of.ts'
import { CardChangedMeanwhile, RotationNotFound, ShiftNotFound } from './errors.ts'
import { checkMayWriteCard } from './may-write-card.ts'
import { listCards, lockRotationOfCard, putCard } from './queries/cards.ts'
import { listPeopleOn, listShiftsByIds, type ShiftRow } from './queries.ts'
import { readRotationCard, readShiftCard } from './read-card.ts'

/** Whoever works within a day has been reminded of their shift, and may have read its card. Our own. */
const TOLD_WITHIN_HOURS = 24

export interface WantedCard extends Partial<CardWords> {
  /** Of the card as it was read; 0 where nobody had written one. */
  revision: number
}

/**
 * A host, a lead or an administrator writes the card of a rotation; what is left out is blank from now on.
 *
 * @throws {CardNotYours} {@link RotationNotFound} {@link CardChangedMeanwhile}
 */
export async function writeRotationCard(ctx: Context, rotationId: string, wanted: WantedCard) {
  await ctx.db.transaction(async (tx) => {
    await checkMayWriteCard(tx, ctx.actor)
    if (!(await lockRotationOfCard(tx, rotationId))) throw new RotationNotFound({ rotationId })
    await write(tx, ctx, { rotationId, shiftId: null }, wanted)
  })
  return readRotationCard(ctx, rotationId)
}

/**
 * The same for one shift: what is left out is as on its rotation's card. Within a day of the shift its people are told.
 *
 * @throws {CardNotYours} {@link ShiftNotFound} {@link CardChangedMeanwhile}
 */
export async function writeShiftCard(ctx: Context, shiftId: string, wanted: WantedCard) {
  await ctx.db.transaction(async (tx) => {
    await checkMayWriteCard(tx, ctx.actor)
    const [shift] = await listShiftsByIds(tx, [shiftId])
    if (!shift) throw new ShiftNotFound({ shiftId })
    await lockRotationOfCard(tx, shift.rotationId)
    const isChanged = await write(tx, ctx, { rotationId: shift.rotationId, shiftId }, wanted)
    if (isChanged) await tellPeople(tx, ctx, shift)
  })
  return readShiftCard(ctx, shiftId)
}

const wordsOf = (text: string | null | undefined) => text?.trim() || null

/** Returns whether anything is another word than before. */
async function write(
  tx: Tx,
  ctx: Context,
  of: { rotationId: string; shiftId: string | null },
  { revision, ...wanted }: WantedCard
): Promise<boolean> {
  const row = (await listCards(tx, of)).find(({ shiftId }) => shiftId === of.shiftId)
  const { revision: known, changedAt: _, changedBy: __, ...before } = writtenCard(row)
  if (revision !== known) throw new CardChangedMeanwhile({ revision: known })
  const after: CardWords = {
    thingsToKnow: (wanted.thingsToKnow ?? []).map((thing) => thing.trim()).filter(Boolean),
    quietJob: wordsOf(wanted.quietJob),
    openingCall: wordsOf(wanted.openingCall),
    question: wordsOf(wanted.question)
  }
  if (JSON.stringify(after) === JSON.stringify(before)) return false
  const changed = { changedAt: ctx.now(), changedBy: ctx.actor.employeeId }
  await putCard(tx, { ...of, ...after, ...changed, revision: known + 1 })
  const [objectType, objectId] = of.shiftId === null ? ['rotation', of.rotationId] : ['shift', of.shiftId]
  await recordAudit(tx, ctx, { action: `${objectType}.card-written`, objectType, objectId, before, after })
  return true
}

async function tellPeople(tx: Tx, ctx: Context, shift: ShiftRow): Promise<void> {
  const now = ctx.now()
  if (shift.endsAt <= now || now < subHours(shift.startsAt, TOLD_WITHIN_HOURS)) return
  const { id: shiftId, rotationId, rotationName, startsAt, endsAt } = shift
  const { employeeId: id, name } = ctx.actor
  const facts = { shiftId, rotationId, rotationName, startsAt, endsAt, by: { id, name } }
  const people = await listPeopleOn(tx, [shiftId])
  const others = people.filter(({ employeeId }) => employeeId !== id)
  await queueNotices(
    tx,
    others.map(({ employeeId }) => ({ employeeId, kind: 'shift-card-changed', facts })),
    now
  )
}
