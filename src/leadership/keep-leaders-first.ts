import type { Queryable, Tx } from '../../db/client.ts'
import { recordAudit } from '../audit/record-audit.ts'
import type { AnyContext } from '../context.ts'
import type { DraftedSeat } from '../engine/facts/check-draft.ts'
import { leadersWithoutShift } from '../engine/facts/leaders-without-shift.ts'
import type { PlanningFacts } from '../engine/facts/planning-facts.ts'
import { queueNotices } from '../notices/queue-notices.ts'
import { LeadersNotPlanned } from './errors.ts'
import { readLeadersFirst } from './policy.ts'
import { insertOverride, listNames, sumPromisedFrom } from './queries.ts'

export interface MissingLeader {
  employeeId: string
  name: string
}

/** The leaders who would have to be in a draft of these facts, by name; nobody, while the policy is off. */
export async function findMissingLeaders(
  db: Queryable,
  facts: PlanningFacts,
  drafted: readonly DraftedSeat[]
): Promise<MissingLeader[]> {
  const leaderIds = facts.people.flatMap(({ id, level }) => (level === 'staff' ? [] : id))
  if (leaderIds.length === 0 || !(await readLeadersFirst(db))) return []
  const promisedLater = await sumPromisedFrom(db, facts.rotation.toOn, leaderIds)
  const missing = leadersWithoutShift(facts, { drafted, promisedLater })
  return missing.length === 0 ? [] : listNames(db, missing)
}

/**
 * Staff shifts are not published while leaders' own are not planned, unless somebody gives a reason.
 *
 * @returns the leaders who are missing although a reason lets the draft through
 * @throws {LeadersNotPlanned}
 */
export async function keepLeadersFirst(
  tx: Tx,
  { facts, drafted, override }: { facts: PlanningFacts; drafted: readonly DraftedSeat[]; override?: string }
): Promise<MissingLeader[]> {
  const leaders = await findMissingLeaders(tx, facts, drafted)
  if (leaders.length > 0 && override === undefined) throw new LeadersNotPlanned({ leaders })
  return leaders
}

interface Override {
  publicationId: string
  leaders: readonly MissingLeader[]
  reason: string
  rotationName: string
  fromOn: string
  toOn: string
}

/** Writes down that a publication went ahead without leaders, and tells each of them, who still owes a shift. */
export async function recordOverride(
  tx: Tx,
  ctx: AnyContext,
  { publicationId, leaders, reason, ...what }: Override
): Promise<void> {
  const leaderIds = leaders.map(({ employeeId }) => employeeId)
  const by = { overriddenAt: ctx.now(), overriddenBy: ctx.actor?.employeeId ?? null }
  await insertOverride(tx, { publicationId, leaderIds, reason, ...by })
  const byWhom = ctx.actor && { id: ctx.actor.employeeId, name: ctx.actor.name }
  const facts = { publicationId, ...what, reason, by: byWhom, todo: 'take-a-shift' }
  const notices = leaderIds.map((employeeId) => ({ employeeId, kind: 'leaders-first-overridden', facts }))
  for (let from = 0; from < notices.length; from += 1000)
    await queueNotices(tx, notices.slice(from, from + 1000), ctx.now())
  await recordAudit(tx, ctx, {
    ...{ action: 'leaders-first.overridden', objectType: 'publication', objectId: publicationId },
    after: { leaderIds, reason }
  })
}
