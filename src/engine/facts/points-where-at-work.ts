import { fitsWorkingHours } from '../time/fits-working-hours.ts'
import { daysTouched } from './days-touched.ts'
import { holidayCalendarOf } from './holiday-calendar.ts'
import type { PersonFact, PlanningFacts, ShiftFact } from './planning-facts.ts'
import { unpopularPoints } from './unpopular-points.ts'

/** Unpopular points of each shift for somebody; null where they are not at work. */
export type PointsByShift = (number | null)[]

/**
 * Makes a reader of what each shift means for somebody by their clock, week and country alone. People who share
 * those share the answer, which makes a company of thousands a matter of some dozen week patterns.
 *
 * @example
 * pointsWhereAtWork(facts, [monday, sunday])(bo)
 * //=> [0, null]
 */
export function pointsWhereAtWork(
  { holidays, rotation }: Pick<PlanningFacts, 'holidays' | 'rotation'>,
  shifts: readonly ShiftFact[]
): (person: PersonFact) => PointsByShift {
  const known = new Map<string, PointsByShift>()
  return (person) => {
    const calendar = holidayCalendarOf(person)
    const key = JSON.stringify([
      person.zone,
      calendar,
      person.workingDays,
      person.workStartsAt,
      person.workEndsAt
    ])
    let points = known.get(key)
    if (!points) {
      const free = new Set(holidays[calendar] ?? [])
      points = shifts.map((shift) => pointsOf(shift, person, free, rotation.holidayRule))
      known.set(key, points)
    }
    return points
  }
}

function pointsOf(
  shift: ShiftFact,
  person: PersonFact,
  free: ReadonlySet<string>,
  rule: 'skip' | 'unpopular'
): number | null {
  if (!fitsWorkingHours({ interval: shift, ...person })) return null
  const isOwnHoliday = free.size > 0 && daysTouched(shift, person.zone).some((day) => free.has(day))
  if (isOwnHoliday && rule === 'skip') return null
  return unpopularPoints(shift, person.zone, shift.isHoliday || isOwnHoliday)
}
