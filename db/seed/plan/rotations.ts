import { addDays } from '../../../src/engine/time/add-days.ts'
import type { PatternSlot } from '../../../src/engine/time/expand-pattern.ts'
import { instantOf } from '../../../src/engine/time/instant-of.ts'
import type { rotationSlots, rotations } from '../../schema/rotations.ts'
import { type Calendar, HOME_ZONE } from '../calendar.ts'
import type { MakeId } from '../ids.ts'
import type { Person } from '../people/person.ts'
import { LOGISTICS } from '../people/teams.ts'

export type RotationRow = typeof rotations.$inferSelect

export interface Rotation {
  readonly key: 'nordic' | 'atlantic'
  readonly row: RotationRow
  readonly pattern: PatternSlot[]
  readonly slots: (typeof rotationSlots.$inferInsert)[]
}

const WEEKDAYS = [1, 2, 3, 4, 5] as const

const NORDIC: PatternSlot[] = WEEKDAYS.flatMap((weekday) => [
  { weekday, startsAt: '08:00', endsAt: '12:00' },
  { weekday, startsAt: '12:00', endsAt: '16:00' }
])

/** London's afternoon is New York's morning. Saturdays too: heating fails at weekends. */
const ATLANTIC: PatternSlot[] = [...WEEKDAYS, 6 as const].map((weekday) => ({
  weekday,
  startsAt: '13:00',
  endsAt: '17:00'
}))

/** One host has to be there; the quota of Support brings more. */
const HOSTS = 1

/** Shifts in four weeks, holidays apart. */
const SHIFTS_PER_QUOTA = { nordic: 40, atlantic: 24 }

/**
 * The two rotations, with seats for as many guests as owe a shift in four weeks. The one that fewer people can work
 * comes first and is planned first.
 */
export function makeRotations(
  people: readonly Person[],
  { calendar, teamIds, id }: { calendar: Calendar; teamIds: ReadonlyMap<string, string>; id: MakeId }
): Rotation[] {
  const createdAt = instantOf(addDays(calendar.startsOn, -60), '11:00', HOME_ZONE)
  const shared = {
    validFrom: calendar.startsOn,
    validTo: null,
    eligibleLevels: null,
    createdAt
  }
  const nordic = {
    ...shared,
    id: id(createdAt),
    name: 'Nordic office hours',
    timeZone: 'Europe/Oslo',
    ...seatsFor(people, ['Oslo', 'Stockholm'], SHIFTS_PER_QUOTA.nordic),
    eligibleTeamIds: null,
    holidayCountry: 'NO',
    holidayRule: 'skip' as const,
    leadTimeDays: 14,
    spacingDays: 14
  }
  const atlantic = {
    ...shared,
    id: id(createdAt),
    name: 'Transatlantic afternoon',
    timeZone: 'Europe/London',
    ...seatsFor(people, ['London', 'New York'], SHIFTS_PER_QUOTA.atlantic),
    eligibleTeamIds: [...teamIds].filter(([name]) => name !== LOGISTICS).map(([, teamId]) => teamId),
    holidayCountry: 'GB',
    holidayRule: 'unpopular' as const,
    leadTimeDays: 14,
    spacingDays: 14
  }
  const rotationOf = (key: Rotation['key'], row: RotationRow, pattern: PatternSlot[]): Rotation => ({
    key,
    row,
    pattern,
    slots: slotsOf(row.id, pattern, createdAt, id)
  })
  return [rotationOf('atlantic', atlantic, ATLANTIC), rotationOf('nordic', nordic, NORDIC)]
}

/** A host owes four shifts in four weeks, a guest one; somewhat less, for people are ill, away and part-time. */
const HOST_SHIFTS = 4
const PRESENT = 0.88

function seatsFor(people: readonly Person[], cities: readonly string[], shifts: number) {
  const there = people.filter(({ office }) => cities.includes(office.city))
  const owed = there.reduce((sum, { row }) => sum + (row.isHost ? HOST_SHIFTS : 1), 0)
  const desiredSeats = Math.max(HOSTS + 1, Math.round((owed * PRESENT) / shifts))
  const maxSeats = desiredSeats + Math.max(1, Math.round(desiredSeats / 3))
  return { minSeats: HOSTS, desiredSeats, maxSeats, hostsRequired: HOSTS }
}

function slotsOf(rotationId: string, pattern: readonly PatternSlot[], at: Date, id: MakeId) {
  return pattern.map((slot) => ({ id: id(at), rotationId, ...slot }))
}
