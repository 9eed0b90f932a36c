import type { Context } from '../context.ts'
import { pageOf, readCursor } from '../lib/paging.ts'
import { may } from '../permissions.ts'
import { NotAllowed } from '../sign-in/errors.ts'
import { EmployeeNotFound } from './errors.ts'
import { findPerson, listPeople, type PeopleFilter } from './queries/people.ts'

type PersonRow = NonNullable<Awaited<ReturnType<typeof findPerson>>>
type PublicRow = Awaited<ReturnType<typeof listPeople>>[number]

/**
 * A page of the company's people by name, as everybody may see them.
 *
 * @throws {NotAllowed} when somebody outside HR asks for deactivated people.
 */
export async function listEmployees(
  ctx: Context,
  { cursor, limit = 50, ...filter }: PeopleFilter & { cursor?: string; limit?: number }
) {
  if (filter.includeDeactivated && !may(ctx.actor, 'person.see-leavers')) throw new NotAllowed()
  const rows = await listPeople(ctx.db, filter, { after: readCursor(cursor), limit: limit + 1 })
  const page = pageOf(rows, limit, ({ id, name }) => ({ key: name, id }))
  return { ...page, items: page.items.map(publicView) }
}

/**
 * One person: all that is held for those who may see it, else what everybody sees.
 *
 * @throws {EmployeeNotFound} also for a deactivated person whom the actor may not see in full.
 */
export async function readEmployee(ctx: Context, employeeId: string) {
  const person = await findPerson(ctx.db, employeeId)
  if (!person) throw new EmployeeNotFound({ employeeId })
  if (may(ctx.actor, 'person.see', { employeeId: person.id, teamId: person.teamId })) return fullView(person)
  if (person.deactivatedAt) throw new EmployeeNotFound({ employeeId })
  return publicView(person)
}

function publicView({
  id,
  name,
  title,
  level,
  isHost,
  timeZone,
  teamId,
  teamName,
  deactivatedAt
}: PublicRow) {
  const team = { id: teamId, name: teamName }
  return { id, name, title, level, isHost, timeZone, team, isActive: deactivatedAt === null }
}

/** All that is held of a person: for the person, their lead, HR and administrators. */
export type EmployeeInFull = ReturnType<typeof fullView>

function fullView({ managerId, managerName, teamName: _, ...person }: PersonRow) {
  const manager = managerId === null ? null : { id: managerId, name: managerName! }
  const { teamId, ...rest } = person
  return { ...rest, ...publicView({ ...person, teamName: _ }), manager }
}
