import type { Queryable } from '../../db/client.ts'
import { listClosings } from './queries/closings.ts'

/**
 * The first day whose books are not closed: what was before it has been carried into it, cut to the cap. Null while
 * no period was ever closed.
 */
export async function booksOpenFrom(db: Queryable): Promise<string | null> {
  return (await listClosings(db)).at(-1)?.toOn ?? null
}
