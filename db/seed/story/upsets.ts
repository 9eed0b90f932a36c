import { dayBounds } from '../../../src/engine/time/day-bounds.ts'
import { localDateOf } from '../../../src/engine/time/local-date-of.ts'
import type { Calendar } from '../calendar.ts'
import type { MakeId } from '../ids.ts'
import type { AbsenceRow } from '../people/absences.ts'
import { BEHIND } from '../people/teams.ts'
import { inForce, type Seat } from '../plan/seat.ts'
import type { Random } from '../random.ts'
import { gloomyQuarter } from './serve-customers.ts'

const HOUR = 3_600_000

/**
 * Shares of guests' seats that were given up: leaders find reasons more often, and one team does. In the gloomy quarter it was so
 * many times as much.
 */
const GIVEN_UP = { leaders: 0.22, behind: 0.5, others: 0.045 }
const GLOOMIER = 1.6
const ILL_ON_THE_DAY = 0.018

export interface Upset {
  readonly seats: Seat[]
  /** Absences of the morning, of those who fell ill. */
  readonly absences: AbsenceRow[]
}

/** What came in between: guests who gave up a seat or fell ill. Hosts stand by theirs. No shift breaks a rule by it. */
export function upset(
  seats: readonly Seat[],
  { calendar, random, id }: { calendar: Calendar; random: Random; id: MakeId }
): Upset {
  const { now } = calendar
  const gloomy = gloomyQuarter(calendar)
  const balance = balanceByShift(seats)
  const absences: AbsenceRow[] = []
  const told = seats.map((seat) => {
    const draw = random.next()
    const left = (balance.get(seat.shift.id) ?? 0) - weightOf(seat)
    if (seat.person.row.isHost || seat.row.endsAt > now || left < 0) return seat
    const isIll = draw < ILL_ON_THE_DAY
    if (!isIll && draw > ILL_ON_THE_DAY + shareGivenUp(seat, gloomy)) return seat
    balance.set(seat.shift.id, left)
    if (isIll) absences.push(illness(seat, id))
    const hoursBefore = isIll ? 1 : random.between(20, 24 * 9)
    return {
      ...seat,
      row: { ...seat.row, releasedAt: new Date(seat.row.startsAt.getTime() - hoursBefore * HOUR) }
    }
  })
  return { seats: told, absences }
}

/** Experienced people less newcomers, which must never be below zero. */
function balanceByShift(seats: readonly Seat[]): Map<string, number> {
  const balance = new Map<string, number>()
  for (const seat of seats.filter(inForce)) {
    balance.set(seat.shift.id, (balance.get(seat.shift.id) ?? 0) + weightOf(seat))
  }
  return balance
}

function weightOf({ readiness }: Seat): number {
  return readiness === 'ready' ? 1 : -1
}

function shareGivenUp({ person, shift }: Seat, gloomy: { fromOn: string; toOn: string }): number {
  const times = gloomy.fromOn <= shift.onDay && shift.onDay < gloomy.toOn ? GLOOMIER : 1
  if (person.team === BEHIND) return times * GIVEN_UP.behind
  return times * (person.row.level === 'staff' ? GIVEN_UP.others : GIVEN_UP.leaders)
}

function illness({ row, person }: Seat, id: MakeId): AbsenceRow {
  const { timeZone } = person.row
  const createdAt = new Date(row.startsAt.getTime() - HOUR)
  const day = dayBounds(localDateOf(row.startsAt, timeZone), timeZone)
  const noted = { kind: 'sick' as const, source: 'own' as const, feedId: null, createdAt }
  return { id: id(createdAt), employeeId: row.employeeId, ...day, ...noted }
}
