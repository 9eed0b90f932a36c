import t, { type Test } from 'tap'
import { explainAssignment, explainOpenSeat, type Relaxation } from '../../../src/engine/plan/explain.ts'
import { loadFacts } from '../../../src/engine/plan/facts.ts'
import type { Assignments, Problem } from '../../../src/engine/plan/problem.ts'
import { personFor, problemOf, shiftOn } from '../rules/one-person-problem.ts'
import {
  cents,
  joining,
  leaving,
  outsiders,
  plannedProblems,
  rounded,
  rulesBroken,
  scoreChange,
  sortedCounts,
  tally
} from './retest.ts'

t.test('what is said of an assignment is true: without them, who is next, who may not', async (t) => {
  let seats = 0
  for (const { problem, plan } of plannedProblems(200, 260)) {
    const facts = loadFacts(problem, plan)
    plan.forEach((held, person) => {
      for (const shift of held) {
        seats++
        const name = `${problem.name}: ${person} on ${shift}`
        const said = explainAssignment(facts, person, shift)
        const gone = leaving(plan, person, shift)
        t.strictSame(rounded(said.without), scoreChange(problem, plan, gone), name)
        t.strictSame([...said.breaksWithout].sort(), rulesBroken(problem, gone), name)
        const others = outsiders(problem, plan, shift).filter((p) => p !== person)
        const swapped = others.map((p) => joining(gone, p, shift))
        const broken = swapped.map((after) => rulesBroken(problem, after))
        t.strictSame(sortedCounts(said.against), tally(broken), name)
        const costs = swapped.flatMap((after, i) =>
          broken[i]!.length > 0
            ? []
            : [{ person: others[i]!, extraCost: scoreChange(problem, plan, after).total }]
        )
        t.equal(said.mayReplace, costs.length, name)
        costs.sort((a, b) => a.extraCost - b.extraCost || a.person - b.person)
        t.strictSame(said.next && { ...said.next, extraCost: cents(said.next.extraCost) }, costs[0], name)
      }
    })
  }
  t.ok(seats > 200, `${seats} seats`)
})

t.test(
  'what is said of an open seat is true: every relaxation helps, is the least and the cheapest',
  async (t) => {
    const seen = new Set<string>()
    for (const { problem, plan } of plannedProblems(400, 500)) {
      const facts = loadFacts(problem, plan)
      problem.shifts.forEach((_, shift) => {
        const said = explainOpenSeat(facts, shift)
        const others = outsiders(problem, plan, shift)
        const broken = others.map((p) => rulesBroken(problem, joining(plan, p, shift)))
        const name = `${problem.name}, shift ${shift}`
        t.equal(said.fitting, others.length, name)
        t.strictSame(sortedCounts(said.against), tally(broken), name)
        for (const relaxation of said.relaxations) {
          seen.add(relaxation.rule)
          retest(t, name, { problem, plan, shift }, relaxation)
        }
        t.strictSame(
          said.relaxations.map(({ rule }) => rule).sort(),
          Object.keys(keptBy(problem, plan, shift)).sort(),
          `${name}: one for each rule`
        )
      })
    }
    t.equal(seen.size, 7, `of every rule: ${[...seen]}`)
  }
)

t.test('less rest is no way in for somebody who works at that hour', async (t) => {
  const agile = personFor(2, { spacingDays: 0 })
  const twoAtOnce = problemOf([shiftOn(0, 9), shiftOn(0, 11)], [agile])
  const said = explainOpenSeat(loadFacts(twoAtOnce, [[0]]), 1)
  t.strictSame([...said.against], [['short-rest', 1]])
  t.strictSame(said.relaxations, [])
})

type Case = { problem: Problem; plan: Assignments; shift: number }

/** Weakens the rule as it says and seats the person; then by one less than that; then looks for somebody cheaper. */
function retest(t: Test, name: string, { problem, plan, shift }: Case, relaxation: Relaxation): void {
  const { rule, person, to, effect } = relaxation
  const after = joining(plan, person, shift)
  const title = `${name}: ${rule} for ${person} to ${to}`
  t.strictSame(brokenWith(problem, after, shift, relaxation, to), [], `${title} helps`)
  const less = ['too-close', 'short-rest', 'missing-host'].includes(rule) ? to + 1 : to - 1
  t.strictSame(brokenWith(problem, after, shift, relaxation, less), [rule], `${title} is the least`)
  t.strictSame(rounded(effect), scoreChange(problem, plan, after), title)
  for (const other of keptBy(problem, plan, shift)[rule] ?? []) {
    const { total } = scoreChange(problem, plan, joining(plan, other, shift))
    t.ok(effect.total <= total + 1e-6, `${title} is no dearer than for ${other}`)
  }
}

/** Whom one rule alone keeps from a shift, by that rule; nobody can be at two places, whatever the rest. */
function keptBy(problem: Problem, plan: Assignments, shift: number): Record<string, number[]> {
  const kept: Record<string, number[]> = {}
  for (const person of outsiders(problem, plan, shift)) {
    const [rule = '', ...more] = rulesBroken(problem, joining(plan, person, shift))
    const { start, end } = problem.shifts[shift]!
    const isElsewhere = plan[person]!.some(
      (s) => problem.shifts[s]!.start < end && start < problem.shifts[s]!.end
    )
    if (rule && more.length === 0 && !isElsewhere) kept[rule] = [...(kept[rule] ?? []), person]
  }
  return kept
}

/** The rules a plan breaks once one number of one rule is another. */
function brokenWith(
  problem: Problem,
  plan: Assignments,
  shift: number,
  of: Relaxation,
  to: number
): string[] {
  if (of.rule === 'newcomers-alone') return brokenWithMentors(problem, plan, shift, to)
  const { shifts, people, teamCaps } = problem
  const change = <Item>(items: readonly Item[], at: number | undefined, traits: Partial<Item>) =>
    items.map((item, i) => (i === at ? { ...item, ...traits } : item))
  const weaker: Record<string, Partial<Problem>> = {
    'too-many-shifts': { people: change(people, of.person, { maxShifts: to }) },
    'too-close': { people: change(people, of.person, { spacingDays: to }) },
    'short-rest': { restMinutes: to },
    'over-maximum': { shifts: change(shifts, shift, { max: to }) },
    'missing-host': { shifts: change(shifts, shift, { hosts: to }) },
    'team-cap': { teamCaps: teamCaps.map((cap, team) => (team === of.team ? to : cap)) }
  }
  return rulesBroken({ ...problem, ...weaker[of.rule] }, plan)
}

/** The same when so many experienced people from elsewhere come along. */
function brokenWithMentors(problem: Problem, plan: Assignments, shift: number, mentors: number): string[] {
  const { shifts, people, teamCaps } = problem
  const mentor = personFor(0, { fits: [shift, 0, 0], experienced: true, team: teamCaps.length })
  const room = shifts.map((one, s) => (s === shift ? { ...one, max: one.max + mentors } : one))
  const more = Array.from({ length: mentors }, () => mentor)
  const roomier = { ...problem, shifts: room, people: [...people, ...more], teamCaps: [...teamCaps, mentors] }
  return rulesBroken(roomier, [...plan, ...more.map(() => [shift])])
}
