import { checkMissingHost } from '../rules/missing-host.ts'
import { checkNewcomersAlone } from '../rules/newcomers-alone.ts'
import { checkOverMaximum } from '../rules/over-maximum.ts'
import { checkShortRest } from '../rules/short-rest.ts'
import { checkTeamCap } from '../rules/team-cap.ts'
import { checkTooClose } from '../rules/too-close.ts'
import { checkTooManyShifts } from '../rules/too-many-shifts.ts'
import type { Assignments, Problem } from './problem.ts'

/** One fact among those that cannot all be true: a lock, or a rule that stands against it. */
export type Fact = {
  readonly kind: 'lock' | 'rule'
  readonly person?: number
  readonly shift?: number
  readonly rule?: string
  readonly text: string
}

/** The facts leave no legal plan. `facts` is a smallest set that contradicts itself: without any one of them it would not. */
export class ContradictoryFacts extends Error {
  readonly facts: readonly Fact[]
  constructor(facts: readonly Fact[]) {
    super(`The facts contradict one another: ${facts.map((fact) => fact.text).join(' ')}`)
    this.name = 'ContradictoryFacts'
    this.facts = facts
  }
}

type Lock = { readonly person: number; readonly shift: number }

/**
 * The smallest set of locks, with the rule they break together, that no plan can keep; nothing when the locks by themselves
 * break no rule. Locks that only lack company (a host, an experienced person) are not looked at here.
 *
 * @example
 * findContradiction(problemWhereBoIsLockedOnTwoShiftsAtOnce())?.map((fact) => fact.text)
 * //=> ['Person 0 is locked on shift 2.', 'Person 0 is locked on shift 3.', 'Person 0: an overlap between shifts 2 and 3, at least 660.']
 */
export function findContradiction(problem: Problem): Fact[] | undefined {
  const locks = locksOf(problem)
  for (const rule of [checkShortRest, checkTooClose, checkTooManyShifts, checkOverMaximum, checkTeamCap]) {
    if (rule(problem, held(problem, locks)).length === 0) continue
    const core = smallest(locks, (some) => rule(problem, held(problem, some)).length > 0)
    return [...core.map(lockFact), ruleFact(rule(problem, held(problem, core))[0]!)]
  }
  return undefined
}

/**
 * The same for locks whose shifts lack company that nobody can give: `canKeep` says whether a plan with only these locks
 * exists. Gives the smallest set of locks that cannot be kept, and what they lack.
 */
export function findLonelyLocks(problem: Problem, canKeep: (locks: Problem) => boolean): Fact[] {
  const core = smallest(locksOf(problem), (some) => !canKeep(withLocks(problem, some)))
  const lacking = [checkMissingHost, checkNewcomersAlone].flatMap((rule) =>
    rule(problem, held(problem, core))
  )
  return [...core.map(lockFact), ...lacking.map(ruleFact)]
}

function locksOf(problem: Problem): Lock[] {
  return problem.people.flatMap(({ locked = [] }, person) => locked.map((shift) => ({ person, shift })))
}

function held(problem: Problem, locks: readonly Lock[]): Assignments {
  const lists = problem.people.map((): number[] => [])
  for (const { person, shift } of locks) lists[person]!.push(shift)
  return lists
}

function withLocks(problem: Problem, locks: readonly Lock[]): Problem {
  const lists = held(problem, locks)
  return { ...problem, people: problem.people.map((person, p) => ({ ...person, locked: lists[p]! })) }
}

/** Deletion filter: tries to do without each part in turn (first in halves), keeps what is needed. */
function smallest(locks: readonly Lock[], contradicts: (some: readonly Lock[]) => boolean): readonly Lock[] {
  let core = locks
  for (let size = Math.ceil(core.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let from = 0; from < core.length; ) {
      const without = [...core.slice(0, from), ...core.slice(from + size)]
      if (without.length > 0 && contradicts(without)) core = without
      else from += size
    }
  }
  return core
}

function lockFact({ person, shift }: Lock): Fact {
  return { kind: 'lock', person, shift, text: `Person ${person} is locked on shift ${shift}.` }
}

function ruleFact({ rule, text }: { readonly rule: string; readonly text: string }): Fact {
  return { kind: 'rule', rule, text }
}
