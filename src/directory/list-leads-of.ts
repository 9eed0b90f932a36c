import type { Queryable } from '../../db/client.ts'
import { listResponsible } from './queries/leads.ts'

/**
 * Who is told of what touches these people: the active leads of their team other than themselves, else their manager.
 * One query. Somebody with neither is not in the answer.
 */
export async function listLeadsOf(
  db: Queryable,
  employeeIds: readonly string[]
): Promise<Map<string, string[]>> {
  const leads = new Map<string, string[]>()
  for (const { employeeId, leadId, isManager } of await listResponsible(db, employeeIds)) {
    const known = leads.get(employeeId) ?? []
    // Leads come first, so the manager is only asked where there is none.
    if (!isManager || known.length === 0) leads.set(employeeId, [...known, leadId])
  }
  return leads
}
