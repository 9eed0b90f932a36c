import type { AnyContext } from '../../context.ts'
import { findGroup, type GroupRow } from '../queries/groups.ts'
import { isId } from '../queries/people.ts'
import { noSuchGroup } from './change-group.ts'

/** One group. @throws {ScimProblem} 404 */
export async function readGroup({ db }: AnyContext, id: string): Promise<GroupRow> {
  const group = isId(id) ? await findGroup(db, id) : null
  if (!group) throw noSuchGroup()
  return group
}
