import t from 'tap'
import { generateProblem } from '../../../scripts/bench/planner/generate.ts'
import { explainAssignment } from '../../../src/engine/plan/explain.ts'
import { replacementsFor, tippingOf } from '../../../src/engine/plan/explain-change.ts'
import { loadFacts } from '../../../src/engine/plan/facts.ts'
import { planRotation } from '../../../src/engine/plan/plan-rotation.ts'
import type { Assignments, Problem } from '../../../src/engine/plan/problem.ts'
import { replacementsOn } from '../../../src/engine/plan/replacements.ts'
import { judgePlan } from '../../../src/engine/rules/judge-plan.ts'
import { personFor, problemOf, shiftOn } from '../rules/one-person-problem.ts'
import {
  cents,
  joining,
  leaving,
  outsiders,
  plannedProblems,
  rounded,
  rulesBroken,
  scoreChange
} from './retest.ts'

t.test(
  'replacements are all whom the rules allow, the cheapest first, each with the true cost',
  async (t) => {
    let seen = 0
    for (const { problem, plan } of plannedProblems(1100, 1160)) {
      const facts = loadFacts(problem, plan)
      plan.forEach((held, person) => {
        for (const shift of held) {
          const gone = leaving(plan, person, shift)
          const legal = outsiders(problem, plan, shift)
            .filter((p) => p !== person)
            .map((p) => ({ person: p, after: joining(gone, p, shift) }))
            .filter(({ after }) => rulesBroken(problem, after).length === 0)
            .map(({ person: p, after }) => ({ person: p, extra: scoreChange(problem, plan, after) }))
            .sort((a, b) => a.extra.total - b.extra.total || a.person - b.person)
          const said = replacementsFor(facts, person, shift)
          t.strictSame(
            said.map((one) => ({ ...one, extra: rounded(one.extra) })),
            legal
          )
          const next = said[0] && { person: said[0].person, extraCost: cents(said[0].extra.total) }
          const { next: known } = explainAssignment(facts, person, shift)
          t.strictSame(next, known && { ...known, extraCost: cents(known.extraCost) })
          seen += said.length
        }
      })
    }
    t.ok(seen > 30, `${seen} replacements`)
  }
)

t.test('looking once per shift finds the same as looking seat by seat', async (t) => {
  const recipe = { people: 60, weeks: 4, seed: 3, regime: 'over', shape: 'small-teams' } as const
  const crowded = generateProblem(recipe)
  const { assignments } = planRotation(crowded, { seed: 1, steps: 1 })
  for (const { problem, plan } of [...plannedProblems(1300, 1340), { problem: crowded, plan: assignments }]) {
    const facts = loadFacts(problem, plan)
    problem.shifts.forEach((_, shift) => {
      const replacements = replacementsOn(facts, shift)
      plan.forEach((held, person) => {
        if (!held.includes(shift)) return
        const { next, mayReplace } = explainAssignment(facts, person, shift)
        const said = replacements(person)
        t.equal(said.mayReplace, mayReplace, problem.name)
        t.equal(said.next?.person, next?.person, problem.name)
        t.equal(cents(said.next?.extraCost ?? 0), cents(next?.extraCost ?? 0), problem.name)
      })
    })
  }
})

t.test('where two teams are full only their own people may come for theirs', async (t) => {
  const people = [0, 1, 0, 1].map((team, p) => personFor(1, { team, dueMinutes: 60 * p }))
  const facts = loadFacts(problemOf([shiftOn(0, 9)], people, { teamCaps: [1, 1] }), [[0], [0], [], []])
  const instead = (person: number) => replacementsOn(facts, 0)(person)
  t.match(instead(0), { mayReplace: 1, next: { person: 2 } })
  t.match(instead(1), { mayReplace: 1, next: { person: 3 } })
})

t.test(
  'with so much less due, or so much less liking, the best replacement is the better choice; with less, not',
  async (t) => {
    let tipped = 0
    for (const { problem, plan } of plannedProblems(1200, 1300)) {
      const facts = loadFacts(problem, plan)
      plan.forEach((held, person) => {
        for (const shift of held) {
          const [best] = replacementsFor(facts, person, shift)
          if (!best || best.extra.total <= 0) continue
          const after = joining(leaving(plan, person, shift), best.person, shift)
          const { lessDueMinutes, moreWishCost } = tippingOf(problem, shift, best.extra.total)
          const owing = (less: number) => gainOf(owingLess(problem, person, less), plan, after)
          const liking = (more: number) => gainOf(likingLess(problem, person, shift, more), plan, after)
          t.ok(owing(lessDueMinutes!) > 0, `${lessDueMinutes} minutes tip`)
          t.ok(owing(lessDueMinutes! - 1) <= 1e-6, 'a minute fewer do not')
          t.ok(liking(moreWishCost! + 0.01) > 0)
          t.ok(liking(moreWishCost!) <= 1e-6)
          tipped++
        }
      })
    }
    t.ok(tipped > 20, `${tipped} seats`)
  }
)

const gainOf = (problem: Problem, before: Assignments, after: Assignments) =>
  judgePlan(problem, before).score.total - judgePlan(problem, after).score.total

function owingLess(problem: Problem, person: number, minutes: number): Problem {
  const people = problem.people.map((who, p) =>
    p === person ? { ...who, dueMinutes: who.dueMinutes - minutes } : who
  )
  return { ...problem, people }
}

function likingLess(problem: Problem, person: number, shift: number, cost: number): Problem {
  const people = problem.people.map((who, p) => {
    if (p !== person) return who
    const fits = Array.from(who.fits)
    const at = fits.findIndex((s, i) => i % 3 === 0 && s === shift)
    return { ...who, fits: fits.map((value, i) => (i === at + 2 ? value + cost : value)) }
  })
  return { ...problem, people }
}
