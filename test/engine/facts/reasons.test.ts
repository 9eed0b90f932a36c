import t from 'tap'
import { planChanges } from '../../../src/engine/facts/plan-changes.ts'
import { reasonFor } from '../../../src/engine/facts/reasons.ts'
import { seatsToRestore } from '../../../src/engine/facts/seats-to-restore.ts'
import { loadFacts } from '../../../src/engine/plan/facts.ts'
import { planRotation } from '../../../src/engine/plan/plan-rotation.ts'
import type { Problem } from '../../../src/engine/plan/problem.ts'
import { judgePlan } from '../../../src/engine/rules/judge-plan.ts'
import { built, facts, person, rotation } from './cast.ts'

/** A dozen guests of three teams, two newcomers among them, and two hosts, with different debts. */
const company = built({
  rotation: { ...rotation, spacingDays: 5 },
  teams: ['ada', 'bob', 'support'].map((id) => ({ id, supportCap: 2 })),
  people: [
    ...Array.from({ length: 12 }, (_, i) =>
      person(`guest${String(i).padStart(2, '0')}`, {
        teamId: i % 2 ? 'ada' : 'bob',
        readiness: i < 2 ? 'shadowing' : 'ready',
        dueMinutes: 120 * (i % 4),
        carriedUnpopular: i % 3
      })
    ),
    person('hanna', { teamId: 'support', isHost: true, dueMinutes: 960 }),
    person('henrik', { teamId: 'support', isHost: true, dueMinutes: 960 })
  ]
})

/** The plan with a seat handed to somebody else. */
function handedOver(plan: number[][], from: number, to: number, shift: number): number[][] {
  return plan.map((held, p) => {
    if (p === from) return held.filter((s) => s !== shift)
    return p === to ? [...held, shift] : held
  })
}

t.test('who else could sit there, and what the best of them would cost, is so when judged', async (t) => {
  const { problem, people } = company
  const plan = planRotation(problem, { seed: 3 }).assignments
  const facts = loadFacts(problem, plan)
  const total = judgePlan(problem, plan).score.total
  let takers = 0
  plan.forEach((held, p) => {
    for (const shift of held) {
      const reason = reasonFor(facts, { person: p, shift })
      const others = people.flatMap((_, other) => (plan[other]!.includes(shift) ? [] : [other]))
      const extra = others
        .map((other) => judgePlan(problem, handedOver(plan, p, other, shift)))
        .flatMap(({ violations, score }) => (violations.length === 0 ? [score.total - total] : []))
      takers += extra.length
      t.equal(reason.otherTakers, extra.length)
      if (extra.length === 0) t.equal(reason.nextBestExtraCost, null)
      else t.ok(Math.abs(reason.nextBestExtraCost! - Math.min(...extra)) < 0.01)
    }
  })
  t.ok(takers > 0, 'some seats have takers')
})

t.test('minutes owed count down over the shifts of a person', async (t) => {
  const two: Problem = { ...company.problem, people: [{ ...company.problem.people[2]!, dueMinutes: 480 }] }
  const owed = [0, 5].map((shift) => reasonFor(loadFacts(two, [[0, 5]]), { person: 0, shift }).owedMinutes)
  t.strictSame(owed, [480, 240])
})

t.test('changes are per person, by id, and say what stays', async (t) => {
  const at = (employeeId: string, day: number) => ({ employeeId, startsAt: new Date(day * 86_400_000) })
  const planned = [at('bo', 1), at('bo', 2), at('amara', 1)]
  const held = [at('bo', 2), at('bo', 3), at('cleo', 1)]
  t.strictSame(planChanges({ planned, held }), [
    { employeeId: 'amara', given: [at('amara', 1)], taken: [], kept: [] },
    { employeeId: 'bo', given: [at('bo', 1)], taken: [at('bo', 3)], kept: [at('bo', 2)] },
    { employeeId: 'cleo', given: [], taken: [at('cleo', 1)], kept: [] }
  ])
})

t.test('a seat goes back only once to a person whose seats overlap', async (t) => {
  const span = { startsAt: new Date('2027-03-02T08:00Z'), endsAt: new Date('2027-03-02T12:00Z') }
  const seats = ['a', 'b'].map((assignmentId) => ({ assignmentId, employeeId: 'bo', isHere: true, ...span }))
  const { restored, hindered } = seatsToRestore(seats, { now: facts.now, held: [], absences: [] })
  t.strictSame([restored, hindered], [[seats[0]], [{ seat: seats[1], cause: 'busy' }]])
})
