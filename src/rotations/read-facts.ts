import { createHash } from 'node:crypto'
import { addDays as addDaysToInstant } from 'date-fns'
import type { Queryable } from '../../db/client.ts'
import { listAbsences } from '../absences/list-absences.ts'
import { listUnavailableHours } from '../absences/list-unavailable-hours.ts'
import { daysOffOf, type OwnDay, readOwnDays } from '../absences/read-days-off.ts'
import { groupBy } from '../engine/facts/group-by.ts'
import type { PlanningFacts } from '../engine/facts/planning-facts.ts'
import { HOST_SPACING_DAYS } from '../engine/facts/problem-people.ts'
import { isUsual, weightsOf } from '../engine/facts/weights-of.ts'
import { addDays } from '../engine/time/add-days.ts'
import { dayBounds } from '../engine/time/day-bounds.ts'
import { listExemptSpans } from '../exemptions/list-exempt-days.ts'
import { listFixItSpans } from '../fix-it/list-fix-it-spans.ts'
import { booksOpenFrom } from '../hours/books-open-from.ts'
import { readBalancesAndOwed } from '../hours/read-balances.ts'
import { listWishes } from '../wishes/list-wishes.ts'
import { CARRY_DAYS, carriedIn } from './carried-in.ts'
import type { Period } from './period.ts'
import { shiftsBesideOwnDays } from './planned-shifts.ts'
import {
  type ActivePerson,
  listActivePeople,
  listSeatsBetween,
  listSeatsOnDays,
  listTeamCaps,
  type SeatRow
} from './queries/facts.ts'
import { findPolicy } from './queries/policies.ts'
import type { Rotation } from './rotation-fields.ts'

/** Facts of a rotation and its people, and the seats of the period that a publication may change. */
export interface RotationKnowledge {
  facts: PlanningFacts
  /** This rotation's seats in the period that have not begun. */
  published: SeatRow[]
  /** This rotation's seats in the period that have. */
  begun: SeatRow[]
}

/** Some of the people, with what was read already for another question about them. */
export interface Few {
  people: readonly ActivePerson[]
  teams: PlanningFacts['teams']
  /** The company's own days off, at least of the period and a day on both sides. */
  ownDays: readonly OwnDay[]
}

/**
 * Reads all that a plan of the rotation's days depends on, or what of it is about a few people, for whom it is known how
 * the seats are shared. The number of queries does not depend on the number of
 * people; for one moment's truth call it in a repeatable-read transaction or with the people locked.
 */
export async function readFacts(
  db: Queryable,
  rotation: Rotation,
  period: Period,
  now: Date,
  few?: Few
): Promise<RotationKnowledge> {
  const window = windowAround(rotation, period)
  const among = few && { employeeIds: few.people.map(({ id }) => id) }
  const seats = await listSeatsBetween(db, { ...window, ...among })
  const own = seats.filter(
    ({ rotationId, onDay }) => rotationId === rotation.id && period.fromOn <= onDay && onDay < period.toOn
  )
  const published = own.filter(({ shiftStartsAt }) => shiftStartsAt > now)
  const promised = new Set(published)
  const people = await readPeople(db, few?.people ?? (await listActivePeople(db)), { period, window, among })
  // A shift of the last day may end on the day after, in a zone further east.
  const days = around(period, 1)
  const ownDays = few?.ownDays ?? (await readOwnDays(db, days))
  const facts: PlanningFacts = {
    now,
    rotation: rotationFacts(rotation, period),
    shifts: await shiftsBesideOwnDays(rotation, period, ownDays),
    teams: few?.teams ?? (await listTeamCaps(db)),
    people,
    holidays: await daysOffOf(ownDays, people, days),
    held: seats.filter((seat) => !promised.has(seat)),
    // A part of a shift is not what the planner could keep: it gives whole seats.
    published: published.length > 0 ? published.filter(({ isPart }) => !isPart) : null,
    ...(await weightsInForce(db))
  }
  return { facts, published, begun: own.filter((seat) => !promised.has(seat)) }
}

/** Left out while everything weighs as usual, so that facts read before there was a policy are the same facts. */
async function weightsInForce(db: Queryable): Promise<Pick<PlanningFacts, 'weights'>> {
  const policy = await findPolicy(db)
  return policy && !isUsual(policy) ? { weights: weightsOf(policy) } : {}
}

