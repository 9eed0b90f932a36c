import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { addDays } from '../engine/time/add-days.ts'
import { localDateOf } from '../engine/time/local-date-of.ts'
import type { CreditPurpose } from '../words.ts'
import { bookEntries } from './book-entries.ts'
import { CreditDayNotValid, CreditToOneself, EmployeeNotFound } from './errors.ts'
import { findPerson, lockPeople } from './queries/ledger.ts'
import { type Entry, readEntries } from './read-entries.ts'
import { isSelf, maySeeHours } from './standing.ts'
import { tellOfHours } from './tell-of-hours.ts'

export interface Credit {
  minutes: number
  /** The local day the hours belong to. */
  onDay: string
  reason: string
  /** The track they were done on: hours count alike. */
  purpose?: CreditPurpose
}

/** Days back that hours may be credited for: a year, after which the books of a year are long closed. */
const CREDIT_DAYS = 366

/**
 * A lead of the team or HR counts hours that were not worked on a shift, such as help pages written. The person is
 * told.
 *
 * @throws {EmployeeNotFound} {@link CreditToOneself} {@link CreditDayNotValid}
 */
export async function creditHours(ctx: Context, employeeId: string, credit: Credit): Promise<Entry> {
  const { actor } = ctx
  return ctx.db.transaction(async (tx) => {
    await lockPeople(tx, [employeeId, actor.employeeId])
    const person = await findPerson(tx, employeeId)
    if (!person || !maySeeHours(actor, person)) throw new EmployeeNotFound({ employeeId })
    if (isSelf(actor, person)) throw new CreditToOneself()
    checkDay(ctx, person.timeZone, credit.onDay)

    const entry = { employeeId: person.employeeId, kind: 'credited' as const, ...credit }
    const [entryId] = await bookEntries(tx, ctx, [
      { ...entry, enteredAt: ctx.now(), enteredBy: actor.employeeId }
    ])
    await tellOfHours(tx, ctx, person.employeeId, 'hours-credited', { ...credit })
    await recordAudit(tx, ctx, {
      action: 'hours.credited',
      objectType: 'ledger-entry',
      objectId: entryId!,
      after: entry
    })
    const [booked] = await readEntries(tx, [entryId!])
    return booked!
  })
}

function checkDay(ctx: Context, timeZone: string, onDay: string): void {
  const latestOn = localDateOf(ctx.now(), timeZone)
  const earliestOn = addDays(latestOn, -CREDIT_DAYS)
  if (onDay < earliestOn || onDay > latestOn) throw new CreditDayNotValid({ earliestOn, latestOn })
}
