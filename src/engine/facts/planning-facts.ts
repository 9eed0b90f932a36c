import type { Weights } from '../plan/problem.ts'
import type { PatternSlot } from '../time/expand-pattern.ts'
import type { Interval, LocalDate, LocalTime, Zone } from '../time/local.ts'
import type { WishFact } from './wish-for.ts'

/** A span that the rotation's pattern gives, before anybody sits on it. `onDay` is the rotation's local day. */
export type ShiftFact = Interval & { onDay: LocalDate; isHoliday: boolean }

/** Seats of every shift of the rotation, and the hosts needed as soon as anybody is on it. */
export type SeatFacts = { min: number; desired: number; max: number; hosts: number }

/** The rotation and the local days [fromOn, toOn) to plan. Null lists mean everybody. */
export type RotationFacts = {
  name: string
  zone: Zone
  fromOn: LocalDate
  toOn: LocalDate
  seats: SeatFacts
  /** days between two shifts of one guest */
  spacingDays: number
  holidayRule: 'skip' | 'unpopular'
  eligibleTeamIds: readonly string[] | null
  eligibleLevels: readonly string[] | null
}

export type TeamFact = { id: string; supportCap: number }

/** One active employee. Instants are half-open; `leavesOn` is the last day of employment. */
export type PersonFact = {
  id: string
  teamId: string
  level: string
  isHost: boolean
  readiness: 'in_training' | 'shadowing' | 'ready'
  zone: Zone
  country: string
  /** part of the country with holidays of its own; left out: the country as a whole */
  region?: string | null
  workingDays: number[]
  workStartsAt: LocalTime
  workEndsAt: LocalTime
  joinedOn: LocalDate
  leavesOn: LocalDate | null
  absences: readonly Interval[]
  /** hours of every week, by the person's clock, in which they cannot be on a shift */
  unavailable?: readonly PatternSlot[]
  wishes?: readonly WishFact[]
  /** quota of the period, pro rata */
  dueMinutes: number
  /** worked less due before the period, promised shifts counted as worked */
  balanceMinutes: number
  /** unpopular points of the shifts before the period */
  carriedUnpopular: number
}

/** An assignment in force that this plan may not change: another rotation's, outside the period, or begun. */
export type HeldFact = Interval & { employeeId: string; onDay: LocalDate }

/** A seat of this rotation, in the period, that the publication in force promises. */
export type PublishedFact = { employeeId: string; startsAt: Date }

/** All that is known when a rotation is planned. The order of the lists does not matter. */
export type PlanningFacts = {
  now: Date
  rotation: RotationFacts
  shifts: readonly ShiftFact[]
  teams: readonly TeamFact[]
  people: readonly PersonFact[]
  /** public holidays and company days by calendar (see `holidayCalendarOf`), as local days */
  holidays: Readonly<Record<string, readonly LocalDate[]>>
  held: readonly HeldFact[]
  /** null: nothing of this period was ever published */
  published: readonly PublishedFact[] | null
  /** what imperfections cost; left out: the house's own weights */
  weights?: Weights
}
