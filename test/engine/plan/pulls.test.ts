import t from 'tap'
import { generateProblem } from '../../../scripts/bench/planner/generate.ts'
import { drawPlan } from '../../../src/engine/plan/draw-plan.ts'
import { firstPlan } from '../../../src/engine/plan/first-plan.ts'
import { learnMarket, newMixture } from '../../../src/engine/plan/learn.ts'
import { divideBy, placeOf, ROOM } from '../../../src/engine/plan/mixture.ts'
import { adaptPulls, nothingLacked } from '../../../src/engine/plan/pulls.ts'
import { randomFrom } from '../../../src/engine/plan/random.ts'
import { assignmentsOf } from '../../../src/engine/plan/seats.ts'
import { watchFrom } from '../../../src/engine/plan/watch.ts'

const problem = generateProblem({ people: 40, weeks: 6, seed: 4, regime: 'balanced', shape: 'plain' })

function fractions() {
  const work = firstPlan(problem, { seed: 1 }, watchFrom())
  return { work, mixture: newMixture(work) }
}

t.test(
  'a price is pulled further where the same is lacking again, less far where it is the opposite',
  async (t) => {
    const { mixture } = fractions()
    const lacked = nothingLacked(mixture)
    const pull = () => mixture.seatPull[0]!
    const first = pull()
    const lackThen = (lack: number) => {
      mixture.seatLack[0] = lack
      adaptPulls(mixture, lacked)
      return pull()
    }
    t.equal(lackThen(1), first, 'once says nothing yet')
    const second = lackThen(0.5)
    t.ok(second > first)
    t.ok(lackThen(-0.5) < second)
    const calm = pull()
    t.equal(lackThen(0.001), calm, 'hardly anything is lacking')
    t.equal(mixture.seatPull[1], first, 'other shifts have pulls of their own')
  }
)

t.test('a drawn plan gives everybody one of their schedules and names those who are in doubt', async (t) => {
  const { work, mixture } = fractions()
  const { seats, model } = work
  learnMarket(work, mixture)
  learnMarket(work, mixture)
  divideBy(mixture, 2)
  const before = assignmentsOf(seats)
  const unlocked = (p: number) => !model.locked.has(p) && before[p]!.length > 0
  const p = before.findIndex((_, person) => unlocked(person))
  mixture.count[p] = 2
  mixture.size[p * ROOM + 1] = 0
  mixture.share[p * ROOM] = 0.5
  mixture.share[p * ROOM + 1] = 0.5
  const held = mixture.shifts.slice(placeOf(mixture, p, 0), placeOf(mixture, p, 0) + mixture.size[p * ROOM]!)
  const drawnWith = (lacking: number, seed: number) => {
    for (const s of held) mixture.seatLack[s]! += lacking
    const doubtful = [...drawPlan(seats, mixture, randomFrom(seed))]
    for (const s of held) mixture.seatLack[s]! -= lacking
    t.ok(doubtful.includes(p))
    t.ok(doubtful.every((one) => one === p || !unlocked(one) || model.irregular[one]))
    const now = assignmentsOf(seats)
    t.ok(now.every((shifts, one) => one === p || shifts.join() === before[one]!.join()))
    return now[p]!
  }
  for (let seed = 1; seed <= 10; seed++) {
    t.strictSame(drawnWith(20, seed), before[p], 'on shifts that lack people')
    t.strictSame(drawnWith(-20, seed), [], 'not on those that have too many')
  }
})
