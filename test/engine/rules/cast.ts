import type { Test } from 'tap'
import {
  DEFAULT_WEIGHTS,
  type Problem,
  type ProblemPerson,
  type ProblemShift
} from '../../../src/engine/plan/problem.ts'
import type { Violation } from '../../../src/engine/rules/violation.ts'

/** 09:00 to 13:00 on a day, room for four, nobody needed, unless told otherwise. */
export function shiftOn(day: number, traits: Partial<ProblemShift> = {}): ProblemShift {
  const start = day * 1440 + 540
  return { day, start, end: start + 240, min: 0, desired: 0, max: 4, hosts: 0, ...traits }
}

/** A shift from one minute of the horizon to another. */
export function span(start: number, end: number, traits: Partial<ProblemShift> = {}): ProblemShift {
  return shiftOn(Math.floor(start / 1440), { start, end, ...traits })
}

/** Somebody of team 0 who owes nothing, may work much and whom no shift fits, unless told otherwise. */
export function somebody(traits: Partial<ProblemPerson> = {}): ProblemPerson {
  return {
    team: 0,
    host: false,
    experienced: false,
    newcomer: false,
    spacingDays: 0,
    maxShifts: 99,
    dueMinutes: 0,
    fits: [],
    ...traits
  }
}

/** These shifts and people with the default weights, no rest and a wide cap, unless told otherwise. */
export function problemWith(
  shifts: ProblemShift[],
  people: ProblemPerson[] = [somebody()],
  traits: Partial<Problem> = {}
): Problem {
  return {
    format: 'rota-problem/1',
    name: 'cast',
    days: 91,
    restMinutes: 0,
    weights: DEFAULT_WEIGHTS,
    teamCaps: [99],
    shifts,
    people,
    ...traits
  }
}

/** One person and a shift on each of these days. */
export function problemOnDays(...days: number[]): Problem {
  return problemWith(days.map((day) => shiftOn(day)))
}

/** Bo alone with three shifts, of which these fit him. */
export function problemWhereBoFitsOnly(shifts: number[]): Problem {
  const bo = somebody({ fits: shifts.flatMap((shift) => [shift, 0, 0]) })
  return problemWith(
    [0, 1, 2].map((day) => shiftOn(day)),
    [bo]
  )
}

export function problemWhereBoIsLockedOn(...locked: number[]): Problem {
  return problemWith(
    [0, 1, 2, 3].map((day) => shiftOn(day)),
    [somebody({ locked })]
  )
}

export function problemWhereBoMayHave(maxShifts: number): Problem {
  return problemWith(
    [0, 1, 2, 3, 4].map((day) => shiftOn(day)),
    [somebody({ maxShifts })]
  )
}

/** Bo alone, whose shifts must lie so many days apart; shifts on days 0, 7 and 14. */
export function problemWithSpacing(spacingDays: number): Problem {
  return problemWith(
    [0, 7, 14].map((day) => shiftOn(day)),
    [somebody({ spacingDays })]
  )
}

/** Bo alone; 08:00 to 12:00 and 18:00 to 22:00 of one day. */
export function problemWithRest(restMinutes: number): Problem {
  return problemWith([span(480, 720), span(1080, 1320)], [somebody()], { restMinutes })
}

/** Two people and one shift with room for so many. */
export function problemWithMaximum(max: number): Problem {
  return problemWith([shiftOn(0, { max })], [somebody(), somebody()])
}

/** A guest, a host, and a shift that needs a host. */
export function problemWithOneHostNeeded(): Problem {
  return problemWith([shiftOn(0, { hosts: 1 })], [somebody(), somebody({ host: true })])
}

/** So many newcomers, and then as many experienced people, for one shift. */
export function problemOfNewcomers(count: number): Problem {
  const newcomers = Array.from({ length: count }, () => somebody({ newcomer: true }))
  return problemWith([shiftOn(0)], [...newcomers, ...newcomers.map(() => somebody({ experienced: true }))])
}

/** People who are these things and nothing else, and so many shifts. */
export function problemOf(kinds: ('host' | 'experienced' | 'newcomer')[], shifts: number): Problem {
  const people = kinds.map((kind) => somebody({ [kind]: true }))
  return problemWith(
    Array.from({ length: shifts }, (_, day) => shiftOn(day)),
    people
  )
}

/** Two people of a team that may have so many on support at once. */
export function problemWithCap(cap: number): Problem {
  return problemWith([shiftOn(0)], [somebody(), somebody()], { teamCaps: [cap] })
}

/** Nobody's turn: a shift that wishes for one person, and one who owes nothing. */
export function problemWithOneEmptyShift(): Problem {
  return problemWith([shiftOn(0, { desired: 1 })])
}

/** These violations and no more, each with at least these properties. */
export function breaks(t: Test, broken: Violation[], wanted: Partial<Violation>[]): void {
  t.equal(broken.length, wanted.length)
  t.match(broken, wanted)
}
