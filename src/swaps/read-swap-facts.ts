import { addDays as addDaysToInstant } from 'date-fns'
import type { Queryable } from '../../db/client.ts'
import { listAbsences } from '../absences/list-absences.ts'
import { listUnavailableHours } from '../absences/list-unavailable-hours.ts'
import { readDaysOff } from '../absences/read-days-off.ts'
import { groupBy } from '../engine/facts/group-by.ts'
import type { PlanningFacts } from '../engine/facts/planning-facts.ts'
import { HOST_SPACING_DAYS } from '../engine/facts/problem-people.ts'
import type { SwapFacts, SwapPerson, SwapShift } from '../engine/swap/swap-facts.ts'
import { addDays } from '../engine/time/add-days.ts'
import { localDateOf } from '../engine/time/local-date-of.ts'
import { listFixItSpans } from '../fix-it/list-fix-it-spans.ts'
import { listPeople, listSeatsAround, listShifts, listTeamCaps, type SwapShiftRow } from './queries/facts.ts'

/** What the engine must know, and what the shifts and people are called. */
export interface SwapKnowledge {
  facts: SwapFacts
  shifts: SwapShiftRow[]
  names: Map<string, string>
}

/**
 * Reads all that decides whether these people may take seats on these shifts. Eight queries, however many people. With
 * people, teams and shifts locked it is the truth until the transaction ends.
 */
export async function readSwapFacts(
  db: Queryable,
  { shiftIds, takerIds }: { shiftIds: readonly string[]; takerIds: readonly string[] },
  now: Date
): Promise<SwapKnowledge> {
  return readFactsOf(db, await listShifts(db, [...new Set(shiftIds)]), takerIds, now)
}

/**
 * The same with the shifts read already; with `beside` what others hold on those and at their time alone. Without any the
 * facts tell of the takers only: enough for the rules about each by themselves (`OWN_RULES`).
 */
export async function readFactsOf(
  db: Queryable,
  shifts: SwapShiftRow[],
  takerIds: readonly string[],
  now: Date,
  beside = shifts
): Promise<SwapKnowledge> {
  const window = windowAround(shifts)
  const seats = await listSeatsAround(db, { spans: beside, employeeIds: takerIds, window })
  const named = [...new Set([...takerIds, ...seats.map(({ employeeId }) => employeeId)])]
  const rows = await listPeople(db, named)
  const people = await withAvailability(db, rows, takerIds, window)
  const facts: SwapFacts = {
    now,
    shifts: shifts.map(shiftFact),
    people,
    seats,
    teams: await listTeamCaps(db, [...new Set(rows.map(({ teamId }) => teamId))]),
    holidays: await holidaysFor(db, rows, window)
  }
  return { facts, shifts, names: new Map(rows.map(({ id, name }) => [id, name])) }
}

/** Facts about takers alone of all the shifts, with what others hold on some of them and beside them. Two queries. */
export async function withOthers(
  db: Queryable,
  facts: SwapFacts,
  { all, some: shifts }: Record<'all' | 'some', SwapShiftRow[]>
): Promise<SwapFacts> {
  const known = new Map(facts.people.map((person) => [person.id, person]))
  const employeeIds = [...known.keys()]
  const seats = await listSeatsAround(db, { spans: shifts, employeeIds, window: windowAround(all) })
  const others = new Set(seats.map(({ employeeId }) => employeeId).filter((id) => !known.has(id)))
  const rows = await listPeople(db, [...others])
  // Of who takes nothing no rule asks when they are away.
  const people = [...facts.people, ...rows.map((row) => ({ ...row, absences: [], unavailable: [] }))]
  return { ...facts, shifts: shifts.map(shiftFact), seats, people }
}

type PersonRow = Awaited<ReturnType<typeof listPeople>>[number]

async function withAvailability(
  db: Queryable,
  rows: readonly PersonRow[],
  takerIds: readonly string[],
  window: { from: Date; to: Date }
): Promise<SwapPerson[]> {
  const among = { employeeIds: takerIds }
  const away = [
    ...(await listAbsences(db, { ...among, ...window })),
    ...(await listFixItSpans(db, { ...among, ...window }))
  ]
  const absences = groupBy(away, ({ employeeId }) => employeeId)
  const hours = groupBy(await listUnavailableHours(db, among), ({ employeeId }) => employeeId)
  // Field by field: of thousands of people, spreading takes most of the time.
  return rows.map((person) => ({
    id: person.id,
    teamId: person.teamId,
    level: person.level,
    isHost: person.isHost,
    readiness: person.readiness,
    zone: person.zone,
    country: person.country,
    region: person.region,
    workingDays: person.workingDays,
    workStartsAt: person.workStartsAt,
    workEndsAt: person.workEndsAt,
    joinedOn: person.joinedOn,
    leavesOn: person.leavesOn,
    isHere: person.isHere,
    absences: absences.get(person.id) ?? [],
    unavailable: (hours.get(person.id) ?? []) as NonNullable<SwapPerson['unavailable']>
  }))
}

/** Far enough on both sides that rest and spacing to the neighbours can be seen. */
export function windowAround(shifts: readonly SwapShiftRow[]): { from: Date; to: Date } {
  const margin = Math.max(HOST_SPACING_DAYS, ...shifts.map(({ spacingDays }) => spacingDays)) + 2
  const starts = shifts.map(({ startsAt }) => startsAt.getTime())
  const ends = shifts.map(({ endsAt }) => endsAt.getTime())
  return {
    from: addDaysToInstant(Math.min(...starts), -margin),
    to: addDaysToInstant(Math.max(...ends), margin)
  }
}

async function holidaysFor(
  db: Queryable,
  people: readonly { country: string; region: string | null }[],
  { from, to }: { from: Date; to: Date }
): Promise<PlanningFacts['holidays']> {
  const days = { fromOn: localDateOf(from, 'UTC'), toOn: addDays(localDateOf(to, 'UTC'), 1) }
  return readDaysOff(db, people, days)
}

/** A shift as the rules know it. */
export function shiftFact(row: SwapShiftRow): SwapShift {
  const { id, onDay, startsAt, endsAt, isHoliday, zone, spacingDays, holidayRule } = row
  const { eligibleTeamIds, eligibleLevels } = row
  return {
    id,
    onDay,
    startsAt,
    endsAt,
    isHoliday,
    seats: { min: row.minSeats, desired: row.desiredSeats, max: row.maxSeats, hosts: row.hostsRequired },
    rotation: { zone, spacingDays, holidayRule, eligibleTeamIds, eligibleLevels }
  }
}
