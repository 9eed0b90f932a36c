import type { AnyContext } from '../../context.ts'
import { findPersonRow, isId, type PersonRow } from '../queries/people.ts'
import { noSuchPerson } from './locking-ahead.ts'

/** One person as SCIM has them. @throws {ScimProblem} 404 */
export async function readPerson({ db }: AnyContext, id: string): Promise<PersonRow> {
  const row = isId(id) ? await findPersonRow(db, id) : null
  if (!row) throw noSuchPerson()
  return row
}
