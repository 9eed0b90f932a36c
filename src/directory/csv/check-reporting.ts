import { type Complaint, complaint } from './complaint.ts'
import { type EmployeeRow, keyOf, type ParsedEmployees } from './parse-employees.ts'

/** The company as it is before the import; every string made by `keyOf`. */
export interface KnownNames {
  /** Who reports to whom: e-mail of each person known -> e-mail of the manager. */
  managers: ReadonlyMap<string, string | null>
  teams: ReadonlySet<string>
}

/** Managers and led teams that are nowhere to be found, and people who would report to themselves. */
export function checkReporting(parsed: ParsedEmployees, known: KnownNames): Complaint[] {
  const strangers = parsed.rows.flatMap((row) => unknownManager(row, parsed, known))
  const teams = parsed.rows.flatMap((row) => unknownTeams(row, parsed, known))
  return [...strangers, ...teams, ...loops(parsed.rows, known)].sort((a, b) => a.line - b.line)
}

function unknownManager(
  row: EmployeeRow,
  { emails }: ParsedEmployees,
  { managers }: KnownNames
): Complaint[] {
  const email = row.manager_email
  if (!email || emails.has(keyOf(email)) || managers.has(keyOf(email))) return []
  const remedy = 'Nobody in this file or known already has this address. Add the person, or leave it empty.'
  return [complaint(row.line, 'manager_email', email, remedy)]
}

function unknownTeams(row: EmployeeRow, { teams }: ParsedEmployees, known: KnownNames): Complaint[] {
  return (row.leads ?? [])
    .filter((name) => !teams.has(keyOf(name)) && !known.teams.has(keyOf(name)))
    .map((name) =>
      complaint(row.line, 'leads', name, 'No team has this name, and nobody in the file is in it.')
    )
}

/** Walks up from everybody once. A walk that meets itself has found a loop; what was walked is not walked again. */
function loops(rows: EmployeeRow[], { managers }: KnownNames): Complaint[] {
  const inFile = new Map(rows.map((row) => [keyOf(row.email), row]))
  const managerOf = (key: string): string | null => {
    const wanted = inFile.get(key)?.manager_email
    return wanted === undefined ? (managers.get(key) ?? null) : wanted && keyOf(wanted)
  }
  const walked = new Set<string>()
  return rows.flatMap((row) => {
    const trail = new Set<string>()
    let at: string | null = keyOf(row.email)
    while (at !== null && !walked.has(at)) {
      walked.add(at)
      trail.add(at)
      at = managerOf(at)
    }
    return at !== null && trail.has(at) ? loopComplaint([...trail], at, inFile) : []
  })
}

/** A circle in which nobody of the file is was there before, and is not the file's mistake. */
function loopComplaint(
  trail: string[],
  meeting: string,
  inFile: ReadonlyMap<string, EmployeeRow>
): Complaint[] {
  const loop = trail.slice(trail.indexOf(meeting))
  const rows = loop.flatMap((key) => inFile.get(key) ?? []).sort((a, b) => a.line - b.line)
  const remedy =
    loop.length === 1
      ? 'Nobody is their own manager. Leave the field empty.'
      : `These report to each other in a circle: ${loop.slice(0, 10).join(', ')}. Correct one of them.`
  return rows
    .slice(0, 1)
    .map(({ line, manager_email: email = null }) => complaint(line, 'manager_email', email, remedy))
}
