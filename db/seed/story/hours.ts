import { addDays } from '../../../src/engine/time/add-days.ts'
import { daysBetween } from '../../../src/engine/time/days-between.ts'
import { eachDate } from '../../../src/engine/time/each-date.ts'
import { instantOf } from '../../../src/engine/time/instant-of.ts'
import type { ledgerEntries } from '../../schema/ledger.ts'
import type { MakeId } from '../ids.ts'
import type { Person } from '../people/person.ts'
import type { Company } from '../plan/company.ts'
import { inForce, minutesOf, type Seat } from '../plan/seat.ts'
import type { Random } from '../random.ts'
import { CORRECTIONS, CREDITS, CUT_SHORT } from './reasons.ts'

export type LedgerRow = typeof ledgerEntries.$inferSelect

interface Telling {
  readonly company: Company
  readonly random: Random
  readonly id: MakeId
}

const HOUR = 3_600_000
const CORRECTED = 0.08
const CUT_SHORT_BY_LEADERS = 0.14
/** Of the shifts of the last ten days, those whose people have not come round to confirming yet. */
const NOT_YET_CONFIRMED = 0.4
/** And of older ones, those that slipped through. */
const FORGOTTEN = 0.012

/** Books what was worked: mostly as planned, some of it corrected with a reason, and some credits beside the shifts. */
export function bookHours(seats: readonly Seat[], telling: Telling): LedgerRow[] {
  const { now } = telling.company.calendar
  const over = seats.filter((seat) => inForce(seat) && seat.row.endsAt <= now)
  return [...over.flatMap((seat) => hoursOf(seat, telling)), ...credits(telling)]
}

function hoursOf(seat: Seat, { company, random, id }: Telling): LedgerRow[] {
  const { now, today } = company.calendar
  const isRecent = daysBetween(seat.shift.onDay, today) <= 10
  const minutes = minutesOf(seat)
  const after = random.chance(0.7) ? random.next() * 2 : random.between(1, 4) * 24 - random.next() * 4
  const enteredAt = new Date(seat.row.endsAt.getTime() + Math.round(after * HOUR))
  if (random.chance(isRecent ? NOT_YET_CONFIRMED : FORGOTTEN) || enteredAt > now) return []
  const { employeeId, startsAt, endsAt } = seat.row
  const worked: LedgerRow = {
    ...blank(seat.person, seat.shift.onDay, enteredAt, id),
    kind: 'worked',
    minutes,
    assignmentId: seat.row.id,
    enteredBy: employeeId,
    workedFrom: startsAt,
    workedTo: endsAt
  }
  const change = changeTo(seat, random)
  const correctedAt = new Date(enteredAt.getTime() + (random.between(0, 3) * 24 + random.next() * 2) * HOUR)
  if (!change || correctedAt > now) return [worked]
  const correction: LedgerRow = {
    ...blank(seat.person, seat.shift.onDay, correctedAt, id),
    kind: 'worked',
    minutes: change.minutes,
    assignmentId: seat.row.id,
    correctsId: worked.id,
    reason: change.reason,
    enteredBy: random.chance(0.75) ? employeeId : (seat.person.row.managerId ?? employeeId)
  }
  return [worked, correction]
}

function changeTo({ person }: Seat, random: Random): { minutes: number; reason: string } | undefined {
  const isLeader = person.row.level !== 'staff' && !person.row.isHost
  if (isLeader && random.chance(CUT_SHORT_BY_LEADERS)) return random.pick(CUT_SHORT)
  return random.chance(CORRECTED) ? random.pick(CORRECTIONS) : undefined
}

/** A few credits a month, by the person's manager, for work beside the shifts. */
function credits({ company, random, id }: Telling): LedgerRow[] {
  const { people, calendar } = company
  const rows = Math.ceil(people.length / 5)
  const days = eachDate(calendar.startsOn, addDays(calendar.today, -2))
  const steady = people.filter(
    ({ row }) => row.readiness === 'ready' && row.managerId && row.leavesOn === null
  )
  const settled = steady.filter(({ row }) => row.joinedOn < calendar.startsOn)
  if (settled.length === 0) return []
  return Array.from({ length: rows }, () => {
    const person = random.pick(settled)
    const onDay = random.pick(days)
    const credit = random.pick(CREDITS)
    const enteredAt = instantOf(addDays(onDay, 1), '10:20', person.row.timeZone)
    const entry = blank(person, onDay, enteredAt, id)
    return { ...entry, kind: 'credited' as const, ...credit, enteredBy: person.row.managerId }
  })
}

function blank({ row }: Person, onDay: string, enteredAt: Date, id: MakeId) {
  const nothing = { assignmentId: null, correctsId: null, reason: null, workedFrom: null, workedTo: null }
  const plain = { purpose: null, closingId: null }
  return { id: id(enteredAt), employeeId: row.id, onDay, enteredAt, ...nothing, ...plain }
}
