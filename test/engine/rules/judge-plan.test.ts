import { existsSync } from 'node:fs'
import t, { type Test } from 'tap'
import type { Problem, Score } from '../../../src/engine/plan/problem.ts'
import { type Random, randomFrom } from '../../../src/engine/plan/random.ts'
import { judgePlan, RULES } from '../../../src/engine/rules/judge-plan.ts'
import type { Violation } from '../../../src/engine/rules/violation.ts'
import { smallProblem } from '../plan/small-problems.ts'
import { problemOf, problemWith, somebody, span } from './cast.ts'
import { brokenAsRestated, scoreAsRestated } from './restated.ts'

const PROBLEMS = 1500
const CHECKER = new URL('../../../../shared/planner/check.mjs', import.meta.url)

type Checker = (problem: Problem, plan: number[][]) => { count: number; score: Score }

t.test(
  'the judge finds what FORMAT.md forbids, restated in the plainest words, and nothing else',
  async (t) => {
    const seen = new Map<string, number>()
    const count = (what: string) => seen.set(what, (seen.get(what) ?? 0) + 1)
    for (const { seed, problem, plan } of trials()) {
      const { violations } = judgePlan(problem, plan)
      const broken = [...new Set(violations.map(nameOf))].sort()
      const restated = brokenAsRestated(problem, plan)
      if (broken.join() !== restated.join()) t.strictSame(broken, restated, `problem ${seed}`)
      for (const rule of new Set(violations.map(({ rule }) => rule))) count(rule)
      if (broken.length === 0 && plan.flat().length > 0) count('legal')
    }
    t.equal(RULES.length, 9)
    t.equal(seen.size, RULES.length + 1, 'every rule is broken by some plan, and some plans are legal')
    t.ok(
      [...seen.values()].every((times) => times >= 20),
      `seen ${JSON.stringify([...seen])}`
    )
  }
)

t.test('the judge scores as FORMAT.md says, restated in the plainest words', async (t) => {
  let compared = 0
  for (const { seed, problem, plan } of trials()) {
    const { violations, score } = judgePlan(problem, plan)
    if (violations.some(({ rule }) => rule === 'not-fitting')) continue
    compareScores(t, score, scoreAsRestated(problem, plan), `problem ${seed}`)
    compared++
  }
  t.ok(compared > PROBLEMS / 2)
})

const reason = existsSync(CHECKER) ? false : 'the independent checker lies outside of this repository'
t.test('the independent checker agrees with the judge', { skip: reason }, async (t) => {
  const { judge } = (await import(CHECKER.href)) as { judge: Checker }
  for (const { seed, problem, plan } of trials()) {
    const { violations, score } = judgePlan(problem, plan)
    const checked = judge(problem, plan)
    if ((violations.length === 0) !== (checked.count === 0))
      t.equal(violations.length, checked.count, `problem ${seed}`)
    if (violations.some(({ rule }) => rule === 'not-fitting')) continue
    compareScores(t, score, checked.score, `problem ${seed}`)
  }
  t.pass('on all of them')
})

t.test('the violations of all rules come together', async (t) => {
  const people = [somebody({ newcomer: true, maxShifts: 1, locked: [2], spacingDays: 2 })]
  const shifts = [span(0, 60, { max: 0, hosts: 1 }), span(30, 90), span(5000, 5060)]
  const { violations } = judgePlan(problemWith(shifts, people, { teamCaps: [0] }), [[0, 1]])
  t.strictSame([...new Set(violations.map(({ rule }) => rule))].sort(), [
    'lost-lock',
    'missing-host',
    'newcomers-alone',
    'not-fitting',
    'over-maximum',
    'short-rest',
    'team-cap',
    'too-close',
    'too-many-shifts'
  ])
})

t.test('an empty plan of an empty problem is legal and costs nothing', async (t) => {
  t.strictSame(judgePlan(problemWith([], []), []).violations, [])
  t.equal(judgePlan(problemOf(['host'], 3), [[]]).score.total, 0)
})

t.test('judging changes neither problem nor plan', async (t) => {
  for (const { problem, plan } of [...trials()].slice(0, 50)) {
    const before = JSON.stringify([problem, plan])
    judgePlan(problem, plan)
    if (JSON.stringify([problem, plan]) !== before) t.fail(before)
  }
  t.pass()
})

function* trials(): Generator<{ seed: number; problem: Problem; plan: number[][] }> {
  for (let seed = 1; seed <= PROBLEMS; seed++) {
    const problem = smallProblem(seed)
    yield { seed, problem, plan: somePlan(problem, randomFrom(seed + 77_000)) }
  }
}

/** A careless plan: mostly shifts that fit, few or many of them, in any order. */
function somePlan({ people, shifts }: Problem, random: Random): number[][] {
  const zeal = 1 + random(6)
  const slips = random(4) === 0
  return people.map(({ fits, locked = [] }) => {
    const held = new Set(random(8) === 0 ? [] : locked)
    for (let i = 0; i < fits.length; i += 3) if (random(12) < zeal) held.add(fits[i]!)
    if (slips && random(5) === 0) held.add(random(shifts.length))
    return random(2) === 0 ? [...held] : [...held].reverse()
  })
}

function nameOf({ rule, person, shift, team }: Violation): string {
  return `${rule} ${person ?? team ?? shift}`
}

function compareScores(t: Test, found: Score, wanted: Score, message: string): void {
  const terms = Object.keys(wanted) as (keyof Score)[]
  const off = terms.filter((term) => Math.abs(found[term] - wanted[term]) > 1e-6)
  if (off.length > 0) t.strictSame(found, wanted, `${message}: ${off.join(', ')}`)
}
