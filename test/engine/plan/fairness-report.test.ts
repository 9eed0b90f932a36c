import fc from 'fast-check'
import t from 'tap'
import { fairnessReport, gini } from '../../../src/engine/plan/fairness-report.ts'
import type { Assignments, Problem } from '../../../src/engine/plan/problem.ts'
import { personFor, problemOf, shiftOn } from '../rules/one-person-problem.ts'
import { cents, joining, outsiders, plannedProblems, rulesBroken, scoreChange } from './retest.ts'

/** Half of the mean difference between any two, over the mean: the textbook's words. */
function giniAsWritten(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const differences = values.flatMap((a) => values.map((b) => Math.abs(a - b)))
  return mean === 0 ? 0 : differences.reduce((sum, one) => sum + one, 0) / values.length ** 2 / (2 * mean)
}

t.test('the Gini coefficient is half the mean difference over the mean', async (t) => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 12 }), (values) => {
      return Math.abs(gini(values) - giniAsWritten(values)) < 1e-9
    }),
    { numRuns: 300 }
  )
  t.equal(gini([]), 0)
})

/** What somebody has been given, counted shift by shift. */
function burdenOf({ people, shifts }: Problem, plan: Assignments, p: number) {
  const { fits, carriedUnpopular = 0 } = people[p]!
  const list = Array.from(fits)
  const pointsOf = (shift: number) => list[list.findIndex((s, i) => i % 3 === 0 && s === shift) + 1]!
  return {
    minutes: plan[p]!.reduce((sum, s) => sum + shifts[s]!.end - shifts[s]!.start, 0),
    points: plan[p]!.reduce((sum, s) => sum + pointsOf(s), carriedUnpopular)
  }
}

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
const spread = (values: number[]) => ({
  least: Math.min(...values),
  mean: cents(mean(values)),
  most: Math.max(...values)
})

t.test('a report says what counting person by person says', async (t) => {
  for (const { problem, plan } of plannedProblems(700, 780)) {
    const report = fairnessReport(problem, plan)
    const able = problem.people.flatMap(({ fits, maxShifts }, p) =>
      fits.length > 0 && maxShifts > 0 ? [p] : []
    )
    if (able.length === 0) continue
    const burdens = new Map(able.map((p) => [p, burdenOf(problem, plan, p)]))
    const due = (p: number) => problem.people[p]!.dueMinutes
    const offDue = able.map((p) => burdens.get(p)!.minutes - due(p))
    const points = able.map((p) => burdens.get(p)!.points)
    const loads = able.filter((p) => due(p) > 0).map((p) => burdens.get(p)!.minutes / due(p))
    t.strictSame({ ...report.offDue, mean: cents(report.offDue.mean) }, spread(offDue), problem.name)
    t.strictSame({ ...report.points, mean: cents(report.points.mean) }, spread(points), problem.name)
    t.equal(cents(report.giniOfLoad), loads.length > 0 ? cents(giniAsWritten(loads)) : 0, problem.name)
    t.equal(cents(report.giniOfPoints), cents(giniAsWritten(points)), problem.name)
    const hours = report.offDueHours.flatMap(({ hours, people }) => Array<number>(people).fill(hours))
    t.strictSame(
      hours,
      offDue.map((minutes) => Math.round(minutes / 60) + 0).sort((a, b) => a - b)
    )
  }
})

t.test('whoever has no shift is named, and the reason given is the true one', async (t) => {
  const seen = new Set<string>()
  for (const { problem, plan } of plannedProblems(800, 1000)) {
    const { unused } = fairnessReport(problem, plan)
    t.strictSame(
      unused.map(({ person }) => person),
      plan.flatMap((held, p) => (held.length === 0 ? [p] : [])),
      problem.name
    )
    for (const { person, why } of unused) {
      seen.add(why)
      t.equal(why, whyNone(problem, plan, person), `${problem.name}: ${person}`)
    }
  }
  t.strictSame([...seen].sort(), ['kept-out', 'not-needed', 'nothing-fits', 'overlooked', 'owes-nothing'])
  const mayHaveNone = problemOf([shiftOn(0, 9)], [personFor(1, { maxShifts: 0 })])
  t.strictSame(fairnessReport(mayHaveNone, [[]]).unused, [{ person: 0, why: 'may-have-none' }])
})

/** Tries every shift by the rules and the score. */
function whyNone(problem: Problem, plan: Assignments, person: number): string {
  const { fits, dueMinutes } = problem.people[person]!
  if (fits.length === 0) return 'nothing-fits'
  if (dueMinutes <= 0) return 'owes-nothing'
  const legal = problem.shifts
    .flatMap((_, s) => (outsiders(problem, plan, s).includes(person) ? [joining(plan, person, s)] : []))
    .filter((after) => rulesBroken(problem, after).length === 0)
  if (legal.length === 0) return 'kept-out'
  return legal.some((after) => scoreChange(problem, plan, after).total < 0) ? 'overlooked' : 'not-needed'
}
