import t from 'tap'
import { compile, type Model } from '../../../src/engine/plan/model.ts'
import { goTogether } from '../../../src/engine/plan/moves.ts'
import { LOCK, type Oracle, oracleOf, solve } from '../../../src/engine/plan/oracle.ts'
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
