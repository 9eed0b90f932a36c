import t from 'tap'
import { generateProblem } from '../../../scripts/bench/planner/generate.ts'
import { ContradictoryFacts } from '../../../src/engine/plan/contradictions.ts'
import { planRotation } from '../../../src/engine/plan/plan-rotation.ts'
import type { Assignments, Problem, ProblemPerson } from '../../../src/engine/plan/problem.ts'
import { type Random, randomFrom } from '../../../src/engine/plan/random.ts'
import { repairRotation } from '../../../src/engine/plan/repair-rotation.ts'
import { judgePlan } from '../../../src/engine/rules/judge-plan.ts'
import { plannedProblems } from './retest.ts'

/** What is left to somebody who cannot work some shifts; what they were promised stays on record. */
function without(person: ProblemPerson, isLost: (shift: number) => boolean): ProblemPerson {
  const fits: number[] = []
  for (let i = 0; i < person.fits.length; i += 3) {
    if (!isLost(person.fits[i]!)) fits.push(person.fits[i]!, person.fits[i + 1]!, person.fits[i + 2]!)
  }
  const { locked = [], ...rest } = person
  return { ...rest, fits, locked: locked.filter((shift) => !isLost(shift)) }
}

/** The plan is published, and so many people are ill from a day on for a fortnight. */
function withIll(problem: Problem, plan: Assignments, { count, day, random }: Illness): Problem {
  const ill = new Set(Array.from({ length: count }, () => random(problem.people.length)))
  const isLost = (shift: number) => {
    const at = problem.shifts[shift]!.day
    return day <= at && at < day + 14
  }
  const people = problem.people.map((person, p) => {
    const published = [...plan[p]!]
    return ill.has(p) ? { ...without(person, isLost), published } : { ...person, published }
  })
  return { ...problem, people }
}

type Illness = { readonly count: number; readonly day: number; readonly random: Random }

/** Seats that their holders cannot keep. */
const removalsOf = ({ people }: Problem) =>
  people.reduce((sum, { fits, published = [] }) => {
    const fitting = new Set(Array.from(fits).filter((_, i) => i % 3 === 0))
    return sum + published.filter((shift) => !fitting.has(shift)).length
  }, 0)

t.test(
  'one in a hundred of 1,000 ill for a fortnight: a legal plan, few more changes than are forced',
  async (t) => {
    const recipe = { people: 1000, weeks: 13, seed: 1, regime: 'balanced', shape: 'plain' } as const
    const problem = generateProblem(recipe)
    const { assignments } = planRotation(problem, { seed: 1, steps: 1 })
    const random = randomFrom(5)
    let [forced, changes] = [0, 0]
    for (const day of [14, 40, 70]) {
      const changed = withIll(problem, assignments, { count: 10, day, random })
      const repaired = repairRotation(changed, { seed: 1 })
      const { violations, score } = judgePlan(changed, repaired.assignments)
      t.strictSame(violations, [])
      t.strictSame(score, repaired.score)
      forced += 2 * removalsOf(changed)
      changes += score.change / changed.weights.change
    }
    t.ok(forced > 10, `${forced} forced`)
    t.ok(changes <= 1.3 * forced, `${changes} changes where ${forced} are forced`)
  }
)

t.test('small repairs are legal, keep every lock, and are nearly as good as planning again', async (t) => {
  let [repairs, extra] = [0, 0]
  for (const { problem, plan } of plannedProblems(1400, 1560)) {
    const random = randomFrom(repairs + 1)
    const unlucky = random(problem.people.length)
    const keeps = (shift: number) => problem.people[unlucky]!.locked?.includes(shift) === true
    const people = problem.people.map((person, p) => {
      const promised = { ...person, published: [...plan[p]!] }
      return p === unlucky ? without(promised, (shift) => !keeps(shift) && random(2) === 0) : promised
    })
    const changed = { ...problem, people }
    const repaired = repairedOrRefused(changed)
    if (!repaired) continue
    const { violations, score } = judgePlan(changed, repaired.assignments)
    t.strictSame(violations, [], problem.name)
    t.strictSame(score.total, repaired.score.total, problem.name)
    t.ok(repaired.bound <= score.total + 1e-6, `${problem.name}: bound`)
    const again = planRotation(changed, { seed: 1, steps: 1 })
    t.ok(again.bound <= score.total + 1e-6, `${problem.name}: no repair beats what is proven`)
    extra += (score.total - again.score.total) / Math.max(1, again.score.total)
    repairs++
  }
  t.ok(repairs > 100, `${repairs} repairs`)
  t.ok(extra / repairs < 0.1, `${((100 * extra) / repairs).toFixed(2)}% above planning again on average`)
})

/** Whoever was ill may have been the host whom a lock needs. */
function repairedOrRefused(problem: Problem) {
  try {
    return repairRotation(problem, { seed: 1 })
  } catch (error) {
    if (error instanceof ContradictoryFacts) return undefined
    throw error
  }
}

t.test('nothing changes where nothing has', async (t) => {
  const recipe = { people: 100, weeks: 13, seed: 4, regime: 'balanced', shape: 'small-teams' } as const
  const problem = generateProblem(recipe)
  const { assignments } = planRotation(problem, { seed: 1, steps: 1 })
  const people = problem.people.map((person, p) => ({ ...person, published: assignments[p]! }))
  t.strictSame(repairRotation({ ...problem, people }, { seed: 1 }).assignments, assignments)
})
