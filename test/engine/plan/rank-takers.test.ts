import t from 'tap'
import { loadFacts } from '../../../src/engine/plan/facts.ts'
import { rankTakers } from '../../../src/engine/plan/rank-takers.ts'
import {
  joining,
  outsiders,
  plannedProblems,
  rounded,
  rulesBroken,
  scoreChange,
  sortedCounts,
  tally
} from './retest.ts'

t.test('takers are exactly those whom the rules allow, best first, each with the true effect', async (t) => {
  let takersSeen = 0
  for (const { problem, plan } of plannedProblems(1, 100)) {
    const facts = loadFacts(problem, plan)
    problem.shifts.forEach((_, shift) => {
      const { takers, against } = rankTakers(facts, shift)
      const others = outsiders(problem, plan, shift)
      const broken = others.map((p) => rulesBroken(problem, joining(plan, p, shift)))
      const allowed = others.filter((_, i) => broken[i]!.length === 0)
      const name = `${problem.name}, shift ${shift}`
      t.strictSame(
        takers.map(({ person }) => person).sort((a, b) => a - b),
        allowed,
        name
      )
      t.strictSame(sortedCounts(against), tally(broken), name)
      takers.forEach(({ person, effect }, i) => {
        t.strictSame(rounded(effect), scoreChange(problem, plan, joining(plan, person, shift)), name)
        if (i > 0) t.ok(takers[i - 1]!.effect.total <= effect.total + 1e-9, name)
      })
      takersSeen += takers.length
    })
  }
  t.ok(takersSeen > 100, `${takersSeen} takers`)
})
