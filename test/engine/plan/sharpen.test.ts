import t from 'tap'
import { generateProblem } from '../../../scripts/bench/planner/generate.ts'
import { firstPlan } from '../../../src/engine/plan/first-plan.ts'
import { haggle, haggleShift } from '../../../src/engine/plan/haggle.ts'
import { learnMarket, newMixture } from '../../../src/engine/plan/learn.ts'
import { CROWDS, divideBy, type Mixture, placeOf, ROOM } from '../../../src/engine/plan/mixture.ts'
import { planRotation } from '../../../src/engine/plan/plan-rotation.ts'
import { sharpen } from '../../../src/engine/plan/sharpen.ts'
import { watchFrom } from '../../../src/engine/plan/watch.ts'

const problem = generateProblem({ people: 40, weeks: 6, seed: 4, regime: 'balanced', shape: 'plain' })

function mixtureOfTheFirstPlan() {
  const work = firstPlan(problem, { seed: 1 }, watchFrom())
  const mixture = newMixture(work)
  learnMarket(work, mixture)
  learnMarket(work, mixture)
  divideBy(mixture, 2)
  return { work, mixture }
}

/** How many seats people hold and shifts want, counted anew from the shares. */
function seatsLacking({ model, count, share, size, shifts, crowds, crowd, crowdShare, ...rest }: Mixture) {
  const lacking = new Float64Array(model.shifts)
  for (let s = 0; s < model.shifts; s++)
    for (let i = 0; i < crowds[s]!; i++) lacking[s]! += crowdShare[s * CROWDS + i]! * crowd[s * CROWDS + i]!
  for (let p = 0; p < model.people; p++) {
    for (let k = 0; k < count[p]!; k++) {
      const at = placeOf({ ...rest, model, count, share, size, shifts, crowds, crowd, crowdShare }, p, k)
      for (let i = 0; i < size[p * ROOM + k]!; i++) lacking[shifts[at + i]!]! -= share[p * ROOM + k]!
    }
  }
  return lacking
}

t.test(
  'bounds raised round after round never fall, and nobody holds more or less than one schedule',
  async (t) => {
    const { work, mixture } = mixtureOfTheFirstPlan()
    work.dual.mixture = mixture
    const bounds: number[] = []
    sharpen(work, () => {
      bounds.push(work.dual.best)
      return bounds.length > 25
    })
    t.ok(bounds.every((bound, i) => i === 0 || bound >= bounds[i - 1]!))
    t.ok(bounds.at(-1)! > 0)
    for (let p = 0; p < mixture.model.people; p++) {
      const shares = mixture.share.subarray(p * ROOM, p * ROOM + mixture.count[p]!)
      t.ok(Math.abs(shares.reduce((sum, share) => sum + share, 0) - 1) < 1e-6, `person ${p}`)
      t.ok(shares.every((share) => share >= 0))
    }
  }
)

t.test('what is lacking is what the shares say, however much was haggled', async (t) => {
  const { mixture } = mixtureOfTheFirstPlan()
  for (let round = 0; round < 5; round++) {
    for (let p = 0; p < mixture.model.people; p++) haggle(mixture, p)
    for (let s = 0; s < mixture.model.shifts; s++) haggleShift(mixture, s)
  }
  const counted = seatsLacking(mixture)
  t.ok(mixture.seatLack.every((lack, s) => Math.abs(lack - counted[s]!) < 1e-6))
})

t.test(
  'two hundred people are planned and proven within a fifth of a percent, in every regime',
  async (t) => {
    for (const regime of ['balanced', 'over', 'under'] as const) {
      const recipe = { people: 200, weeks: 13, seed: 1, regime, shape: 'plain' } as const
      const { score, bound } = planRotation(generateProblem(recipe), { seed: 1 })
      t.ok((score.total - bound) / score.total <= 0.002, `${regime}: ${bound} of ${score.total}`)
    }
  }
)
