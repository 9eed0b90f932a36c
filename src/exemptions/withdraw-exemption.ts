import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { exemptionState } from '../engine/ledger/exemption-state.ts'
import { addDays } from '../engine/time/add-days.ts'
import { localDateOf } from '../engine/time/local-date-of.ts'
import { ExemptionDecided, ExemptionNotFound } from './errors.ts'
import { findExemption, lockPerson, updateExemption } from './queries.ts'
import { isConcerned, viewFor } from './standing.ts'
import { tellOfExemption } from './tell-of-exemption.ts'

/**
 * Takes an exemption back: the person, a lead of the team or HR. One that runs ends today, so that the days behind it
 * stay waived; one to come, or not decided, falls away. The person and those who had said yes are told.
 *
 * @throws {ExemptionNotFound} {@link ExemptionDecided} when refused, withdrawn or over
 */
export async function withdrawExemption(ctx: Context, exemptionId: string) {
  const { actor } = ctx
  return ctx.db.transaction(async (tx) => {
    const found = await findExemption(tx, exemptionId)
    if (!found || !isConcerned(actor, found)) throw new ExemptionNotFound({ exemptionId })
    await lockPerson(tx, found.employeeId)
    const row = (await findExemption(tx, exemptionId))!
    const state = exemptionState(row)
    const today = localDateOf(ctx.now(), row.timeZone)
    const tomorrow = addDays(today, 1)
    const isRunning = state === 'granted' && row.fromOn <= today
    if (state === 'refused' || state === 'withdrawn') throw new ExemptionDecided({ state })
    if (isRunning && row.toOn <= tomorrow) throw new ExemptionDecided({ state: 'over' })

    const change = isRunning ? { toOn: tomorrow } : { withdrawnAt: ctx.now(), withdrawnBy: actor.employeeId }
    await updateExemption(tx, row.id, change)
    const readers = [row.employeeId, ...row.approvals.map(({ approverId }) => approverId)]
    await tellOfExemption(tx, ctx, { ...row, ...change }, 'exemption-withdrawn', readers)
    await recordAudit(tx, ctx, {
      ...{ action: 'exemption.withdrawn', objectType: 'exemption', objectId: row.id },
      before: { employeeId: row.employeeId, fromOn: row.fromOn, toOn: row.toOn },
      after: isRunning ? change : null
    })
    return viewFor(actor, (await findExemption(tx, row.id))!)
  })
}
