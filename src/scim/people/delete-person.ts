import type { AnyContext } from '../../context.ts'
import { letGo } from '../leavers/let-go.ts'
import { removeFromAll, updateGroup } from '../queries/groups.ts'
import { markDeleted, type PersonRow } from '../queries/people.ts'
import type { Precondition } from './change-person.ts'
import { keepSaid } from './keep-said.ts'
import { lockingAhead, type Needs } from './locking-ahead.ts'
import { writableOf } from './person-document.ts'

/**
 * The resource is gone, the person has left, and everything they did stays. A new resource of the same name is their
 * return.
 *
 * @throws {ScimProblem} 404, 412 by the precondition.
 * @throws {LastAdmin}
 */
export async function deletePerson(ctx: AnyContext, id: string, check: Precondition): Promise<void> {
  const isHere = ({ person }: PersonRow) => person.deactivatedAt === null && person.suspendedAt === null
  const needs = (row: PersonRow): Needs => ({
    reporting: false,
    names: [],
    leaving: isHere(row),
    groups: true
  })
  await lockingAhead(ctx, id, needs, async (tx, row) => {
    check(row)
    const employeeId = row.person.id
    if (isHere(row)) await letGo(tx, ctx, employeeId)
    if (!row.said) await keepSaid(tx, ctx, employeeId, writableOf(row))
    await markDeleted(tx, employeeId, ctx.now())
    for (const groupId of await removeFromAll(tx, employeeId)) {
      await updateGroup(tx, groupId, { changedAt: ctx.now() })
    }
    return row
  })
}
