import { constraintOf, type Tx } from '../../db/client.ts'
import { holidayRegions } from '../absences/public-holidays.ts'
import type { Context } from '../context.ts'
import { isZone } from '../engine/time/is-zone.ts'
import { queueNotices } from '../notices/queue-notices.ts'
import { may } from '../permissions.ts'
import { isDayOfOurs } from './calendar-day.ts'
import { isCountry } from './country.ts'
import type { EmployeeFields } from './employee-fields.ts'
import {
  EmailTaken,
  EmployeeFieldsNotValid,
  EmployeeNotFound,
  EmployeeNotYours,
  type FieldProblem
} from './errors.ts'
import { isAbove, lockManagers, lockPerson } from './queries/people.ts'
import { storeChanges } from './store-changes.ts'

/**
 * Changes fields of a person. HR and administrators change all of them, the lead of the team the readiness and when the
 * person works, of which the person is told.
 *
 * @throws {EmployeeNotFound}
 * @throws {EmployeeNotYours} when the actor may not change one of the fields.
 * @throws {EmployeeFieldsNotValid} naming every field that cannot be stored.
 * @throws {EmailTaken}
 */
export async function changeEmployee(
  ctx: Context,
  employeeId: string,
  wanted: Partial<EmployeeFields>
): Promise<void> {
  try {
    await ctx.db.transaction(async (tx) => {
      if (wanted.managerId) await lockManagers(tx)
      const person = await lockPerson(tx, employeeId)
      if (!person) throw new EmployeeNotFound({ employeeId })
      refuseForeign(ctx, person.teamId, wanted)
      const problems = await problemsOf(tx, employeeId, { ...person, ...wanted }, wanted)
      if (problems.length > 0) throw new EmployeeFieldsNotValid(problems)

      const changes = await storeChanges(tx, ctx, person, tidied(wanted))
      await tellOfWorkingTime(tx, ctx, employeeId, changes)
    })
  } catch (error) {
    throw refusalOf(error) ?? error
  }
}

/** As an import would store it, or the next import of the same words would find a change. */
function tidied(wanted: Partial<EmployeeFields>): Partial<EmployeeFields> {
  const clean = (text: string) => text.normalize('NFC').trim().replaceAll(/\s+/g, ' ')
  return {
    ...wanted,
    ...(wanted.name !== undefined && { name: clean(wanted.name) }),
    ...(wanted.title !== undefined && { title: clean(wanted.title) }),
    ...(wanted.workingDays && { workingDays: wanted.workingDays.toSorted((a, b) => a - b) })
  }
}

const WORKING_TIME = ['workingDays', 'workStartsAt', 'workEndsAt'] as const
/** What the lead of a team knows best. What a person cannot on top of it they say themselves, as unavailable hours. */
const LEAD_FIELDS = new Set<string>(['readiness', ...WORKING_TIME])

/** When somebody works decides which shifts they may get, so a change by somebody else is told. */
async function tellOfWorkingTime(
  tx: Tx,
  { actor, now }: Context,
  employeeId: string,
  changes: Partial<EmployeeFields>
): Promise<void> {
  if (actor.employeeId === employeeId || !WORKING_TIME.some((field) => changes[field] !== undefined)) return
  const { workingDays, workStartsAt, workEndsAt } = changes
  const by = { id: actor.employeeId, name: actor.name }
  const facts = { by, workingDays, workStartsAt, workEndsAt, todo: 'check-it' }
  await queueNotices(tx, [{ employeeId, kind: 'working-time-changed', facts }], now())
}

function refuseForeign({ actor }: Context, teamId: string, wanted: Partial<EmployeeFields>): void {
  const mayChange = (field: string) =>
    may(actor, LEAD_FIELDS.has(field) ? 'person.change-work' : 'person.change', { teamId })
  const foreign = Object.keys(wanted).filter((field) => !mayChange(field))
  if (foreign.length > 0 || !may(actor, 'person.change-work', { teamId }))
    throw new EmployeeNotYours({ fields: foreign })
}

/** What the schema of the request cannot tell. */
async function problemsOf(
  tx: Tx,
  employeeId: string,
  merged: EmployeeFields,
  wanted: Partial<EmployeeFields>
): Promise<FieldProblem[]> {
  const { timeZone, country, joinedOn, leavesOn, managerId } = wanted
  const isNoDay = (day: string | null | undefined) => day != null && !isDayOfOurs(day)
  const problems: FieldProblem[] = []
  const object = (field: keyof EmployeeFields, remedy: string) =>
    problems.push({ field, value: wanted[field], remedy })
  if (timeZone !== undefined && !isZone(timeZone))
    object('timeZone', 'Name an IANA zone such as Europe/Oslo.')
  if (country !== undefined && !isCountry(country)) object('country', 'Give an ISO 3166 code such as NO.')
  problems.push(...(await regionProblems(merged)))
  if (isNoDay(joinedOn)) object('joinedOn', 'Give a day that exists, such as 2024-08-19.')
  if (isNoDay(leavesOn)) object('leavesOn', 'Give a day that exists, such as 2027-06-30.')
  else if (merged.leavesOn !== null && merged.leavesOn < merged.joinedOn) {
    problems.push({ field: 'leavesOn', value: merged.leavesOn, remedy: 'Nobody leaves before joining.' })
  }
  if (managerId && (await isAbove(tx, managerId, employeeId))) {
    object('managerId', 'This person is the employee or reports to the employee. Name somebody above.')
  }
  return problems
}

/** A region is one of its country, so a move to another country takes it along or empties it. */
async function regionProblems({ country, region }: EmployeeFields): Promise<FieldProblem[]> {
  if (region === null) return []
  const regions = await holidayRegions(country)
  if (regions.includes(region)) return []
  const known =
    regions.length > 0 ? `Name one of: ${regions.join(', ')}.` : 'This country has none known here.'
  return [{ field: 'region', value: region, remedy: `${known} Or null for the country as a whole.` }]
}

function refusalOf(error: unknown) {
  switch (constraintOf(error)) {
    case 'employees_email_is_unique':
      return new EmailTaken()
    case 'employees_team_id_teams_id_fk':
      return new EmployeeFieldsNotValid([{ field: 'teamId', remedy: 'There is no such team.' }])
    case 'employees_manager_id_employees_id_fk':
      return new EmployeeFieldsNotValid([{ field: 'managerId', remedy: 'There is no such employee.' }])
    default:
      return null
  }
}
