import t from 'tap'
import { generateProblem } from '../../../scripts/bench/planner/generate.ts'
import { planRotation } from '../../../src/engine/plan/plan-rotation.ts'
import { isScarce } from '../../../src/engine/plan/scarcity.ts'

t.test(
  'seats are scarce where more hours are asked than owed, or shifts outnumber people by far',
  async (t) => {
    const scarce = (
      people: number,
      regime: 'balanced' | 'over' | 'under',
      shape: 'plain' | 'round-the-clock'
    ) => isScarce(generateProblem({ people, weeks: 13, seed: 1, regime, shape }))
    t.ok(scarce(200, 'over', 'plain'))
    t.ok(scarce(200, 'balanced', 'round-the-clock'))
    t.notOk(scarce(200, 'balanced', 'plain'))
    t.notOk(scarce(200, 'under', 'plain'))
  }
)

t.test('a company asked for more than it owes is near its bound after one round', async (t) => {
  const problem = generateProblem({ people: 50, weeks: 13, seed: 3, regime: 'over', shape: 'plain' })
  const { score, bound } = planRotation(problem, { seed: 1, steps: 1 })
  t.ok(bound > 0.99 * score.total, `${bound} of ${score.total}`)
})

t.test(
  'with time for a few sweeps only, the market ends so much stiffer and still finds prices',
  async (t) => {
    const problem = generateProblem({ people: 60, weeks: 8, seed: 1, regime: 'over', shape: 'plain' })
    let at = 0
    const now = () => {
      at += 12
      return at
    }
    const { score, bound } = planRotation(problem, { seed: 1, steps: 1, seconds: 1, now })
    t.ok(bound > 0.85 * score.total, `${bound} of ${score.total}`)
  }
)
