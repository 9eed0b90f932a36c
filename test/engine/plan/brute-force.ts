import type { Problem } from '../../../src/engine/plan/problem.ts'
import { judgePlan } from '../../../src/engine/rules/judge-plan.ts'
import { checkMissingHost } from '../../../src/engine/rules/missing-host.ts'
import { checkNewcomersAlone } from '../../../src/engine/rules/newcomers-alone.ts'
import { checkShortRest } from '../../../src/engine/rules/short-rest.ts'
import { checkTeamCap } from '../../../src/engine/rules/team-cap.ts'
import { checkTooClose } from '../../../src/engine/rules/too-close.ts'

/** What people who are legal each for themselves may break together: looked at first, the likeliest before the others. */
const BETWEEN_PEOPLE = [checkMissingHost, checkTeamCap, checkNewcomersAlone]

/**
 * The best legal score by trying everything: people one after the other, each with every schedule that is legal for them
 * alone. Prunes only on what people cost by themselves and on seats that nobody is left to fill. Looks only for plans better
 * than `known` when that is given. Undefined when there is none; null when it takes too long.
 */
export function bestByBruteForce(
  problem: Problem,
  known = Number.POSITIVE_INFINITY,
  patience = 400_000
): number | undefined | null {
  const schedules = problem.people.map((_, p) => schedulesOf(problem, p))
  const rest = schedules.map(() => 0)
  for (let p = schedules.length - 2; p >= 0; p--) {
    rest[p] = rest[p + 1]! + Math.min(...schedules[p + 1]!.map((one) => one.cost))
  }
  let best = known
  const later = laterFits(problem)
  let left = patience
  const plan: number[][] = []
  const people = problem.shifts.map(() => 0)
  const search = (p: number, cost: number): void => {
    if (left-- <= 0) return
    if (p === schedules.length) {
      if (BETWEEN_PEOPLE.some((rule) => rule(problem, plan).length > 0)) return
      const { violations, score } = judgePlan(problem, plan)
      if (violations.length === 0) best = Math.min(best, score.total)
      return
    }
    for (const one of schedules[p]!) {
      const lower = cost + one.cost
      if (lower + rest[p]! >= best - 1e-9) break
      if (left <= 0) return
      if (one.shifts.some((s) => people[s]! >= problem.shifts[s]!.max)) continue
      for (const s of one.shifts) people[s]!++
      plan[p] = one.shifts
      if (lower + rest[p]! + shortage(problem, people, later[p]!) < best - 1e-9) search(p + 1, lower)
      for (const s of one.shifts) people[s]!--
    }
  }
  search(0, 0)
  if (left <= 0) return null
  return best < known ? best : undefined
}

/** What seats cost that stay empty even if everybody yet to come takes every shift that fits. */
function shortage({ shifts, weights }: Problem, people: readonly number[], later: readonly number[]): number {
  return shifts.reduce((sum, { min, desired, max }, s) => {
    const most = Math.min(max, people[s]! + later[s]!)
    return sum + weights.min * Math.max(0, min - most) + weights.desired * Math.max(0, desired - most)
  }, 0)
}

/** How many of the people after each fit each shift. */
function laterFits({ people, shifts }: Problem): number[][] {
  const rows = people.map(() => shifts.map(() => 0))
  for (let p = people.length - 2; p >= 0; p--) {
    rows[p] = [...rows[p + 1]!]
    for (let i = 0; i < people[p + 1]!.fits.length; i += 3) rows[p]![people[p + 1]!.fits[i]!]!++
  }
  return rows
}

function schedulesOf(problem: Problem, p: number): { shifts: number[]; cost: number }[] {
  const person = problem.people[p]!
  const fitting = Array.from({ length: person.fits.length / 3 }, (_, i) => person.fits[3 * i]!)
  const alone = { ...problem, people: [person] }
  const free = { ...alone, shifts: alone.shifts.map((shift) => ({ ...shift, min: 0, desired: 0 })) }
  const found: { shifts: number[]; cost: number }[] = []
  const grow = (shifts: number[], from: number): void => {
    if ((person.locked ?? []).every((s) => shifts.includes(s))) {
      found.push({ shifts, cost: judgePlan(free, [shifts]).score.total })
    }
    if (shifts.length === person.maxShifts) return
    for (let i = from; i < fitting.length; i++) {
      const more = [...shifts, fitting[i]!]
      if (checkTooClose(alone, [more]).length + checkShortRest(alone, [more]).length === 0) grow(more, i + 1)
    }
  }
  grow([], 0)
  return found.sort((a, b) => a.cost - b.cost)
}
