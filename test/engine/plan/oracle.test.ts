import t from 'tap'
import { generateProblem } from '../../../scripts/bench/planner/generate.ts'
import { burdenCost } from '../../../src/engine/plan/burden.ts'
import { compile, type Model } from '../../../src/engine/plan/model.ts'
import { goTogether } from '../../../src/engine/plan/moves.ts'
import { LOCK, type Oracle, oracleOf, solve } from '../../../src/engine/plan/oracle.ts'
import { DEFAULT_WEIGHTS, type Problem } from '../../../src/engine/plan/problem.ts'
import { randomFrom } from '../../../src/engine/plan/random.ts'
import { emptySeats } from '../../../src/engine/plan/seats.ts'
import { scheduleCost } from '../../../src/engine/plan/sweep.ts'
import { smallProblem } from './small-problems.ts'

/** Every set of pairs that a person may hold: so many at most, all going together. */
function schedulesOf(model: Model, p: number): number[][] {
  const { maxShifts, spacingDays } = model.problem.people[p]!
  let found: number[][] = [[]]
  for (let pair = model.pairFrom[p]!; pair < model.pairFrom[p + 1]!; pair++) {
    const isFree = (other: number) =>
      goTogether(model, spacingDays, model.pairShift[pair]!, model.pairShift[other]!)
    const longer = found.filter((held) => held.length < maxShifts && held.every(isFree))
    found = [...found, ...longer.map((held) => [...held, pair])]
  }
  return found
}

function priceAtRandom(oracle: Oracle, dearest: number, random: (below: number) => number): void {
  for (let i = 0; i < oracle.shiftCost.length; i++)
    oracle.shiftCost[i] = random(20) === 0 ? Number.POSITIVE_INFINITY : random(dearest) - random(2 * dearest)
}

t.test('the cheapest schedule at any prices is that of trying every set of shifts', async (t) => {
  const random = randomFrom(3)
  let compared = 0
  for (let seed = 1; seed <= 120; seed++) {
    const model = compile(smallProblem(seed))
    if (model.irregular.includes(1)) continue
    const oracle = oracleOf(model)
    const seats = emptySeats(model)
    for (const points of [5, 40, 400]) {
      priceAtRandom(oracle, points * model.scale, random)
      for (let p = 0; p < model.people; p++) {
        const locks = model.locked.get(p)?.length ?? 0
        const all = schedulesOf(model, p).map((held) => scheduleCost(seats, oracle, p, held))
        const least = all.reduce((a, b) => Math.min(a, b))
        if (least > -LOCK * (locks - 0.5)) continue
        t.equal(solve(oracle, p), least, `problem ${seed}, person ${p}, ${points} points`)
        const found = [...oracle.found.subarray(0, oracle.size)]
        t.equal(scheduleCost(seats, oracle, p, found), least, 'and it is the schedule that was found')
        compared++
      }
    }
  }
  t.ok(compared > 1000, `${compared} compared`)
})

/** One person who would take more shifts than they may have, of several lengths and points. */
function crowded(seed: number): Problem {
  const random = randomFrom(seed)
  const shifts = Array.from({ length: 11 }, (_, day) => {
    const start = day * 1440 + 480
    return { day, start, end: start + [120, 240, 480][random(3)]!, min: 1, desired: 1, max: 1, hosts: 0 }
  })
  const person = {
    team: 0,
    host: false,
    experienced: true,
    newcomer: false,
    spacingDays: 1 + random(2),
    maxShifts: 2 + random(3),
    dueMinutes: 60 * (8 + random(24)),
    carriedUnpopular: random(3),
    fits: shifts.flatMap((_, s) => [s, random(2) * random(4), random(4)])
  }
  return {
    format: 'rota-problem/1',
    name: `crowded-${seed}`,
    days: 11,
    restMinutes: 660,
    weights: DEFAULT_WEIGHTS,
    teamCaps: [1],
    shifts,
    people: [person]
  }
}

