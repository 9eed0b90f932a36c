import { constraintOf, type Tx } from '../../db/client.ts'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { localDateOf } from '../engine/time/local-date-of.ts'
import { QuotaTaken } from './errors.ts'
import { insertQuota } from './queries.ts'
import { quotaEffect } from './quota-effect.ts'
import { viewOf } from './quotas.ts'
import { tellOfQuota } from './tell-of-quota.ts'
import {
  findHolder,
  type QuotaColumns,
  readWanted,
  refuseForeign,
  refuseWaiver,
  type WantedQuota,
  warningOf
} from './wanted-quota.ts'

/**
 * Sets hours due per so many weeks for the organisation, a team or a person, from a day on. Nothing is
 * overwritten: the quota that begins last counts. Hours are stored as whole minutes. Whose due changes is told.
 *
 * @returns the quota, and a warning with its sentence when the dose is outside of known practice
 * @throws {QuotaNotYours} unless HR or an administrator, or for a team and its people their lead.
 * @throws {QuotaNotValid} {@link ExecutiveQuotaNotZero}
 * @throws {QuotaHolderNotFound}
 * @throws {QuotaTaken} when one of the same scope begins on the same day.
 */
export async function setQuota(ctx: Context, wanted: WantedQuota) {
  const facts = readWanted(wanted)
  try {
    return await ctx.db.transaction(async (tx) => {
      const holder = await findHolder(tx, facts)
      refuseForeign(ctx, facts.scope, holder)
      refuseWaiver(facts, holder)
      const told = await dueChanges(tx, ctx, facts)
      const quota = { ...facts, createdAt: ctx.now(), createdBy: ctx.actor.employeeId }
      const id = await insertQuota(tx, quota)
      await tellOfQuota(tx, ctx, { id, ...facts }, told)
      await recordAudit(tx, ctx, { action: 'quota.set', objectType: 'quota', objectId: id, after: facts })
      const { teamName, employeeName } = holder
      const names = { teamName, employeeName, createdByName: ctx.actor.name }
      return { ...viewOf({ ...quota, id, ...names }), ...warningOf(facts) }
    })
  } catch (error) {
    throw constraintOf(error) === 'quotas_one_per_scope_and_day' ? new QuotaTaken() : error
  }
}

/** Whoever will owe more or less over the coming weeks. Read before the quota is written. */
async function dueChanges(tx: Tx, ctx: Context, quota: QuotaColumns) {
  const today = localDateOf(ctx.now(), ctx.actor.timeZone)
  const { fromOn, toOn, people } = await quotaEffect(tx, quota, today)
  return people
    .filter(({ beforeMinutes, afterMinutes }) => beforeMinutes !== afterMinutes)
    .map((change) => ({ ...change, comparedFromOn: fromOn, comparedToOn: toOn }))
}
