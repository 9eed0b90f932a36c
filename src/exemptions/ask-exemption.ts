import { constraintOf } from '../../db/client.ts'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { addDays } from '../engine/time/add-days.ts'
import { isLocalDate } from '../engine/time/is-local-date.ts'
import { localDateOf } from '../engine/time/local-date-of.ts'
import type { ExemptionReason } from '../words.ts'
import { ExecutiveNotExempt, ExemptionNotValid, ExemptionOverlaps, PersonNotFound } from './errors.ts'
import { findExemption, findPerson, insertExemption, lockPerson } from './queries.ts'
import { isConcerned, viewFor } from './standing.ts'
import { tellOfExemption } from './tell-of-exemption.ts'
import { whoDecides } from './who-decides.ts'

export interface WantedExemption {
  /** Left out: the actor. */
  employeeId?: string
  fromOn: string
  /** The first day that counts again. */
  toOn: string
  reason: ExemptionReason
  note?: string
}

/** 26 weeks: half a year, after which somebody has to ask again (issue 4). */
const MOST_DAYS = 26 * 7

/**
 * Asks that a person owes nothing for some days. The person asks, or a lead of their team or HR for them; those whose
 * yes it takes are told, and so is the person when somebody else asked.
 *
 * @throws {PersonNotFound} {@link ExecutiveNotExempt} {@link ExemptionNotValid} {@link ExemptionOverlaps}
 */
export async function askExemption(ctx: Context, { employeeId, note, ...wanted }: WantedExemption) {
  const { actor } = ctx
  const personId = employeeId ?? actor.employeeId
  try {
    return await ctx.db.transaction(async (tx) => {
      await lockPerson(tx, personId)
      const person = await findPerson(tx, personId)
      if (!person || person.deactivatedAt || !isConcerned(actor, person)) {
        throw new PersonNotFound({ employeeId: personId })
      }
      if (person.level === 'executive') throw new ExecutiveNotExempt()
      checkDays(wanted, localDateOf(ctx.now(), person.timeZone))
      const row = { ...wanted, employeeId: person.employeeId, note: note ?? null }
      const id = await insertExemption(tx, { ...row, askedAt: ctx.now(), askedBy: actor.employeeId })
      const { deciderIds } = await whoDecides(tx, { ...person, ...wanted }, [])
      const exemption = { id, ...wanted, employeeId: person.employeeId, employeeName: person.name }
      await tellOfExemption(tx, ctx, exemption, 'exemption-asked', [person.employeeId, ...deciderIds])
      const { fromOn, toOn } = wanted
      // Why is between the person and those who decide; the audit log is read by more people than those.
      await recordAudit(tx, ctx, {
        action: 'exemption.asked',
        objectType: 'exemption',
        objectId: id,
        after: { employeeId: person.employeeId, fromOn, toOn }
      })
      return viewFor(actor, (await findExemption(tx, id))!)
    })
  } catch (error) {
    throw constraintOf(error) === 'exemptions_do_not_overlap' ? new ExemptionOverlaps() : error
  }
}

function checkDays({ fromOn, toOn }: { fromOn: string; toOn: string }, today: string): void {
  const refuse = (field: string, remedy: string) => {
    throw new ExemptionNotValid({ field, remedy })
  }
  if (!isLocalDate(fromOn) || fromOn < today || fromOn > addDays(today, 366)) {
    refuse('fromOn', 'Let it begin today or within a year: days that have passed are not waived.')
  }
  if (!isLocalDate(toOn) || toOn <= fromOn)
    refuse('toOn', 'Let it end after it begins: toOn is the first day that counts again.')
  if (toOn > addDays(fromOn, MOST_DAYS))
    refuse('toOn', 'Ask for 26 weeks at most; when they are over, it is asked again.')
}
