import { v7 } from 'uuid'
import { type EmployeeRow, keyOf } from './csv/parse-employees.ts'
import { changesTo, type EmployeeFields } from './employee-fields.ts'
import { defaultFields, fieldsOfRow } from './fields-of-row.ts'

export interface KnownPerson extends EmployeeFields {
  id: string
  deactivatedAt: Date | null
  /** Teams the person leads. */
  leads: string[]
}

export interface Company {
  people: KnownPerson[]
  teams: { id: string; name: string }[]
}

export interface Change {
  before: KnownPerson
  after: KnownPerson
  fields: Partial<EmployeeFields>
}

/** What an import would do; nothing is done yet. */
export interface ImportPlan {
  newTeams: { id: string; name: string; supportCap: number }[]
  /** Managers before those who report to them, so that rows can be inserted in this order. */
  added: KnownPerson[]
  changed: Change[]
  /** Deactivated people who are in the file again; not counted as changed. */
  reactivated: Change[]
  unchanged: number
  /** Active people whom the file does not have. */
  missing: KnownPerson[]
}

/** Compares the lines of a file, which have been checked, with the company. `today` is `YYYY-MM-DD`. */
export function planImport(rows: EmployeeRow[], company: Company, today: string): ImportPlan {
  const stored = new Map(company.people.map((person) => [keyOf(person.email), person]))
  const newTeams = teamsToAdd(rows, company)
  const teamIds = new Map([...company.teams, ...newTeams].map(({ id, name }) => [keyOf(name), id]))
  const ids = new Map(company.people.map(({ email, id }) => [keyOf(email), id]))
  for (const { email } of rows) if (!ids.has(keyOf(email))) ids.set(keyOf(email), v7())

  const wanted = rows.map((row) => {
    const before = stored.get(keyOf(row.email))
    return { before, after: personAfter(row, before, { ids, teamIds, today }) }
  })
  const added = wanted.flatMap(({ before, after }) => (before ? [] : [after]))
  const kept = wanted.flatMap(({ before, after }) => (before ? [changeOf(before, after)] : []))
  const reactivated = kept.filter(({ before, after }) => before.deactivatedAt && !after.deactivatedAt)
  const changed = kept.filter((change) => !reactivated.includes(change) && isChange(change))
  const inFile = new Set(rows.map(({ email }) => keyOf(email)))
  return {
    newTeams,
    added: managersFirst(added),
    changed,
    reactivated,
    unchanged: kept.length - reactivated.length - changed.length,
    missing: company.people.filter(({ email, deactivatedAt }) => !deactivatedAt && !inFile.has(keyOf(email)))
  }
}

/** A new team may have a fifth of its people on support at once, one at least. Our own rule; HR or the lead changes it. */
const SHARE_ON_SUPPORT = 5

function teamsToAdd(rows: EmployeeRow[], { teams }: Company): ImportPlan['newTeams'] {
  const known = new Set(teams.map(({ name }) => keyOf(name)))
  const sizes = new Map<string, { name: string; people: number }>()
  for (const { team } of rows) {
    if (known.has(keyOf(team))) continue
    const { name, people } = sizes.get(keyOf(team)) ?? { name: team, people: 0 }
    sizes.set(keyOf(team), { name, people: people + 1 })
  }
  return [...sizes.values()].map(({ name, people }) => ({
    id: v7(),
    name,
    supportCap: Math.max(1, Math.floor(people / SHARE_ON_SUPPORT))
  }))
}

interface Lookup {
  ids: ReadonlyMap<string, string>
  teamIds: ReadonlyMap<string, string>
  today: string
}

function personAfter(row: EmployeeRow, before: KnownPerson | undefined, lookup: Lookup): KnownPerson {
  const { ids, teamIds, today } = lookup
  const known = before ?? {
    ...(defaultFields() as EmployeeFields),
    managerId: null,
    deactivatedAt: null,
    leads: []
  }
  const person: KnownPerson = {
    ...known,
    ...fieldsOfRow(row),
    // The address is who it is: another way to write it is no change.
    email: before?.email ?? row.email,
    id: ids.get(keyOf(row.email))!,
    teamId: teamIds.get(keyOf(row.team))!
  }
  if (row.manager_email !== undefined) {
    person.managerId = row.manager_email && ids.get(keyOf(row.manager_email))!
  }
  // Who is back is active again; a leaver whom the file still lists is not back.
  if (person.leavesOn === null || person.leavesOn >= today) person.deactivatedAt = null
  const leads = row.leads?.map((name) => teamIds.get(keyOf(name))!) ?? known.leads
  return { ...person, leads: person.deactivatedAt ? [] : [...new Set(leads)].sort() }
}

function changeOf(before: KnownPerson, after: KnownPerson): Change {
  const { leads: _, id, deactivatedAt, ...wanted } = after
  return { before, after, fields: changesTo<EmployeeFields>(before, wanted) }
}

function isChange({ before, after, fields }: Change): boolean {
  return Object.keys(fields).length > 0 || before.leads.join() !== after.leads.join()
}

/** People whose manager is not new come first, then those who report to them, and so on. */
function managersFirst(added: KnownPerson[]): KnownPerson[] {
  const byId = new Map(added.map((person) => [person.id, person]))
  const ordered = new Set<KnownPerson>()
  for (const person of added) {
    const above: KnownPerson[] = []
    for (
      let at: KnownPerson | undefined = person;
      at && !ordered.has(at);
      at = byId.get(at.managerId ?? '')
    ) {
      above.push(at)
    }
    for (const at of above.reverse()) ordered.add(at)
  }
  return [...ordered]
}
