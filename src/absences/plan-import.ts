import { type Complaint, complaint } from '../directory/csv/complaint.ts'
import { groupBy } from '../engine/facts/group-by.ts'
import { daysOffSpan } from '../engine/time/days-off-span.ts'
import type { Interval } from '../engine/time/local.ts'
import { overlaps } from '../engine/time/overlaps.ts'
import type { AbsenceRow } from './csv/parse-absences.ts'

interface KnownPerson {
  id: string
  email: string
  zone: string
  workStartsAt: string
  workEndsAt: string
}

/** An absence to add, and the line that says so. */
export type NewAbsence = Interval & Pick<AbsenceRow, 'line' | 'kind'> & { employeeId: string }

export interface ImportPlan {
  added: NewAbsence[]
  /** Lines that say what is noted already. */
  unchanged: number
  complaints: Complaint[]
}

const MOST_DAYS = 400
const DAY = 86_400_000

/** Compares the lines of a file with the people and what is noted of them: what to add, or why it cannot be. */
export function planAbsenceImport(
  rows: readonly AbsenceRow[],
  people: readonly KnownPerson[],
  noted: readonly (Interval & { employeeId: string })[]
): ImportPlan {
  const byEmail = new Map(people.map((person) => [person.email.toLowerCase(), person]))
  const taken = groupBy(noted, ({ employeeId }) => employeeId)
  const plan: ImportPlan = { added: [], unchanged: 0, complaints: [] }
  for (const row of rows) {
    const person = byEmail.get(row.email)
    const object = (field: string, value: string, remedy: string) =>
      plan.complaints.push(complaint(row.line, field, value, remedy))
    if (!person) {
      object('email', row.email, 'Nobody active has this address. Import the person first, or correct it.')
      continue
    }
    const span = daysOffSpan(row, person)
    const own = taken.get(person.id) ?? []
    const length = span.endsAt.getTime() - span.startsAt.getTime()
    if (length <= 0) object('last_part', 'morning', 'These halves leave nothing. Leave one of them out.')
    else if (length > MOST_DAYS * DAY)
      object('last_on', row.lastOn, `Note ${MOST_DAYS} days at most in one line.`)
    else if (own.some((other) => isSame(other, span))) plan.unchanged += 1
    else if (own.some((other) => overlaps(other, span)))
      object('from_on', row.fromOn, 'The person is away for part of this time already. Leave that part out.')
    else {
      const absence = { ...span, line: row.line, kind: row.kind, employeeId: person.id }
      plan.added.push(absence)
      taken.set(person.id, [...own, absence])
    }
  }
  return plan
}

const isSame = (a: Interval, b: Interval) => +a.startsAt === +b.startsAt && +a.endsAt === +b.endsAt
