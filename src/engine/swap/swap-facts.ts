import type { PersonFact, RotationFacts, SeatFacts, ShiftFact, TeamFact } from '../facts/planning-facts.ts'
import type { Interval, LocalDate } from '../time/local.ts'

/** Somebody who gives or takes a seat, or sits beside one. Not here: deactivated, or held by the brake on leavers. */
export type SwapPerson = Omit<PersonFact, 'dueMinutes' | 'balanceMinutes' | 'carriedUnpopular'> & {
  isHere: boolean
}

/** A published shift with what its rotation asks. */
export type SwapShift = ShiftFact & {
  id: string
  seats: SeatFacts
  rotation: Pick<RotationFacts, 'zone' | 'spacingDays' | 'holidayRule' | 'eligibleTeamIds' | 'eligibleLevels'>
}

/** A seat in force, from when to when its holder really works: all of the shift, or the part they cover. */
export type SwapSeat = Interval & {
  /** null: not written yet */
  assignmentId: string | null
  employeeId: string
  shiftId: string
  onDay: LocalDate
}

/**
 * All that decides whether seats may change hands: the shifts they are on, every seat in force on or beside those, every
 * seat near of who takes one, and all these people.
 */
export type SwapFacts = {
  now: Date
  shifts: readonly SwapShift[]
  people: readonly SwapPerson[]
  seats: readonly SwapSeat[]
  teams: readonly TeamFact[]
  /** days off by calendar (see `holidayCalendarOf`), as local days */
  holidays: Readonly<Record<string, readonly LocalDate[]>>
}

/** A span of a shift that changes hands; from nobody when the seat was open. */
export type Move = Interval & { shiftId: string; from: string | null; to: string }

/** What stands in the way, each named after the forbidden thing. */
export type SwapRule =
  | 'no-change'
  | 'already-started'
  | 'no-longer-here'
  | 'not-employed'
  | 'not-eligible'
  | 'in-training'
  | 'absent'
  | 'unavailable'
  | 'outside-working-hours'
  | 'day-off'
  | 'twice-on-shift'
  | 'overlap'
  | 'short-rest'
  | 'too-close'
  | 'over-maximum'
  | 'missing-host'
  | 'newcomers-alone'
  | 'team-cap'

/** One rule broken: by whom (null: by the shift as a whole), on which shift, and what stands in the way. */
export type SwapViolation = {
  rule: SwapRule
  employeeId: string | null
  shiftId: string
  /** the other shift that stands in the way */
  otherShiftId?: string
  /** the absence that stands in the way, cut to the shift: when, never why */
  absence?: Interval
}