/** Far enough on both sides that rest and spacing to the neighbours can be seen. */
function windowAround(rotation: Rotation, { fromOn, toOn }: Period) {
  const margin = Math.max(rotation.spacingDays, HOST_SPACING_DAYS) + 2
  const { startsAt } = dayBounds(fromOn, rotation.timeZone)
  const { startsAt: endsAt } = dayBounds(toOn, rotation.timeZone)
  return { from: addDaysToInstant(startsAt, -margin), to: addDaysToInstant(endsAt, margin) }
}

function rotationFacts(rotation: Rotation, period: Period): PlanningFacts['rotation'] {
  const { name, timeZone: zone, hostsRequired: hosts, seats, spacingDays } = rotation
  const { holidayRule, eligibleTeamIds, eligibleLevels } = rotation
  const who = { eligibleTeamIds, eligibleLevels }
  return { name, zone, ...period, seats: { ...seats, hosts }, spacingDays, holidayRule, ...who }
}

interface About {
  period: Period
  window: { from: Date; to: Date }
  /** Absent: everybody. */
  among: { employeeIds: string[] } | undefined
}

async function readPeople(db: Queryable, people: readonly ActivePerson[], { period, window, among }: About) {
  const before = { fromOn: addDays(period.fromOn, -CARRY_DAYS), toOn: period.fromOn }
  const away = [
    ...(await listAbsences(db, { ...window, ...among })),
    ...(await listExemptSpans(db, { ...window, ...among })),
    ...(await listFixItSpans(db, { ...window, ...among }))
  ]
  const absences = groupBy(away, ({ employeeId }) => employeeId)
  const unavailable = groupBy(await listUnavailableHours(db, among), ({ employeeId }) => employeeId)
  const wished = await listWishes(db, { ...around(period, 2), ...among })
  const wishes = groupBy(wished, ({ employeeId }) => employeeId)
  const books = sinceClosing(before, await booksOpenFrom(db))
  const { balances, owed } = await readBalancesAndOwed(db, { balances: books, owed: period, ...among })
  const seatsBefore = await listSeatsOnDays(db, { ...before, ...among })
  const carried = carriedIn(people, seatsBefore, books.fromOn)
  return people.map((person) => {
    const { promisedMinutes, unpopularPoints } = carried(person.id)
    // Field by field: of thousands of people, spreading takes most of the time. A draft knows its facts by this order.
    return {
      id: person.id,
      teamId: person.teamId,
      level: person.level,
      isHost: person.isHost,
      readiness: person.readiness,
      zone: person.zone,
      country: person.country,
      region: person.region ?? null,
      workingDays: person.workingDays,
      workStartsAt: person.workStartsAt,
      workEndsAt: person.workEndsAt,
      joinedOn: person.joinedOn,
      leavesOn: person.leavesOn,
      absences: absences.get(person.id) ?? [],
      unavailable: unavailable.get(person.id) ?? [],
      wishes: wishes.get(person.id) ?? [],
      dueMinutes: stillDue(owed.get(person.id)),
      balanceMinutes: (balances.get(person.id)?.balanceMinutes ?? 0) + promisedMinutes,
      carriedUnpopular: unpopularPoints
    }
  })
}

/** What was before the books were last closed is in what was carried, no more and no less. */
function sinceClosing({ fromOn, toOn }: Period, openFromOn: string | null): Period {
  return { fromOn: openFromOn !== null && openFromOn < toOn ? openFromOn : fromOn, toOn }
}

const stillDue = (owed = { dueMinutes: 0, waivedMinutes: 0 }) => owed.dueMinutes - owed.waivedMinutes

/** The period and some days on both sides. */
function around({ fromOn, toOn }: Period, days: number): Period {
  return { fromOn: addDays(fromOn, -days), toOn: addDays(toOn, days + 1) }
}

/** The fingerprint of what was known: equal facts, equal text. The moment itself is left out. */
export function digestOf({ now: _, ...facts }: PlanningFacts): string {
  return createHash('sha256').update(JSON.stringify(facts)).digest('hex')
}
