import type { Tx } from '../../../db/client.ts'
import type { AnyContext } from '../../context.ts'
import type { EmployeeFields } from '../../directory/employee-fields.ts'
import { wouldCircle } from '../../directory/reporting.ts'
import { storeChanges } from '../../directory/store-changes.ts'
import { teamNamed } from '../../directory/team-named.ts'
import { teamByGroups } from '../groups/follow-groups.ts'
import { comeBack } from '../leavers/come-back.ts'
import { letGo } from '../leavers/let-go.ts'
import { USERS } from '../protocol/attributes.ts'
import { type Document, stableJson } from '../protocol/document.ts'
import { requireAttributes } from '../protocol/read-resource.ts'
import { badRequest } from '../protocol/scim-problem.ts'
import { findPersonRow, type PersonRow } from '../queries/people.ts'
import { findManager, joinThoseWaiting, namesOf } from './find-manager.ts'
import { keepSaid } from './keep-said.ts'
import { lockingAhead, type Needs } from './locking-ahead.ts'
import { writableOf } from './person-document.ts'
import { departmentOf, fieldsOf, fieldsSaidAnew, managerOf } from './read-fields.ts'

/** Whether a person as they stand is the one that the client means; throws where not. */
export type Precondition = (row: PersonRow) => void

/**
 * Changes a person as a PUT or PATCH says: fields, team, manager, and whether they are here at all.
 *
 * @throws {ScimProblem} 404, 412 by the precondition, 409 uniqueness, 400 for what cannot be stored.
 */
export async function changePerson(
  ctx: AnyContext,
  id: string,
  check: Precondition,
  change: (before: Document) => Document
): Promise<PersonRow> {
  const wanted = (before: Document): Document => {
    const after = change(before)
    requireAttributes(USERS, after)
    if (after.active === undefined) throw badRequest('invalidValue', 'active must be true or false.')
    fieldsOf(after)
    return after
  }
  const needs = (row: PersonRow) => needsOf(row.person.id, writableOf(row), wanted(writableOf(row)))
  return lockingAhead(ctx, id, needs, async (tx, row) => {
    check(row)
    return changeWithin(tx, ctx, row, wanted(writableOf(row)))
  })
}

function needsOf(id: string, before: Document, after: Document): Needs {
  const [old, now] = [namesOf(id, before), namesOf(id, after)]
  const isNamedAnew = stableJson(old) !== stableJson(now)
  return {
    reporting: isNamedAnew || managerOf(before) !== managerOf(after),
    names: isNamedAnew ? now : [],
    leaving: before.active === true && after.active === false
  }
}

/**
 * The same for a person who is locked with all that it needs. `isReturn`: everything is said anew, not only what differs.
 */
export async function changeWithin(
  tx: Tx,
  ctx: AnyContext,
  row: PersonRow,
  after: Document,
  { isReturn = false }: { isReturn?: boolean } = {}
): Promise<PersonRow> {
  const { id } = row.person
  const before = writableOf(row)
  if (!isReturn && stableJson(before) === stableJson(after)) return row
  if (before.active === false && after.active === true) await comeBack(tx, ctx, row)
  const now = isReturn ? row : ((await findPersonRow(tx, id)) ?? row)
  const { fields, managerRef } = await wantedFields(tx, ctx, now, { before, after, isReturn })
  await storeChanges(tx, ctx, now.person, fields)
  await keepSaid(tx, ctx, id, after, { managerRef })
  if (needsOf(id, before, after).names.length > 0 || isReturn) await joinThoseWaiting(tx, ctx, id, after)
  if (before.active === true && after.active === false) await letGo(tx, ctx, id)
  return (await findPersonRow(tx, id))!
}

interface Wanted {
  before: Document
  after: Document
  isReturn: boolean
}

async function wantedFields(tx: Tx, ctx: AnyContext, row: PersonRow, { before, after, isReturn }: Wanted) {
  const { id, country, email } = row.person
  const said = isReturn ? fieldsOf(after) : fieldsSaidAnew(before, after)
  const fields: Partial<EmployeeFields> = { ...said }
  // The address is who it is: another way to write it is no change.
  if (said.email?.toLowerCase() === email.toLowerCase()) delete fields.email
  if (said.country !== undefined && said.country !== country) fields.region = null
  const department = departmentOf(after)
  const isMoved = department !== undefined && (isReturn || department !== departmentOf(before))
  if (isMoved && (await teamByGroups(tx, id)) === null) fields.teamId = await teamNamed(tx, ctx, department)
  if (!isReturn && managerOf(before) === managerOf(after))
    return { fields, managerRef: row.said?.managerRef ?? null }
  const manager = await findManager(tx, managerOf(after))
  if (manager.id && (await wouldCircle(tx, id, manager.id))) {
    throw badRequest('invalidValue', 'This manager is the person or reports to the person.')
  }
  return { fields: { ...fields, managerId: manager.id }, managerRef: manager.ref }
}
