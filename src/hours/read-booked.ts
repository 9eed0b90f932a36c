import type { Queryable } from '../../db/client.ts'
import { listConfirmed } from './queries/ledger.ts'

/** Which of these seats have hours in the ledger, for messages that ask for them. One query. */
export async function readBooked(db: Queryable, assignmentIds: readonly string[]): Promise<Set<string>> {
  return new Set(assignmentIds.length === 0 ? [] : await listConfirmed(db, [...assignmentIds]))
}
