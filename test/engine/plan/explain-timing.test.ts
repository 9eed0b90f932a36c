import t from 'tap'
import { explainAssignment } from '../../../src/engine/plan/explain.ts'
import { explainTiming } from '../../../src/engine/plan/explain-timing.ts'
import { loadFacts } from '../../../src/engine/plan/facts.ts'
import {
  cents,
  joining,
  leaving,
  outsiders,
  plannedProblems,
  rulesBroken,
  scoreChange,
  sortedCounts,
  tally
} from './retest.ts'

t.test(
  'why now: the shifts somebody could move to, the best of them and what closes the rest, are so',
  async (t) => {
    let moves = 0
    for (const { problem, plan } of plannedProblems(600, 680)) {
      const facts = loadFacts(problem, plan)
      plan.forEach((held, person) => {
        for (const shift of held) {
          const name = `${problem.name}: ${person} on ${shift}`
          const { breaksWithout } = explainAssignment(facts, person, shift)
          const said = explainTiming(facts, person, shift, breaksWithout)
          const gone = leaving(plan, person, shift)
          const others = problem.shifts.flatMap((_, s) =>
            s !== shift && outsiders(problem, plan, s).includes(person) ? [s] : []
          )
          const moved = others.map((s) => joining(gone, person, s))
          const broken = moved.map((after) => rulesBroken(problem, after))
          t.equal(said.otherShifts, others.length, name)
          t.strictSame(sortedCounts(said.against), tally(broken), name)
          const costs = moved.flatMap((after, i) =>
            broken[i]!.length > 0
              ? []
              : [{ shift: others[i]!, extraCost: scoreChange(problem, plan, after).total }]
          )
          costs.sort((a, b) => a.extraCost - b.extraCost || a.shift - b.shift)
          t.equal(said.mayMove, costs.length, name)
          t.strictSame(said.next && { ...said.next, extraCost: cents(said.next.extraCost) }, costs[0], name)
          moves += costs.length
        }
      })
    }
    t.ok(moves > 50, `${moves} moves`)
  }
)
