import { subDays } from 'date-fns'
import { recordAudit } from '../audit/record-audit.ts'
import type { AnyContext, Context } from '../context.ts'
import { RETENTION_KINDS, type RetentionKind } from '../words.ts'
import { eraseWithin } from './erase-person.ts'
import { RetentionRuleUnchanged } from './errors.ts'
import { openNarrowWay } from './queries/erasing.ts'
import { forget, insertRule, listGone, listRules } from './queries/retention.ts'

/**
 * Days that each kind of data is kept while nobody has set another number. Our own: what a payroll or a complaint may
 * still ask for in a year; whether a message got through, a quarter; hours and who looked, five years.
 */
const DEFAULT_DAYS: Record<RetentionKind, number> = {
  absence_kinds: 365,
  free_text: 365,
  customer_words: 730,
  notices: 365,
  deliveries: 90,
  past_rows: 1826,
  audit: 1826,
  leavers: 1095
}

/** People erased per run: each means a search of every table. */
const MOST_ERASED = 20

/** How long each kind of data is kept, and what was set before, latest first. */
export async function readRetention(ctx: AnyContext) {
  const rules = await listRules(ctx.db)
  const items = RETENTION_KINDS.map((kind) => {
    const history = rules
      .filter((rule) => rule.kind === kind)
      .map(({ days, setAt, setById, setByName }) => ({
        ...{ days, setAt },
        setBy: setById === null ? null : { id: setById, name: setByName ?? '' }
      }))
    return { kind, days: history[0]?.days ?? DEFAULT_DAYS[kind], history }
  })
  return { items }
}

/**
 * HR or an administrator says for how many days a kind of data is kept. What stood before stays in the history.
 *
 * @throws {RetentionRuleUnchanged}
 */
export async function setRetention(ctx: Context, kind: RetentionKind, days: number) {
  const before = (await readRetention(ctx)).items.find((item) => item.kind === kind)!
  if (before.days === days) throw new RetentionRuleUnchanged()
  await ctx.db.transaction(async (tx) => {
    const id = await insertRule(tx, { kind, days, setAt: ctx.now(), setBy: ctx.actor.employeeId })
    await recordAudit(tx, ctx, {
      ...{ action: 'retention.set', objectType: 'retention-rule', objectId: id },
      before: { kind, days: before.days },
      after: { kind, days }
    })
  })
  return (await readRetention(ctx)).items.find((item) => item.kind === kind)!
}

/** Deletes or anonymises what has been kept for long enough, kind by kind, and writes down how much it was. */
export async function forgetOldData(ctx: AnyContext): Promise<void> {
  for (const { kind, days } of (await readRetention(ctx)).items) {
    const before = subDays(ctx.now(), days)
    await ctx.db.transaction(async (tx) => {
      await openNarrowWay(tx)
      const rows = kind === 'leavers' ? await eraseGone(ctx, tx, before) : await forget(tx, kind, before)
      if (rows === 0) return
      const what = { action: 'retention.applied', objectType: 'retention', objectId: kind }
      await recordAudit(tx, ctx, { ...what, after: { days, rows } })
    })
  }
}

async function eraseGone(
  ctx: AnyContext,
  tx: Parameters<typeof eraseWithin>[0],
  before: Date
): Promise<number> {
  const gone = await listGone(tx, before, MOST_ERASED)
  for (const employeeId of gone) await eraseWithin(tx, ctx, employeeId, 'Kept for long enough')
  return gone.length
}
