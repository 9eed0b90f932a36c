import type { Queryable } from '../../db/client.ts'
import { listBlockSpans } from './queries.ts'

/** Blocks kept free for fixing that touch [from, to): nothing is planned in them, and nobody takes a shift in their own. */
export async function listFixItSpans(
  db: Queryable,
  span: { employeeIds?: readonly string[]; from: Date; to: Date }
): Promise<{ employeeId: string; startsAt: Date; endsAt: Date }[]> {
  return listBlockSpans(db, span)
}
