import t from 'tap'
import { generateProblem } from '../../../scripts/bench/planner/generate.ts'
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
    const scouted = oracleOf(model, 0)
    const seats = emptySeats(model)
    for (const points of [5, 40, 400]) {
      priceAtRandom(oracle, points * model.scale, random)
      scouted.shiftCost.set(oracle.shiftCost)
      for (let p = 0; p < model.people; p++) {
        const locks = model.locked.get(p)?.length ?? 0
        const all = schedulesOf(model, p).map((held) => scheduleCost(seats, oracle, p, held))
        const least = all.reduce((a, b) => Math.min(a, b))
        if (least > -LOCK * (locks - 0.5)) continue
        t.equal(solve(oracle, p), least, `problem ${seed}, person ${p}, ${points} points`)
        const found = [...oracle.found.subarray(0, oracle.size)]
        t.equal(scheduleCost(seats, oracle, p, found), least, 'and it is the schedule that was found')
        t.equal(solve(scouted, p), least, `and a scout finds one as cheap`)
        const byScout = [...scouted.found.subarray(0, scouted.size)]
        t.equal(scheduleCost(seats, scouted, p, byScout), least, 'which it hands over')
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
    const oracle = oracleOf(model, Number.POSITIVE_INFINITY)
    const scouted = oracleOf(model, 0)
    const seats = emptySeats(model)
    for (const points of [20, 80, 300]) {
      priceAtRandom(oracle, points * model.scale, random)
      scouted.shiftCost.set(oracle.shiftCost)
      const all = schedulesOf(model, 0).map((held) => scheduleCost(seats, oracle, 0, held))
      const least = all.reduce((a, b) => Math.min(a, b))
      t.equal(solve(oracle, 0), least, `problem ${seed}, ${points} points`)
      t.equal(solve(scouted, 0), least, `and by a scout`)
      if (oracle.size === model.problem.people[0]!.maxShifts) full++
    }
  }
  t.ok(full > 60, `${full} have as many as they may`)
})

t.test(
  'hosts who take shifts of four lengths are left to a scout, nobody in a quarter of one length is',
  async (t) => {
    const recipe = { people: 200, weeks: 13, seed: 1, regime: 'balanced' } as const
    const plain = oracleOf(compile(generateProblem({ ...recipe, shape: 'plain' })))
    t.equal(plain.scout, undefined)
    const { scout, model } = oracleOf(compile(generateProblem({ ...recipe, shape: 'two-rotations' })))
    const lengths = (p: number) => model.loads[model.loadsOfPerson[p]!]!.lengths.length
    model.problem.people.forEach(({ host, maxShifts }, p) => {
      if (host && maxShifts > 12 && lengths(p) === 4) t.equal(scout?.isMeant[p], 1, `host ${p}`)
      if (lengths(p) === 1) t.equal(scout?.isMeant[p], 0, `person ${p}`)
    })
  }
)
