import t from 'tap'
import { generateProblem } from '../../../scripts/bench/planner/generate.ts'
import { hostsAlone } from '../../../src/engine/plan/hosts.ts'
import { compile } from '../../../src/engine/plan/model.ts'
import { planRotation } from '../../../src/engine/plan/plan-rotation.ts'
import { areHostsScarce } from '../../../src/engine/plan/scarcity.ts'
import { coverCost } from '../../../src/engine/plan/seats.ts'
import { judgePlan } from '../../../src/engine/rules/judge-plan.ts'

/** A company in which every fourth host became an ordinary colleague. */
function withFewerHosts(seed: number, people = 150, weeks = 4) {
  const problem = generateProblem({ people, weeks, seed, regime: 'balanced', shape: 'few-hosts' })
  let hosts = 0
  return {
    ...problem,
    people: problem.people.map((person) =>
      person.host && hosts++ % 4 === 0 ? { ...person, host: false, locked: [] } : person
    )
  }
}

t.test('some few hosts are scarce where they are asked for more than they owe', async (t) => {
  const scarce = (people: number, shape: 'plain' | 'few-hosts' | 'round-the-clock') =>
    areHostsScarce(generateProblem({ people, weeks: 13, seed: 1, regime: 'balanced', shape }))
  t.notOk(scarce(200, 'plain'))
  t.notOk(scarce(50, 'round-the-clock'), 'half of these fifty are hosts')
  t.ok(scarce(200, 'few-hosts'))
  t.ok(scarce(1000, 'few-hosts'))
  t.ok(areHostsScarce(withFewerHosts(1)))
})

t.test('to hosts alone a shift is worth all that it loses when it stays empty', async (t) => {
  const model = compile(withFewerHosts(2))
  const { problem, of } = hostsAlone(model)
  t.strictSame(
    of,
    [...model.problem.people.keys()].filter((p) => model.problem.people[p]!.host)
  )
  const alone = compile(problem)
  const points = (some: typeof model, s: number, people: number) => coverCost(some, s, people) / some.scale
  for (let s = 0; s < model.shifts; s++) {
    const lost = points(model, s, 0) - points(model, s, model.mostPeople[s]!)
    t.ok(Math.abs(points(alone, s, 0) - lost) < 0.01, `shift ${s} is worth ${lost}`)
    t.equal(alone.problem.shifts[s]!.hosts, 0)
    t.equal(points(alone, s, model.problem.shifts[s]!.hosts), 0)
  }
})

t.test('where hosts are too few the plan is as good as proven', async (t) => {
  for (const seed of [1, 2, 3]) {
    const problem = withFewerHosts(seed)
    const plan = planRotation(problem, { seed: 1, steps: 1 })
    t.strictSame(judgePlan(problem, plan.assignments).violations, [])
    t.ok(plan.bound > 0.998 * plan.score.total, `${plan.bound} of ${plan.score.total}`)
  }
})

t.test('locks and a publication are kept in mind when hosts are planned alone', async (t) => {
  const problem = withFewerHosts(1)
  const before = planRotation(problem, { seed: 1, steps: 1 }).assignments
  const host = problem.people.findIndex((person, p) => person.host && before[p]!.length > 2)
  const people = problem.people.map((person, p) =>
    p === host ? { ...person, locked: [before[p]![0]!] } : { ...person, published: before[p]! }
  )
  const again = planRotation({ ...problem, people }, { seed: 1, steps: 1 })
  t.ok(again.assignments[host]!.includes(before[host]![0]!), 'the locked shift is kept')
  const moved = again.assignments.filter(
    (shifts, p) => p !== host && shifts.some((s) => !before[p]!.includes(s))
  )
  t.ok(moved.length < problem.people.length / 10, `${moved.length} of ${problem.people.length} were moved`)
})
