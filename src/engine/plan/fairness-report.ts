import { effectOn, type Facts, loadFacts, rulesAgainst } from './facts.ts'
import type { Assignments, Problem } from './problem.ts'

/** Smallest, mean and largest of a number over people. */
export type Spread = { readonly least: number; readonly mean: number; readonly most: number }

/** Somebody who works no shift, and why. */
export type Unused = {
  readonly person: number
  readonly why: (typeof REASONS_FOR_NONE)[number]
}

/**
 * No shift fits; none is allowed; nothing is owed; every shift that fits is closed by a rule as the plan stands; another
 * seat would cost more than it is worth; and the planner has overlooked one that would be worth it.
 */
export const REASONS_FOR_NONE = [
  'nothing-fits',
  'may-have-none',
  'owes-nothing',
  'kept-out',
  'not-needed',
  'overlooked'
] as const

/** How evenly a plan shares the work. */
export type FairnessReport = {
  /** minutes given less minutes due, over those who may work at all */
  readonly offDue: Spread
  /** how many of them are how many hours over (or, below zero, under) what they owe, to the nearest hour, ascending */
  readonly offDueHours: readonly { readonly hours: number; readonly people: number }[]
  /** unpopular points, those carried in included */
  readonly points: Spread
  /** Gini of minutes given per minute due, over those who owe any: 0 all alike, 1 all on one */
  readonly giniOfLoad: number
  readonly giniOfPoints: number
  readonly unused: readonly Unused[]
}

/**
 * Reports how a plan shares load and unpopular shifts among those who may work, and who gets none.
 *
 * @param loaded the same problem and plan as `loadFacts` gives them, where somebody has them already
 * @example
 * fairnessReport(problem, plan.assignments).giniOfPoints
 * //=> 0.5
 */
export function fairnessReport(problem: Problem, assignments: Assignments, loaded?: Facts): FairnessReport {
  const burdens = problem.people.map((_, p) => burdenOf(problem, p, assignments[p] ?? []))
  const able = problem.people.flatMap((person, p) =>
    person.fits.length > 0 && person.maxShifts > 0 ? [p] : []
  )
  const points = able.map((p) => burdens[p]!.points + (problem.people[p]!.carriedUnpopular ?? 0))
  const facts = once(() => loaded ?? loadFacts(problem, assignments))
  const owing = able.filter((p) => problem.people[p]!.dueMinutes > 0)
  const offDue = able.map((p) => burdens[p]!.minutes - problem.people[p]!.dueMinutes)
  return {
    offDue: spreadOf(offDue),
    offDueHours: byHours(offDue),
    points: spreadOf(points),
    giniOfLoad: gini(owing.map((p) => burdens[p]!.minutes / problem.people[p]!.dueMinutes)),
    giniOfPoints: gini(points),
    unused: problem.people.flatMap((_, p): Unused[] => {
      return (assignments[p] ?? []).length > 0 ? [] : [{ person: p, why: whyUnused(problem, p, facts) }]
    })
  }
}

function byHours(minutes: readonly number[]): FairnessReport['offDueHours'] {
  const people = new Map<number, number>()
  for (const one of minutes) {
    const hours = Math.round(one / 60) + 0
    people.set(hours, (people.get(hours) ?? 0) + 1)
  }
  return [...people].map(([hours, count]) => ({ hours, people: count })).sort((a, b) => a.hours - b.hours)
}

function whyUnused(problem: Problem, p: number, facts: () => Facts): Unused['why'] {
  const person = problem.people[p]!
  if (person.fits.length === 0) return 'nothing-fits'
  if (person.maxShifts === 0) return 'may-have-none'
  if (person.dueMinutes <= 0) return 'owes-nothing'
  const costs = costsOfJoining(facts(), p)
  if (costs.length === 0) return 'kept-out'
  return Math.min(...costs) < -EPSILON ? 'overlooked' : 'not-needed'
}

/** Less than this is noise of floating point. */
const EPSILON = 1e-6

/** What it would add to the score to give somebody each of the shifts that the rules leave open to them. */
function costsOfJoining(facts: Facts, p: number): number[] {
  const { pairFrom, pairShift } = facts.model
  const costs: number[] = []
  for (let pair = pairFrom[p]!; pair < pairFrom[p + 1]!; pair++) {
    if (rulesAgainst(facts, p, pairShift[pair]!).length === 0) costs.push(effectOn(facts, p, pair, -1).total)
  }
  return costs
}

function once<Value>(make: () => Value): () => Value {
  let made: Value | undefined
  return () => {
    made ??= make()
    return made
  }
}

function burdenOf(problem: Problem, p: number, held: readonly number[]): { minutes: number; points: number } {
  const { fits } = problem.people[p]!
  const on = new Set(held)
  const burden = { minutes: 0, points: 0 }
  for (let i = 0; i < fits.length; i += 3) {
    if (!on.has(fits[i]!)) continue
    const shift = problem.shifts[fits[i]!]!
    burden.minutes += shift.end - shift.start
    burden.points += fits[i + 1]!
  }
  return burden
}

function spreadOf(values: readonly number[]): Spread {
  if (values.length === 0) return { least: 0, mean: 0, most: 0 }
  let [least, most, sum] = [values[0]!, values[0]!, 0]
  for (const value of values) {
    least = Math.min(least, value)
    most = Math.max(most, value)
    sum += value
  }
  return { least, mean: sum / values.length, most }
}

/**
 * The Gini coefficient of numbers that are not negative; 0 for none or nothing but zeros.
 *
 * @example
 * gini([0, 0, 0, 4])
 * //=> 0.75
 */
export function gini(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const sum = sorted.reduce((total, value) => total + value, 0)
  if (sum === 0) return 0
  const weighted = sorted.reduce((total, value, i) => total + (i + 1) * value, 0)
  return (2 * weighted) / (sorted.length * sum) - (sorted.length + 1) / sorted.length
}
