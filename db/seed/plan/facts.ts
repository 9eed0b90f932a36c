import type { PersonFact, PlanningFacts, ShiftFact } from '../../../src/engine/facts/planning-facts.ts'
import { addDays } from '../../../src/engine/time/add-days.ts'
import { expandPattern } from '../../../src/engine/time/expand-pattern.ts'
import type { Period } from '../calendar.ts'
import { type Person, readinessOn } from '../people/person.ts'
import type { Company } from './company.ts'
import type { Rotation } from './rotations.ts'
import { inForce, type Seat } from './seat.ts'
import type { Standings } from './standings.ts'

/** Seats further back than this stand near no shift of the period: no rotation spaces shifts wider. */
const LOOK_BACK_DAYS = 28

/** All that is known when a period of a rotation is planned, in the words of the engine. */
export function factsFor(
  rotation: Rotation,
  period: Period,
  { company, seats, standings }: { company: Company; seats: readonly Seat[]; standings: Standings }
): PlanningFacts {
  const { row, pattern } = rotation
  const { fromOn, toOn } = period
  const holidays = new Set(company.holidays[row.holidayCountry] ?? [])
  const spans = expandPattern({ pattern, zone: row.timeZone, fromOn, toOn })
  const shifts: ShiftFact[] = spans.map((span) => ({ ...span, isHoliday: holidays.has(span.onDay) }))
  const earliest = addDays(fromOn, -LOOK_BACK_DAYS)
  const near = seats.filter((seat) => seat.shift.onDay >= earliest && inForce(seat))
  return {
    now: period.publishedAt,
    rotation: { ...row, zone: row.timeZone, fromOn, toOn, seats: seatsOf(row) },
    shifts,
    teams: company.teams,
    people: company.people
      .filter((person) => isActiveIn(person, period))
      .map((person) => personFact(person, period, company, standings)),
    holidays: company.holidays,
    held: near.map((seat) => ({
      employeeId: seat.person.row.id,
      onDay: seat.shift.onDay,
      startsAt: seat.row.startsAt,
      endsAt: seat.row.endsAt
    })),
    published: null
  }
}

function seatsOf(row: Rotation['row']) {
  return { min: row.minSeats, desired: row.desiredSeats, max: row.maxSeats, hosts: row.hostsRequired }
}

function isActiveIn({ row }: Person, { fromOn, toOn }: Period): boolean {
  return row.joinedOn < toOn && (row.leavesOn === null || row.leavesOn >= fromOn)
}

function personFact({ row }: Person, { fromOn }: Period, company: Company, standings: Standings): PersonFact {
  const { id, teamId, level, isHost, country, workingDays, workStartsAt, workEndsAt, joinedOn, leavesOn } =
    row
  return {
    ...{ id, teamId, level, isHost, country, workingDays, workStartsAt, workEndsAt, joinedOn, leavesOn },
    zone: row.timeZone,
    readiness: readinessOn(joinedOn, fromOn),
    absences: company.absences.get(id) ?? [],
    ...standings.of(id)
  }
}
