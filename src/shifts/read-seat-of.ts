import type { Queryable } from '../../db/client.ts'
import { findSeatOf } from './queries.ts'

/**
 * A shift with the seat that a person holds on it: `assignmentId` is null for who holds none, and there is no answer
 * (null) where there is no such shift. Lock the person first when something is to be written by it.
 */
export async function readSeatOf(db: Queryable, shiftId: string, employeeId: string) {
  return findSeatOf(db, shiftId, employeeId)
}
