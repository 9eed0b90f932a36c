import type { Tx } from '../../../db/client.ts'
import type { AnyContext } from '../../context.ts'
import { addPerson } from '../../directory/add-person.ts'
import { lockReporting } from '../../directory/reporting.ts'
import { lockToLeave } from '../../directory/suspend-people.ts'
import { teamNamed } from '../../directory/team-named.ts'
import { localDateOf } from '../../engine/time/local-date-of.ts'
import { USERS } from '../protocol/attributes.ts'
import type { Document } from '../protocol/document.ts'
import { readResource, requireAttributes } from '../protocol/read-resource.ts'
import { ScimProblem } from '../protocol/scim-problem.ts'
import { findNamesakes, findPersonRow, type PersonRow } from '../queries/people.ts'
import { changeWithin } from './change-person.ts'
import { defaultsNow } from './defaults.ts'
import { findManager, joinThoseWaiting, namesOf, thoseWaitingFor } from './find-manager.ts'
import { keepSaid } from './keep-said.ts'
import { departmentOf, emailOf, fieldsOf, managerOf } from './read-fields.ts'
import { refusingTaken } from './refusing-taken.ts'

/** Where people stand whom neither a department nor a default places; the administrator's list names them. */
const NO_TEAM = 'No team yet'

/**
 * Takes a person in. Who was deleted at the provider and comes again is the same person, with their history.
 *
 * @throws {ScimProblem} uniqueness (409) where somebody goes by the user name or address.
 */
export async function createPerson(ctx: AnyContext, body: unknown): Promise<PersonRow> {
  const document = readResource(USERS, body)
  requireAttributes(USERS, document)
  const wanted: Document = { ...document, active: document.active ?? true }
  fieldsOf(wanted)
  return refusingTaken(() => ctx.db.transaction((tx) => createWithin(tx, ctx, wanted)))
}

async function createWithin(tx: Tx, ctx: AnyContext, document: Document): Promise<PersonRow> {
  const returning = await findReturning(tx, document)
  if (returning !== null) {
    await lockReporting(tx)
    await lockToLeave(tx, [returning, ...(await thoseWaitingFor(tx, namesOf(returning, document)))])
    await keepSaid(tx, ctx, returning, document, { deletedAt: null })
    return changeWithin(tx, ctx, (await findPersonRow(tx, returning))!, document, { isReturn: true })
  }
  const id = await insertNew(tx, ctx, document)
  await joinThoseWaiting(tx, ctx, id, document)
  return (await findPersonRow(tx, id))!
}

/** Whoever went by this name and was deleted; somebody who is still there is in the way. */
async function findReturning(tx: Tx, document: Document): Promise<string | null> {
  const namesakes = await findNamesakes(tx, {
    userName: String(document.userName),
    email: emailOf(document),
    externalId: typeof document.externalId === 'string' ? document.externalId : null
  })
  if (namesakes.some(({ deletedAt }) => deletedAt === null)) {
    throw new ScimProblem(409, 'uniqueness', 'Somebody has this userName or e-mail address already.')
  }
  const byId = namesakes.find(({ externalId }) => externalId !== null && externalId === document.externalId)
  return (byId ?? namesakes[0])?.id ?? null
}

async function insertNew(tx: Tx, ctx: AnyContext, document: Document): Promise<string> {
  const defaults = await defaultsNow(tx)
  const said = fieldsOf(document)
  const { locale, timeZone, country } = defaults
  const department = departmentOf(document)
  const manager = await findManager(tx, managerOf(document))
  const person = { locale, timeZone, country, ...said }
  const joinedOn = localDateOf(ctx.now(), person.timeZone)
  const teamId =
    department === undefined
      ? (defaults.teamId ?? (await teamNamed(tx, ctx, NO_TEAM)))
      : await teamNamed(tx, ctx, department)
  const id = await addPerson(
    tx,
    ctx,
    { ...person, teamId, joinedOn, managerId: manager.id },
    { isActive: document.active !== false }
  )
  const assumed = {
    joinedOn,
    ...(department === undefined && { teamId }),
    ...(said.timeZone === undefined && { timeZone }),
    ...(said.country === undefined && { country })
  }
  await keepSaid(tx, ctx, id, document, { assumed, managerRef: manager.ref })
  return id
}
