import { desc, eq, sql } from 'drizzle-orm'
import type { Queryable, Tx } from '../../../db/client.ts'
import { employees } from '../../../db/schema/employees.ts'
import { planningPolicies } from '../../../db/schema/planning-policies.ts'
import type { PlanningPolicy } from '../../engine/facts/weights-of.ts'

const WORDS = {
  evenLoad: planningPolicies.evenLoad,
  evenUnpopular: planningPolicies.evenUnpopular,
  wishes: planningPolicies.wishes,
  promises: planningPolicies.promises
}

/** What was set, latest first. */
export async function listPolicies(db: Queryable) {
  return db
    .select({
      ...WORDS,
      reason: planningPolicies.reason,
      setAt: planningPolicies.setAt,
      setBy: { id: employees.id, name: employees.name }
    })
    .from(planningPolicies)
    .innerJoin(employees, eq(employees.id, planningPolicies.setBy))
    .orderBy(desc(planningPolicies.setAt), desc(planningPolicies.id))
}

export async function findPolicy(db: Queryable): Promise<PlanningPolicy | null> {
  const [row] = await db
    .select(WORDS)
    .from(planningPolicies)
    .orderBy(desc(planningPolicies.setAt), desc(planningPolicies.id))
    .limit(1)
  return row ?? null
}

/** Until the transaction ends nobody else changes the policy. */
export async function lockPolicy(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('planning policy', 0))`)
}

export async function insertPolicy(tx: Tx, row: typeof planningPolicies.$inferInsert): Promise<string> {
  const [inserted] = await tx.insert(planningPolicies).values(row).returning({ id: planningPolicies.id })
  return inserted!.id
}
