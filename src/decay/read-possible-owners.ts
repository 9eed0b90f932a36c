import type { Context } from '../context.ts'
import { listPossibleOwners } from './queries/reviews.ts'

/** Those whom a review can be named for, and who may answer any: HR and executives, in the order they are asked. */
export async function readPossibleOwners({
  db
}: Pick<Context, 'db'>): Promise<{ id: string; name: string }[]> {
  return listPossibleOwners(db)
}
