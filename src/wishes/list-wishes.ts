import type { Queryable } from '../../db/client.ts'
import type { WishFact } from '../engine/facts/wish-for.ts'
import { listOf } from './queries.ts'

/** What people wish for weekdays and for dates in [fromOn, toOn), of these people or of everybody. Without reasons. */
export async function listWishes(
  db: Queryable,
  span: { employeeIds?: readonly string[]; fromOn: string; toOn: string }
): Promise<(WishFact & { employeeId: string })[]> {
  return listOf(db, span)
}
