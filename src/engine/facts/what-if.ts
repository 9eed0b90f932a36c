import { LONG_ABSENCE_DAYS } from '../ledger/long-absences.ts'
import { addDays } from '../time/add-days.ts'
import { daysBetween } from '../time/days-between.ts'
import type { Interval } from '../time/local.ts'
import { daysTouched } from './days-touched.ts'
import type { PersonFact, PlanningFacts } from './planning-facts.ts'
import type { WishFact } from './wish-for.ts'

/** Facts that are not so, each for the sake of a question; the first three are about one person. */
export type Supposition = {
  absence?: Interval
  /** minutes due per so many weeks, before part-time counts */
  quota?: { minutes: number; perWeeks: number; ftePercent: number }
  wish?: WishFact
  /** of every shift of the rotation */
  seats?: { min: number; desired: number; max: number }
}

/**
 * Supposes that some facts were others. A quota is pro rata of the period; an absence of a fortnight or more lifts what is due
 * on its days, as in `dueMinutes`; a wish takes the place of one for the same time.
 *
 * @example
 * const { people } = supposing(facts, 'bo', { quota: { minutes: 480, perWeeks: 4, ftePercent: 100 } })
 * people.map(({ id, dueMinutes }) => [id, dueMinutes]) // of two weeks
 * //=> [['hanna', 1200], ['bo', 240], ['amara', 240]]
 */
export function supposing(facts: PlanningFacts, employeeId: string, supposed: Supposition): PlanningFacts {
  const { rotation } = facts
  const { hosts } = rotation.seats
  return {
    ...facts,
    rotation: supposed.seats ? { ...rotation, seats: { ...supposed.seats, hosts } } : rotation,
    people: facts.people.map((person) =>
      person.id === employeeId ? personSupposing(person, rotation, supposed) : person
    )
  }
}

type Days = { fromOn: string; toOn: string }

function personSupposing(
  person: PersonFact,
  period: Days,
  { absence, quota, wish }: Supposition
): PersonFact {
  const due = quota ? dueOf(period, quota) : person.dueMinutes
  return {
    ...person,
    absences: absence ? [...person.absences, absence] : person.absences,
    dueMinutes: absence ? Math.round(due * shareLeft(person, period, absence)) : due,
    wishes: wish
      ? [...(person.wishes ?? []).filter((one) => !isOfSameTime(one, wish)), wish]
      : (person.wishes ?? [])
  }
}

function dueOf(
  { fromOn, toOn }: Days,
  { minutes, perWeeks, ftePercent }: NonNullable<Supposition['quota']>
): number {
  return Math.round((minutes * daysBetween(fromOn, toOn) * ftePercent) / (perWeeks * 700))
}

/** The share of the period's days on which something falls due. */
function shareLeft({ zone }: PersonFact, { fromOn, toOn }: Days, absence: Interval): number {
  const days = daysTouched(absence, zone)
  const [first, last] = [days[0]!, addDays(days.at(-1)!, 1)]
  if (days.length < LONG_ABSENCE_DAYS) return 1
  const lifted = daysBetween(first > fromOn ? first : fromOn, last < toOn ? last : toOn)
  return 1 - Math.max(0, lifted) / daysBetween(fromOn, toOn)
}

const isOfSameTime = (a: WishFact, b: WishFact) =>
  a.weekday === b.weekday && a.onDay === b.onDay && a.part === b.part
