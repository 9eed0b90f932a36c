import type { Queryable } from '../../db/client.ts'
import { listAnswered } from './queries/answered.ts'

/** Of which of these seats somebody has said what they heard, for messages that ask for it. One query. */
export async function readAnswered(db: Queryable, assignmentIds: readonly string[]): Promise<Set<string>> {
  return new Set(assignmentIds.length === 0 ? [] : await listAnswered(db, assignmentIds))
}
