import type { SwapRule, SwapViolation } from '../engine/swap/swap-facts.ts'
import { localDateOf } from '../engine/time/local-date-of.ts'
import { localTimeOf } from '../engine/time/local-time-of.ts'
import { type SaidViolation, SwapNotAllowed } from './errors.ts'
import type { SwapKnowledge } from './read-swap-facts.ts'

type Say = (who: string, when: string, other: string) => string

/** What stands in the way, in words that a person can act on. */
const SENTENCES: Record<SwapRule, Say> = {
  'no-change': () => 'Everybody would have the same duty as before.',
  'already-started': (_, when) => `The time of the shift of ${when} has begun.`,
  'no-longer-here': (who) => `${who} no longer works here.`,
  'not-employed': (who, when) => `${who} is not employed on the day of ${when}.`,
  'not-eligible': (who, when) => `The rotation of the shift of ${when} is not for ${who}'s team or level.`,
  'in-training': (who) => `${who} is in training and not yet on shifts.`,
  absent: (who, when) => `${who} is away during the shift of ${when}.`,
  unavailable: (who, when) => `${who} cannot be on a shift at the hours of ${when}.`,
  'outside-working-hours': (who, when) => `${who} is not at work at the time of ${when}.`,
  'day-off': (who, when) => `${who} has a day off on the day of ${when}.`,
  'twice-on-shift': (who, when) => `${who} is on the shift of ${when} already.`,
  overlap: (who, when, other) => `${who} is on another shift (${other}) at the time of ${when}.`,
  'short-rest': (who, when, other) =>
    `${who} would rest less than 11 hours between the shifts of ${other} and ${when}.`,
  'too-close': (who, when, other) => `${who} has another shift (${other}) too few days from ${when}.`,
  'over-maximum': (_, when) => `The shift of ${when} would have more people than seats.`,
  'missing-host': (_, when) => `The shift of ${when} would be without a host.`,
  'newcomers-alone': (_, when) => `On the shift of ${when} newcomers would outnumber the experienced.`,
  'team-cap': (who, when) => `${who}'s team has as many people on support at the time of ${when} as it may.`
}

/** Puts violations into words, with names and the rotation's local times. */
export function sayViolations(
  { facts, shifts, names }: SwapKnowledge,
  violations: readonly SwapViolation[]
): SaidViolation[] {
  return violations.map(({ rule, employeeId, shiftId, otherShiftId, absence }) => {
    const shift = shifts.find(({ id }) => id === shiftId)!
    const when = (at: Date) => `${localDateOf(at, shift.zone)} ${localTimeOf(at, shift.zone)}`
    const other = facts.seats.find((seat) => seat.shiftId === otherShiftId && seat.employeeId === employeeId)
    // Of two seats that would both be new, the other is among the shifts themselves.
    const otherAt = other?.startsAt ?? shifts.find(({ id }) => id === otherShiftId)?.startsAt ?? null
    const name = employeeId === null ? null : (names.get(employeeId) ?? null)
    return {
      rule,
      employeeId,
      employeeName: name,
      shiftId,
      shiftStartsAt: shift.startsAt,
      otherShiftId: otherShiftId ?? null,
      otherShiftStartsAt: otherAt,
      absence: absence ?? null,
      sentence: SENTENCES[rule](name ?? 'Somebody', when(shift.startsAt), otherAt ? when(otherAt) : '')
    }
  })
}

/** @throws {SwapNotAllowed} with all that stands in the way. */
export function refuseBroken(knowledge: SwapKnowledge, violations: readonly SwapViolation[]): void {
  if (violations.length > 0) throw new SwapNotAllowed(sayViolations(knowledge, violations))
}
