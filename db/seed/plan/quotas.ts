import { dueMinutes } from '../../../src/engine/ledger/due-minutes.ts'
import { addDays } from '../../../src/engine/time/add-days.ts'
import type { LocalDate } from '../../../src/engine/time/local.ts'
import { daysAway } from '../../../src/quotas/days-away.ts'
import type { quotas } from '../../schema/quotas.ts'
import type { Calendar } from '../calendar.ts'
import type { MakeId } from '../ids.ts'
import type { AbsenceRow } from '../people/absences.ts'
import type { Cast } from '../people/organise.ts'
import type { Person } from '../people/person.ts'
import { SUPPORT } from '../people/teams.ts'

export type QuotaRow = typeof quotas.$inferSelect

/** One four-hour shift in four weeks, 2.5% of full time: the default of PRACTICE.md, section 1. */
const ORGANISATION = 240
/** Twelve hours in four weeks, 7.5%: what Olark asks of everybody (PRACTICE.md) is what Fjordlys asks of Support. */
const SUPPORT_TEAM = 720
/** A shift every eight weeks, agreed in the open with one person. */
const ONE_PERSON = 120

/** The three quotas of the story, each set by HR. */
export function makeQuotas(
  people: readonly Person[],
  cast: Cast,
  { calendar, teamIds, id }: { calendar: Calendar; teamIds: ReadonlyMap<string, string>; id: MakeId }
): QuotaRow[] {
  const since = calendar.startsOn
  const agreedOn = calendar.periods[3]!.fromOn
  const cared = people.find(
    (person) => isSettledEngineer(person) && person !== cast.admin && !isCast(cast, person)
  )
  const make = (row: Pick<QuotaRow, 'scope' | 'minutes' | 'fromOn'> & Partial<QuotaRow>): QuotaRow => {
    const createdAt = new Date(`${addDays(row.fromOn, -30)}T09:00:00Z`)
    const set = { createdAt, createdBy: cast.hr.row.id, perWeeks: 4, toOn: null }
    return { id: id(createdAt), teamId: null, employeeId: null, ...set, ...row }
  }
  const rows = [
    make({ scope: 'organisation', minutes: ORGANISATION, fromOn: since }),
    make({ scope: 'team', teamId: teamIds.get(SUPPORT)!, minutes: SUPPORT_TEAM, fromOn: since })
  ]
  if (!cared) return rows
  return [...rows, make({ scope: 'person', employeeId: cared.row.id, minutes: ONE_PERSON, fromOn: agreedOn })]
}

function isSettledEngineer({ row, team }: Person): boolean {
  return (
    team === 'Engineering Devices' &&
    row.level === 'staff' &&
    row.readiness === 'ready' &&
    row.leavesOn === null
  )
}

function isCast(cast: Cast, person: Person): boolean {
  return Object.values(cast).includes(person)
}

/** Minutes somebody owes on the days [fromOn, toOn), by the product's own arithmetic. */
export function dueOf(
  { row }: Person,
  rows: readonly QuotaRow[],
  absences: AbsenceRow[],
  { fromOn, toOn }: { fromOn: LocalDate; toOn: LocalDate }
): number {
  const concerning = rows.filter(
    ({ teamId, employeeId }) =>
      (teamId === null || teamId === row.teamId) && (employeeId === null || employeeId === row.id)
  )
  return dueMinutes({ person: row, quotas: concerning, longAbsences: daysAway(absences, row), fromOn, toOn })
}
