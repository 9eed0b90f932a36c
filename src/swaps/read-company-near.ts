import type { Queryable } from '../../db/client.ts'
import { daysOffOf, type OwnDay, readOwnDays } from '../absences/read-days-off.ts'
import { groupBy } from '../engine/facts/group-by.ts'
import { mayTakePart } from '../engine/facts/may-take-part.ts'
import { wishFor } from '../engine/facts/wish-for.ts'
import type { SwapFacts, SwapPerson, SwapSeat } from '../engine/swap/swap-facts.ts'
import { addDays } from '../engine/time/add-days.ts'
import { localDateOf } from '../engine/time/local-date-of.ts'
import { overlaps } from '../engine/time/overlaps.ts'
import { weekdayOf } from '../engine/time/weekday-of.ts'
import {
  listAllTeamCaps,
  listAwayAlike,
  listHolders,
  listHoursOn,
  listPeopleAlike,
  listPeopleUnlike,
  listWishesOfLovers
} from './queries/company.ts'
import type { SwapShiftRow } from './queries/facts.ts'
import { shiftFact, windowAround } from './read-swap-facts.ts'

/** Everybody who works here, as far as it decides who may take one shift. */
export interface CompanyNear {
  facts: SwapFacts
  shift: SwapShiftRow
  /** Who has left is not among them, though they may still hold a seat. */
  employedIds: ReadonlySet<string>
  /** Somebody who could be on the shift and would love it, if there is anybody: it makes no difference who, or how many. */
  loverId: string | null
  /** The company's own days off of all the weeks. */
  ownDays: readonly OwnDay[]
}

/**
 * Reads all that decides who of the company may take a shift. It leaves out what no rule asks of this one shift: absences
 * and weekly hours at other times, seats further away than rest and spacing reach, when exactly somebody joined who is here
 * all `weeks`. Eight queries, however many people; people and seats that are alike come as one row.
 */
export async function readCompanyNear(
  db: Queryable,
  shift: SwapShiftRow,
  weeks: { fromOn: string; toOn: string },
  now: Date
): Promise<CompanyNear> {
  const held = await listHolders(db, shift.id, windowAround([shift]))
  const beside = held.filter((row) => row.isOfShift || overlaps(row, shift))
  const time = { fromOn: addDays(weeks.fromOn, -MARGIN_DAYS), toOn: addDays(weeks.toOn, MARGIN_DAYS) }
  const alike = await listPeopleAlike(db, time)
  const unlike = await listPeopleUnlike(db, {
    ...time,
    namedIds: beside.flatMap(({ ids }) => ids)
  })
  const days = daysTouchedAnywhere(shift)
  const ownDays = await readOwnDays(db, time)
  const facts: SwapFacts = {
    now,
    shifts: [shiftFact(shift)],
    people: await readPeople(
      db,
      [...alike.map((row) => allAlong(row, time.fromOn)), ...unlike.map(alone)],
      shift
    ),
    seats: seatsOf(held, shift.id),
    teams: await listAllTeamCaps(db),
    holidays: await daysOffOf(ownDays, [...alike, ...unlike], {
      fromOn: days[0]!,
      toOn: addDays(days.at(-1)!, 1)
    })
  }
  const employed = unlike.filter(({ isEmployed }) => isEmployed).map(({ id }) => id)
  const employedIds = new Set([...alike.flatMap(({ ids }) => ids), ...employed])
  const wishes = groupBy(
    await listWishesOfLovers(db, days, days.map(weekdayOf)),
    ({ employeeId }) => employeeId
  )
  const loves = (person: SwapPerson) => {
    const own = wishes.get(person.id)
    return own !== undefined && mayTakePart(person, shift) && wishFor(own, shift, person.zone) === 'love'
  }
  const lover = facts.people.find((person) => employedIds.has(person.id) && loves(person))
  return { facts, shift, employedIds, loverId: lover?.id ?? null, ownDays }
}

/** A day of one zone may lie beside that of another, and hours may begin on the day before. */
const MARGIN_DAYS = 2

/** The days on which the shift, or weekly hours that reach into it, may begin or end by anybody's clock. */
function daysTouchedAnywhere({ startsAt, endsAt }: SwapShiftRow): string[] {
  const last = addDays(localDateOf(endsAt, 'UTC'), MARGIN_DAYS)
  const days: string[] = []
  for (let day = addDays(localDateOf(startsAt, 'UTC'), -MARGIN_DAYS); day <= last; day = addDays(day, 1))
    days.push(day)
  return days
}

/** What shift a seat belongs to that is not one of the shift asked about: no rule asks which. */
const ANOTHER_SHIFT = 'another'

function seatsOf(rows: Awaited<ReturnType<typeof listHolders>>, ownId: string): SwapSeat[] {
  const seats: SwapSeat[] = []
  for (const { ids, isOfShift, onDay, startsAt, endsAt } of rows) {
    const shiftId = isOfShift ? ownId : ANOTHER_SHIFT
    for (const employeeId of ids)
      seats.push({ assignmentId: null, employeeId, shiftId, onDay, startsAt, endsAt })
  }
  return seats
}

type Traits = Omit<SwapPerson, 'id' | 'teamId' | 'absences' | 'unavailable'>
type Alike = { ids: readonly string[]; teamIds: readonly string[]; traits: Traits }

/** When exactly they joined or leave is told of nobody who is here all the time. */
function allAlong(
  { ids, teamIds, ...traits }: Awaited<ReturnType<typeof listPeopleAlike>>[number],
  fromOn: string
): Alike {
  return { ids, teamIds, traits: { ...traits, joinedOn: fromOn, leavesOn: null, isHere: true } }
}

function alone({ id, teamId, ...traits }: Awaited<ReturnType<typeof listPeopleUnlike>>[number]): Alike {
  return { ids: [id], teamIds: [teamId], traits }
}

async function readPeople(db: Queryable, rows: readonly Alike[], shift: SwapShiftRow): Promise<SwapPerson[]> {
  const away = await listAwayAlike(db, { from: shift.startsAt, to: shift.endsAt })
  const absences = groupBy(
    away.flatMap(({ ids, startsAt, endsAt }) => ids.map((id) => ({ id, span: { startsAt, endsAt } }))),
    ({ id }) => id
  )
  const weekdays = new Set(daysTouchedAnywhere(shift).map(weekdayOf))
  const hours = groupBy(await listHoursOn(db, [...weekdays]), ({ employeeId }) => employeeId)
  const none: never[] = []
  return rows.flatMap(({ ids, teamIds, traits }) =>
    // Field by field: of thousands of people, spreading takes most of the time.
    ids.map((id, place) => ({
      id,
      teamId: teamIds[place]!,
      level: traits.level,
      isHost: traits.isHost,
      readiness: traits.readiness,
      zone: traits.zone,
      country: traits.country,
      region: traits.region ?? null,
      workingDays: traits.workingDays,
      workStartsAt: traits.workStartsAt,
      workEndsAt: traits.workEndsAt,
      joinedOn: traits.joinedOn,
      leavesOn: traits.leavesOn,
      isHere: traits.isHere,
      absences: absences.get(id)?.map(({ span }) => span) ?? none,
      unavailable: hours.get(id) ?? none
    }))
  )
}
