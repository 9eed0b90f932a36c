import type { grants, teamLeads } from '../../schema/employees.ts'
import { groupBy } from '../group.ts'
import type { Random } from '../random.ts'
import type { Person } from './person.ts'
import { FINANCE } from './teams.ts'

/** Which executive a team's leads answer to, by title; the chief executive where that one does not exist. */
const AREAS: Record<string, string> = {
  'Engineering Apps': 'Chief Technology Officer',
  'Engineering Devices': 'Chief Technology Officer',
  Product: 'Chief Product Officer',
  Design: 'Chief Product Officer',
  Sales: 'Chief Commercial Officer',
  Marketing: 'Chief Commercial Officer',
  [FINANCE]: 'Chief Financial Officer'
}

/** Names everybody's manager: the team's lead, above them the executive of the area, above all the chief executive. */
export function withManagers(people: readonly Person[], random: Random): Person[] {
  const leads = groupBy(
    people.filter(({ row }) => row.level === 'lead'),
    ({ team }) => team
  )
  const executives = new Map(
    people.filter(({ row }) => row.level === 'executive').map(({ row }) => [row.title, row.id])
  )
  const chief = executives.get('Chief Executive Officer')!
  return people.map((person) => {
    const { row, team } = person
    const managerId =
      row.level === 'executive'
        ? chief
        : row.level === 'lead'
          ? (executives.get(AREAS[team] ?? '') ?? chief)
          : (random.pick(leads.get(team) ?? [])?.row.id ?? chief)
    return { ...person, row: { ...row, managerId: row.id === chief ? null : managerId } }
  })
}

/** Every lead leads their own team. */
export function leadsOf(people: readonly Person[]): (typeof teamLeads.$inferInsert)[] {
  return people
    .filter(({ row }) => row.level === 'lead')
    .map(({ row }) => ({ teamId: row.teamId, employeeId: row.id }))
}

/** The people who try the product in the demo: one of each role. */
export type Cast = Record<'admin' | 'hr' | 'lead' | 'host' | 'employee' | 'executive', Person>

/** Casts somebody for each role: active, full-time, there the longest, and where the role is at home. */
export function castOf(people: readonly Person[]): Cast {
  const steady = people
    .filter(({ row }) => row.readiness === 'ready' && row.leavesOn === null && row.ftePercent === 100)
    .sort((a, b) => (a.row.joinedOn < b.row.joinedOn ? -1 : 1))
  const first = (...preferred: ((person: Person) => boolean)[]) =>
    preferred.map((is) => steady.find(is)).find((person) => person !== undefined) ?? people[0]!
  const staffOf = (team: string) => (person: Person) => person.team === team && person.row.level === 'staff'
  const inOslo = (is: (person: Person) => boolean) => (person: Person) =>
    person.office.city === 'Oslo' && is(person)
  const isHost = ({ row }: Person) => row.isHost && row.level === 'staff'
  const isLead = ({ row }: Person) => row.level === 'lead' && !row.isHost
  return {
    executive: first(({ row }) => row.title === 'Chief Executive Officer'),
    hr: first(inOslo(staffOf(FINANCE)), staffOf(FINANCE)),
    admin: first(staffOf('Engineering Apps')),
    lead: first(inOslo(isLead), isLead),
    host: first(inOslo(isHost), isHost),
    employee: first(inOslo(staffOf('Design')), staffOf('Design'))
  }
}

/** The title of who works with people, whatever was drawn. */
const HR_TITLE = 'People Partner'

/** Gives the two granted roles, and their holder in HR the title that goes with it. */
export function grantRoles(people: readonly Person[], cast: Cast) {
  const { admin, hr } = cast
  const grantedAt = admin.row.createdAt > hr.row.createdAt ? admin.row.createdAt : hr.row.createdAt
  const rows: (typeof grants.$inferInsert)[] = [
    { employeeId: admin.row.id, role: 'admin', grantedAt: admin.row.createdAt, grantedBy: null },
    { employeeId: hr.row.id, role: 'hr', grantedAt, grantedBy: admin.row.id }
  ]
  const titled = people.map((person) =>
    person === hr ? { ...person, row: { ...person.row, title: HR_TITLE } } : person
  )
  return { people: titled, grants: rows }
}
