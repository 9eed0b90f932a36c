import type { Queryable } from '../../db/client.ts'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { type PlanningPolicy, USUAL_POLICY } from '../engine/facts/weights-of.ts'
import { PlanningPolicyUnchanged } from './errors.ts'
import { findPolicy, insertPolicy, listPolicies, lockPolicy } from './queries/policies.ts'

export interface PlanningPolicyRead extends PlanningPolicy {
  /** Latest first. */
  history: (PlanningPolicy & { reason: string; setAt: Date; setBy: { id: string; name: string } })[]
}

/** The policy in force. */
export async function readPolicyInForce(db: Queryable): Promise<PlanningPolicy> {
  return (await findPolicy(db)) ?? USUAL_POLICY
}

/** The same with everything that was ever set, by whom and why; for everybody, for plans are about everybody. */
export async function readPlanningPolicy({ db }: Pick<Context, 'db'>): Promise<PlanningPolicyRead> {
  return policyWithin(db)
}

async function policyWithin(db: Queryable): Promise<PlanningPolicyRead> {
  const history = await listPolicies(db)
  return { ...wordsOf(history[0] ?? USUAL_POLICY), history }
}

const wordsOf = ({ evenLoad, evenUnpopular, wishes, promises }: PlanningPolicy): PlanningPolicy => ({
  evenLoad,
  evenUnpopular,
  wishes,
  promises
})

const isSame = (one: PlanningPolicy, other: PlanningPolicy): boolean =>
  JSON.stringify(wordsOf(one)) === JSON.stringify(wordsOf(other))

/**
 * An administrator says how much what weighs in plans to come, with the reason. What is published and what is
 * drafted stays as it is; the explanations of an earlier draft say that its facts have changed.
 *
 * @throws {PlanningPolicyUnchanged}
 */
export async function setPlanningPolicy(
  ctx: Context,
  { reason, ...wanted }: PlanningPolicy & { reason: string }
): Promise<PlanningPolicyRead> {
  return ctx.db.transaction(async (tx) => {
    await lockPolicy(tx)
    const before = await readPolicyInForce(tx)
    const after = wordsOf(wanted)
    if (isSame(before, after)) throw new PlanningPolicyUnchanged()
    const set = { setAt: ctx.now(), setBy: ctx.actor.employeeId }
    await insertPolicy(tx, { ...after, reason, ...set })
    await recordAudit(tx, ctx, {
      ...{ action: 'planning-policy.set', objectType: 'policy', objectId: 'planning' },
      before: wordsOf(before),
      after: { ...after, reason }
    })
    return policyWithin(tx)
  })
}
