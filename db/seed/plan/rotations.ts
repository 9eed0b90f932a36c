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
  const hostsRequired = Math.max(1, Math.floor(people.length / 200))
  const shared = {
    hostsRequired,
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
    ...seatsFor(guestsAt(people, ['Oslo', 'Stockholm']) / SHIFTS_PER_QUOTA.nordic, hostsRequired),
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
    ...seatsFor(guestsAt(people, ['London', 'New York']) / SHIFTS_PER_QUOTA.atlantic, hostsRequired),
    eligibleTeamIds: [...teamIds].filter(([name]) => name !== LOGISTICS).map(([, teamId]) => teamId),
    holidayCountry: 'GB',
    holidayRule: 'unpopular' as const,
    leadTimeDays: 14,
    spacingDays: 14
  }
  return [
    { key: 'nordic', row: nordic, pattern: NORDIC, slots: slotsOf(nordic.id, NORDIC, createdAt, id) },
    {
      key: 'atlantic',
      row: atlantic,
      pattern: ATLANTIC,
      slots: slotsOf(atlantic.id, ATLANTIC, createdAt, id)
    }
  ]
}

function guestsAt(people: readonly Person[], cities: readonly string[]): number {
  return people.filter(({ row, office }) => !row.isHost && cities.includes(office.city)).length
}

function seatsFor(guestsPerShift: number, hosts: number) {
  const desiredSeats = hosts + Math.max(1, Math.round(guestsPerShift))
  return { minSeats: hosts, desiredSeats, maxSeats: desiredSeats + Math.max(1, Math.round(desiredSeats / 3)) }
}

function slotsOf(rotationId: string, pattern: readonly PatternSlot[], at: Date, id: MakeId) {
  return pattern.map((slot) => ({ id: id(at), rotationId, ...slot }))
}
