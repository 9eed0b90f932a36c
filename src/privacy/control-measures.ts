import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { addDays } from '../engine/time/add-days.ts'
import { isLocalDate } from '../engine/time/is-local-date.ts'
import { localDateOf } from '../engine/time/local-date-of.ts'
import { ControlMeasureEnded, ControlMeasureNotFound, ControlMeasureNotValid } from './errors.ts'
import {
  findInForce,
  insertMeasure,
  listMeasures,
  lockMeasure,
  type MeasureRow,
  markEnded
} from './queries/control-measures.ts'

/** Two years: a purpose is looked at again, and not recorded for good. Our own number. */
const MOST_DAYS = 731

export interface WantedMeasure {
  /** What single people's participation is looked at for. */
  purpose: string
  legalBasis: string
  /** Who spoke for the employees. */
  consulted: string
  consultedOn: string
  fromOn: string
  /** The first day on which it no longer holds. */
  toOn: string
}

function viewOf({ recordedById, recordedByName, endedById, endedByName, ...row }: MeasureRow) {
  return {
    ...row,
    recordedBy: { id: recordedById, name: recordedByName },
    endedBy: endedById === null ? null : { id: endedById, name: endedByName ?? '' }
  }
}

/**
 * HR records for what single people's participation is looked at, on which ground, with whom of the employees'
 * representatives it was discussed, and for how long. Only then are single people shown to HR.
 *
 * @throws {ControlMeasureNotValid}
 */
export async function recordControlMeasure(ctx: Context, wanted: WantedMeasure) {
  checkMeasure(wanted, localDateOf(ctx.now(), ctx.actor.timeZone))
  return ctx.db.transaction(async (tx) => {
    const recorded = { recordedAt: ctx.now(), recordedBy: ctx.actor.employeeId }
    const id = await insertMeasure(tx, { ...wanted, ...recorded })
    await recordAudit(tx, ctx, {
      ...{ action: 'control-measure.recorded', objectType: 'control-measure', objectId: id },
      after: wanted
    })
    const [row] = await listMeasures(tx, { id })
    return viewOf(row!)
  })
}

function checkMeasure({ consultedOn, fromOn, toOn }: WantedMeasure, today: string): void {
  const refuse = (field: keyof WantedMeasure, remedy: string) => {
    throw new ControlMeasureNotValid({ field, remedy })
  }
  for (const [field, day] of Object.entries({ consultedOn, fromOn, toOn })) {
    if (!isLocalDate(day)) refuse(field as keyof WantedMeasure, 'Give a day that exists, such as 2027-03-01.')
  }
  if (consultedOn > today)
    refuse('consultedOn', 'Talk with the employees’ representatives first, then record it.')
  if (fromOn < consultedOn) refuse('fromOn', 'It holds from the day of the talk on at the earliest.')
  if (toOn <= fromOn) refuse('toOn', 'It ends after it begins.')
  if (toOn > addDays(fromOn, MOST_DAYS))
    refuse('toOn', 'Two years at most; record it anew where it is still needed.')
}

/** The register of control measures, latest first: open to everybody whom it is about. */
export async function readControlMeasures(ctx: Context) {
  return { items: (await listMeasures(ctx.db)).map(viewOf) }
}

/**
 * HR ends a purpose before its time; from then on nobody is shown for it.
 *
 * @throws {ControlMeasureNotFound} {@link ControlMeasureEnded}
 */
export async function endControlMeasure(ctx: Context, controlMeasureId: string) {
  return ctx.db.transaction(async (tx) => {
    const row = await lockMeasure(tx, controlMeasureId)
    if (!row) throw new ControlMeasureNotFound({ controlMeasureId })
    if (row.endedAt) throw new ControlMeasureEnded()
    await markEnded(tx, row.id, { endedAt: ctx.now(), endedBy: ctx.actor.employeeId })
    await recordAudit(tx, ctx, {
      ...{ action: 'control-measure.ended', objectType: 'control-measure', objectId: row.id }
    })
    const [after] = await listMeasures(tx, { id: row.id })
    return viewOf(after!)
  })
}

/** The purpose that holds now under this entry of the register; null where there is none. */
export async function findPurpose(ctx: Context, controlMeasureId: string) {
  return findInForce(ctx.db, controlMeasureId, localDateOf(ctx.now(), ctx.actor.timeZone))
}
