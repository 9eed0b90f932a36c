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

/** Below so many people there are too few hosts for all of the week: one shift a day, and three across the Atlantic. */
const FULL_WEEK_FROM = 60

function patternsFor(people: number): Record<Rotation['key'], PatternSlot[]> {
  if (people >= FULL_WEEK_FROM) return { nordic: NORDIC, atlantic: ATLANTIC }
  return {
    nordic: NORDIC.filter(({ startsAt }) => startsAt === '12:00'),
    atlantic: ATLANTIC.filter(({ weekday }) => weekday % 2 === 0)
  }
}

/**
 * The two rotations, with seats for as many guests as owe a shift in four weeks. The one that fewer people can work
 * comes first and is planned first.
 */
export function makeRotations(
  people: readonly Person[],
  { calendar, teamIds, id }: { calendar: Calendar; teamIds: ReadonlyMap<string, string>; id: MakeId }
): Rotation[] {
  const createdAt = instantOf(addDays(calendar.startsOn, -60), '11:00', HOME_ZONE)
  const patterns = patternsFor(people.length)
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
    ...seatsFor(people, ['Oslo', 'Stockholm'], patterns.nordic),
    eligibleTeamIds: null,
    holidayCountry: 'NO',
    holidayRule: 'skip' as const,
    leadTimeDays: 14,
    spacingDays: 14,
    swapsNeedApproval: false,
    undoMinutes: 30,
    preparationMinutes: 0,
    countsFixIt: false,
    fixItMinutes: 120,
    queueUrl: 'https://support.fjordlys.example/queue',
    slackChannelId: null,
    slackLocale: 'en' as const
  }
  const atlantic = {
    ...shared,
    id: id(createdAt),
    name: 'Transatlantic afternoon',
    timeZone: 'Europe/London',
    ...seatsFor(people, ['London', 'New York'], patterns.atlantic),
    eligibleTeamIds: [...teamIds].filter(([name]) => name !== LOGISTICS).map(([, teamId]) => teamId),
    holidayCountry: 'GB',
    holidayRule: 'unpopular' as const,
    leadTimeDays: 14,
    spacingDays: 14,
    swapsNeedApproval: false,
    undoMinutes: 30,
    preparationMinutes: 0,
    countsFixIt: false,
    fixItMinutes: 120,
    queueUrl: 'https://support.fjordlys.example/queue',
    slackChannelId: null,
    slackLocale: 'en' as const
  }
  const rotationOf = (key: Rotation['key'], row: RotationRow): Rotation => ({
    key,
    row,
    pattern: patterns[key],
    slots: slotsOf(row.id, patterns[key], createdAt, id)
  })
  return [rotationOf('atlantic', atlantic), rotationOf('nordic', nordic)]
}

/**
 * A host owes three shifts in four weeks and does half a one more, for every shift needs one; a guest owes one. Less
 * those who are ill, away or part-time.
 */
const QUOTA_WEEKS = 4
const HOST_SHIFTS = 3.5
const PRESENT = 0.84

function seatsFor(people: readonly Person[], cities: readonly string[], pattern: readonly PatternSlot[]) {
  const there = people.filter(({ office }) => cities.includes(office.city))
  const owed = there.reduce((sum, { row }) => sum + (row.isHost ? HOST_SHIFTS : 1), 0)
  const desiredSeats = Math.max(HOSTS + 1, Math.round((owed * PRESENT) / (pattern.length * QUOTA_WEEKS)))
  const maxSeats = desiredSeats + Math.max(1, Math.round(desiredSeats / 3))
  return { minSeats: HOSTS, desiredSeats, maxSeats, hostsRequired: HOSTS }
}

function slotsOf(rotationId: string, pattern: readonly PatternSlot[], at: Date, id: MakeId) {
  return pattern.map((slot) => ({ id: id(at), rotationId, ...slot }))
}
