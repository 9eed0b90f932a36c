import type { Tx } from '../../db/client.ts'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { isLocalDate } from '../engine/time/is-local-date.ts'
import { localDateOf } from '../engine/time/local-date-of.ts'
import { QuotaNotFound, QuotaNotValid } from './errors.ts'
import { lockQuota, readQuotaRow, setQuotaEnd } from './queries.ts'
import { dueDuring, horizonOf } from './quota-effect.ts'
import { viewOf } from './quotas.ts'
import { tellOfQuota } from './tell-of-quota.ts'
import { findHolder, refuseForeign } from './wanted-quota.ts'

/**
 * Lets a quota end earlier than it would, today or on a day to come: from then on the next specific one counts again.
 * Whose due changes is told; the quota stays in the history.
 *
 * @throws {QuotaNotFound} {@link QuotaNotYours} {@link QuotaNotValid}
 */
export async function endQuota(ctx: Context, quotaId: string, toOn: string) {
  return ctx.db.transaction(async (tx) => {
    const quota = await lockQuota(tx, quotaId)
    if (!quota) throw new QuotaNotFound({ quotaId })
    refuseForeign(ctx, quota.scope, await findHolder(tx, quota))
    const today = localDateOf(ctx.now(), ctx.actor.timeZone)
    checkEnd(quota, toOn, today)
    await endAndTell(tx, ctx, quota, { toOn, today })
    await recordAudit(tx, ctx, {
      ...{ action: 'quota.ended', objectType: 'quota', objectId: quota.id },
      before: { toOn: quota.toOn },
      after: { toOn }
    })
    return viewOf((await readQuotaRow(tx, quota.id))!)
  })
}

type Quota = NonNullable<Awaited<ReturnType<typeof lockQuota>>>

function checkEnd({ fromOn, toOn: before }: Quota, toOn: string, today: string): void {
  const isEarlier = before === null || toOn < before
  if (isLocalDate(toOn) && toOn > fromOn && toOn >= today && isEarlier) return
  const remedy = 'Let it end today or later, after it begins, and before the end it has.'
  throw new QuotaNotValid({ field: 'toOn', remedy })
}

/** Compared over twelve weeks from the new end on. */
async function endAndTell(
  tx: Tx,
  ctx: Context,
  quota: Quota,
  { toOn, today }: { toOn: string; today: string }
) {
  const days = horizonOf({ fromOn: toOn, toOn: quota.toOn }, today)
  const before = await dueDuring(tx, days, quota)
  await setQuotaEnd(tx, quota.id, toOn)
  const after = await dueDuring(tx, days, quota)
  const changes = [...before]
    .map(([employeeId, beforeMinutes]) => ({
      ...{ employeeId, beforeMinutes, afterMinutes: after.get(employeeId) ?? 0 },
      ...{ comparedFromOn: days.fromOn, comparedToOn: days.toOn }
    }))
    .filter(({ beforeMinutes, afterMinutes }) => beforeMinutes !== afterMinutes)
  await tellOfQuota(tx, ctx, { ...quota, toOn }, changes)
}
