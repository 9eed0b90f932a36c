import { loadFacts } from '../../../src/engine/plan/facts.ts'
import { planRotation } from '../../../src/engine/plan/plan-rotation.ts'
import type { Assignments, Problem } from '../../../src/engine/plan/problem.ts'
import { randomFrom } from '../../../src/engine/plan/random.ts'
import { rankTakers } from '../../../src/engine/plan/rank-takers.ts'
import { repairRotation } from '../../../src/engine/plan/repair-rotation.ts'
import { generateProblem } from './generate.ts'
import { judged } from './judge.ts'

const FORTNIGHT = 14

/** What mending a published plan took. Changes are counted in (person, shift) pairs. */
export type RepairFigures = {
  readonly people: number
  readonly ill: number
  readonly firstSeconds: number
  readonly seconds: number
  /** seats that fell away, and as many refills */
  readonly forced: number
  readonly changes: number
  readonly fromScratch: number
}

/** Plans, publishes, makes 1% of the people ill for a fortnight, and repairs. */
export function measureRepair(people: number): RepairFigures {
  const problem = generateProblem({ people, weeks: 13, seed: 1, regime: 'balanced', shape: 'plain' })
  const published = planRotation(problem, { seed: 1, steps: 1 }).assignments
  const ill = withIllness(problem, published)
  repairRotation(ill.problem, { seed: 1 })
  let firstSeconds = 0
  const startedAt = performance.now()
  const elapsed = () => (performance.now() - startedAt) / 1000
  const repaired = repairRotation(ill.problem, {
    seed: 1,
    onProgress: () => {
      firstSeconds ||= elapsed()
    }
  })
  const seconds = elapsed()
  const changes = judged(ill.problem, repaired.assignments, 'repair').change / problem.weights.change
  const anew = planRotation(
    { ...ill.problem, people: ill.problem.people.map(withoutPublication) },
    { seed: 2, steps: 1 }
  )
  const fromScratch = judged(ill.problem, anew.assignments, 'planning anew').change / problem.weights.change
  return { people, ill: ill.count, firstSeconds, seconds, forced: 2 * ill.lost, changes, fromScratch }
}

function withoutPublication({ published: _, ...person }: Problem['people'][number]) {
  return person
}

function withIllness(problem: Problem, published: Assignments) {
  const random = randomFrom(7)
  const count = Math.round(problem.people.length / 100)
  const ill = new Set<number>()
  while (ill.size < count) ill.add(random(problem.people.length))
  const from = random(problem.days - FORTNIGHT)
  const isAway = (s: number) => {
    const { day } = problem.shifts[s]!
    return day >= from && day < from + FORTNIGHT
  }
  let lost = 0
  const people = problem.people.map((person, p) => {
    const held = published[p]!
    if (!ill.has(p)) return { ...person, published: held }
    lost += held.filter(isAway).length
    const fits = Array.from(person.fits).filter((_, i, all) => !isAway(all[i - (i % 3)]!))
    const locked = (person.locked ?? []).filter((s) => !isAway(s))
    return { ...person, fits, locked, published: held }
  })
  return { problem: { ...problem, people }, lost, count }
}

/** Milliseconds to rank the takers of one open seat once facts are loaded, and how many takers there were on average. */
export type TakerFigures = {
  readonly people: number
  readonly median: number
  readonly worst: number
  readonly takers: number
}

const OPENED = 200
const WARM_UP = 20

/** Empties some seats of a plan, each on a shift of its own, and ranks who may take them. */
export function measureTakers(people: number): TakerFigures {
  const problem = generateProblem({ people, weeks: 13, seed: 1, regime: 'balanced', shape: 'plain' })
  const assignments = planRotation(problem, { seed: 1, steps: 0 }).assignments
  const opened = openSeats(problem, assignments)
  const facts = loadFacts(problem, assignments)
  let takers = 0
  const times = opened.map((s) => {
    const startedAt = performance.now()
    takers += rankTakers(facts, s).takers.length
    return performance.now() - startedAt
  })
  const sorted = times.slice(Math.min(WARM_UP, times.length / 2)).sort((a, b) => a - b)
  return {
    people,
    median: sorted[sorted.length >> 1]!,
    worst: sorted.at(-1)!,
    takers: takers / opened.length
  }
}

function openSeats({ people, shifts }: Problem, assignments: number[][]): number[] {
  const random = randomFrom(3)
  const opened = new Set<number>()
  while (opened.size < Math.min(OPENED, shifts.length / 4)) {
    const p = random(people.length)
    const s = assignments[p]!.find((held) => !opened.has(held) && !people[p]!.host)
    if (s === undefined) continue
    assignments[p]!.splice(assignments[p]!.indexOf(s), 1)
    opened.add(s)
  }
  return [...opened]
}