t.test('nor is it dearer when they may not have as many shifts as would be cheapest', async (t) => {
  const random = randomFrom(5)
  let full = 0
  for (let seed = 1; seed <= 60; seed++) {
    const model = compile(crowded(seed))
    const oracle = oracleOf(model)
    const seats = emptySeats(model)
    for (const points of [20, 80, 300]) {
      priceAtRandom(oracle, points * model.scale, random)
      const all = schedulesOf(model, 0).map((held) => scheduleCost(seats, oracle, 0, held))
      const least = all.reduce((a, b) => Math.min(a, b))
      t.equal(solve(oracle, 0), least, `problem ${seed}, ${points} points`)
      if (oracle.size === model.problem.people[0]!.maxShifts) full++
    }
  }
  t.ok(full > 60, `${full} have as many as they may`)
})

t.test(
  'points carried in fractions cost what they are rounded to, also where that alone decides',
  async (t) => {
    const random = randomFrom(7)
    const weights = { ...DEFAULT_WEIGHTS, quota: 0, unpopular: 0.001, wish: 0 }
    for (let seed = 1; seed <= 150; seed++) {
      const problem = crowded(seed)
      const people = problem.people.map((one) => ({ ...one, carriedUnpopular: random(300) / 100 }))
      const model = compile({ ...problem, weights, people })
      const oracle = oracleOf(model)
      const seats = emptySeats(model)
      priceAtRandom(oracle, 9, random)
      const all = schedulesOf(model, 0).map((held) => scheduleCost(seats, oracle, 0, held))
      t.equal(
        solve(oracle, 0),
        all.reduce((a, b) => Math.min(a, b)),
        `problem ${seed}`
      )
    }
  }
)

/** What the cheapest schedule costs, found by trying each shift in turn: remembers what is the same from there on. */
function cheapestOf(model: Model, oracle: Oracle, p: number): number {
  const { maxShifts, spacingDays } = model.problem.people[p]!
  const pairs = Array.from(
    { length: model.pairFrom[p + 1]! - model.pairFrom[p]! },
    (_, i) => model.pairFrom[p]! + i
  ).sort((a, b) => model.start[model.pairShift[a]!]! - model.start[model.pairShift[b]!]!)
  const shiftAt = (i: number) => model.pairShift[pairs[i]!]!
  const follows = pairs.map((_, i) => {
    let next = i + 1
    while (next < pairs.length && !goTogether(model, spacingDays, shiftAt(i), shiftAt(next))) next++
    return next
  })
  const known = new Map<string, number>()
  const from = (i: number, held: number, minutes: number, points: number): number => {
    if (i >= pairs.length || held === maxShifts) return burdenCost(model, p, minutes, points)
    const key = `${i}|${held}|${minutes}|${points}`
    const was = known.get(key)
    if (was !== undefined) return was
    const pair = pairs[i]!
    const s = shiftAt(i)
    const cost = model.pairCost[pair]! + oracle.shiftCost[model.kind[p]! * model.shifts + s]!
    const longer = minutes + model.end[s]! - model.start[s]!
    const taken = cost + from(follows[i]!, held + 1, longer, points + model.pairPoints[pair]!)
    const least = Math.min(from(i + 1, held, minutes, points), taken)
    known.set(key, least)
    return least
  }
  return model.fixedCost[p]! + from(0, 0, 0, 0)
}

t.test(
  'people with very many loads have theirs found too, with room for more shifts and without',
  async (t) => {
    const random = randomFrom(9)
    const recipe = { people: 60, weeks: 3, regime: 'balanced', shape: 'two-rotations' } as const
    let full = 0
    let compared = 0
    for (let seed = 1; seed <= 4; seed++) {
      const problem = generateProblem({ ...recipe, seed })
      const people = problem.people.map((one, p) => ({ ...one, maxShifts: 2 + (p % 4) }))
      const model = compile({ ...problem, people })
      const oracle = oracleOf(model)
      for (const points of [10, 60, 200]) {
        priceAtRandom(oracle, points * model.scale, random)
        people.forEach(({ host, maxShifts, locked }, p) => {
          if (!host || locked) return
          t.equal(
            solve(oracle, p),
            cheapestOf(model, oracle, p),
            `company ${seed}, host ${p}, ${points} points`
          )
          compared++
          if (oracle.size === maxShifts) full++
        })
      }
    }
    t.ok(
      compared > 100 && full > 30 && full < compared - 30,
      `${full} of ${compared} have as many as they may`
    )
  }
)
