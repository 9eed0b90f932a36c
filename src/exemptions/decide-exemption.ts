import type { Tx } from '../../db/client.ts'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { exemptionState } from '../engine/ledger/exemption-state.ts'
import { dayBounds } from '../engine/time/day-bounds.ts'
import { may } from '../permissions.ts'
import {
  ApprovedBefore,
  ExecutiveNotExempt,
  ExemptionDecided,
  ExemptionNotFound,
  ExemptionNotYours,
  ExemptionOfOneself
} from './errors.ts'
import {
  type ExemptionRow,
  findExemption,
  insertApproval,
  listPromisedWithin,
  lockPerson,
  lockTeamShare,
  updateExemption
} from './queries.ts'
import { isLeadOf, maySee, viewFor } from './standing.ts'
import { tellOfExemption } from './tell-of-exemption.ts'
import { whoDecides } from './who-decides.ts'

/**
 * A lead of the team or HR says yes. While at most 10% of the team are exempt on any of the days that is enough;
 * above it the exemption waits for the other of the two, who is told. Once granted the person is told.
 *
 * @returns the exemption and whose yes is still missing
 * @throws {ExemptionNotFound} {@link ExemptionOfOneself} {@link ExemptionNotYours} {@link ExemptionDecided}
 *   {@link ApprovedBefore} {@link ExecutiveNotExempt}
 */
export async function approveExemption(ctx: Context, exemptionId: string) {
  return ctx.db.transaction(async (tx) => {
    const row = await lockUndecided(tx, ctx, exemptionId)
    if (row.level === 'executive') throw new ExecutiveNotExempt()
    const approval = roleOf(ctx, row)
    if (row.approvals.some(({ approverId }) => approverId === ctx.actor.employeeId)) {
      throw new ApprovedBefore()
    }
    await insertApproval(tx, {
      ...{ exemptionId: row.id, approverId: ctx.actor.employeeId, approvedAt: ctx.now() },
      ...approval
    })
    const { missing, deciderIds } = await whoDecides(tx, row, [...row.approvals, approval])
    if (missing.length === 0) await grant(tx, ctx, row)
    else await tellOfExemption(tx, ctx, row, 'exemption-asked', deciderIds)
    await audit(tx, ctx, row, missing.length === 0 ? 'exemption.granted' : 'exemption.approved')
    return { ...viewFor(ctx.actor, (await findExemption(tx, row.id))!), awaits: missing }
  })
}

async function grant(tx: Tx, ctx: Context, row: ExemptionRow): Promise<void> {
  await updateExemption(tx, row.id, { grantedAt: ctx.now() })
  const approverIds = row.approvals.map(({ approverId }) => approverId)
  const shifts = await promisedShifts(tx, ctx, row)
  const todo = shifts.length > 0 ? 'offer-the-shifts' : null
  await tellOfExemption(tx, ctx, row, 'exemption-granted', [row.employeeId], { shifts, todo })
  await tellOfExemption(tx, ctx, row, 'exemption-granted', approverIds)
}

/** What is published before is a promise still: the person may offer it, and is told which shifts that are. */
async function promisedShifts(tx: Tx, ctx: Context, { employeeId, fromOn, toOn, timeZone }: ExemptionRow) {
  const startOf = (day: string) => dayBounds(day, timeZone).startsAt
  const now = ctx.now()
  const from = startOf(fromOn)
  return listPromisedWithin(tx, { employeeId, from: from > now ? from : now, to: startOf(toOn) })
}

/**
 * A lead of the team or HR says no, with the reason, which the person reads.
 *
 * @throws {ExemptionNotFound} {@link ExemptionOfOneself} {@link ExemptionNotYours} {@link ExemptionDecided}
 */
export async function refuseExemption(ctx: Context, exemptionId: string, reason: string) {
  return ctx.db.transaction(async (tx) => {
    const row = await lockUndecided(tx, ctx, exemptionId)
    roleOf(ctx, row)
    const refusedBy = ctx.actor.employeeId
    await updateExemption(tx, row.id, { refusedAt: ctx.now(), refusedBy, refusal: reason })
    const earlier = row.approvals.map(({ approverId }) => approverId)
    await tellOfExemption(tx, ctx, row, 'exemption-refused', [row.employeeId], { reason })
    await tellOfExemption(tx, ctx, row, 'exemption-refused', earlier)
    await audit(tx, ctx, row, 'exemption.refused')
    return viewFor(ctx.actor, (await findExemption(tx, row.id))!)
  })
}

/** Locks the team's share and the person, and reads it again: somebody may have decided meanwhile. */
async function lockUndecided(tx: Tx, { actor }: Context, exemptionId: string): Promise<ExemptionRow> {
  const found = await findExemption(tx, exemptionId)
  if (!found || !maySee(actor, found)) throw new ExemptionNotFound({ exemptionId })
  if (found.employeeId === actor.employeeId) throw new ExemptionOfOneself()
  await lockTeamShare(tx, found.teamId)
  await lockPerson(tx, found.employeeId)
  const row = (await findExemption(tx, exemptionId))!
  const state = exemptionState(row)
  if (state !== 'asked') throw new ExemptionDecided({ state })
  return row
}

function roleOf({ actor }: Context, row: ExemptionRow) {
  const approval = { asLead: isLeadOf(actor, row), asHr: actor.roles.has('hr') }
  if (!may(actor, 'exemption.decide', row)) throw new ExemptionNotYours()
  return approval
}

async function audit(tx: Tx, ctx: Context, row: ExemptionRow, action: string): Promise<void> {
  const { id, employeeId, fromOn, toOn } = row
  await recordAudit(tx, ctx, {
    ...{ action, objectType: 'exemption', objectId: id },
    after: { employeeId, fromOn, toOn }
  })
}
