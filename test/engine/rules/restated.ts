import type { Assignments, Problem, ProblemShift, Score } from '../../../src/engine/plan/problem.ts'

/**
 * FORMAT.md once more in the plainest words there are, for small problems: every pair, every instant, nothing clever. Gives
 * 'rule who' for each rule and each person, shift or team that breaks it, in alphabetical order.
 */
export function brokenAsRestated(problem: Problem, plan: Assignments): string[] {
  const { people, shifts, teamCaps } = problem
  const broken = new Set<string>()
  people.forEach((person, p) => {
    const mine = plan[p]!
    for (const s of mine) if (fit(problem, p, s) === undefined) broken.add(`not-fitting ${p}`)
    for (const s of person.locked ?? []) if (!mine.includes(s)) broken.add(`lost-lock ${p}`)
    if (mine.length > person.maxShifts) broken.add(`too-many-shifts ${p}`)
    for (const a of mine) {
      for (const b of mine) {
        if (a === b) continue
        if (Math.abs(shifts[a]!.day - shifts[b]!.day) < person.spacingDays) broken.add(`too-close ${p}`)
        if (isShortRest(shifts[a]!, shifts[b]!, problem.restMinutes)) broken.add(`short-rest ${p}`)
      }
    }
  })
  shifts.forEach((shift, s) => {
    const on = people.filter((_, p) => plan[p]!.includes(s))
    const count = (trait: 'host' | 'newcomer' | 'experienced') => on.filter((person) => person[trait]).length
    if (on.length > shift.max) broken.add(`over-maximum ${s}`)
    if (on.length > 0 && count('host') < shift.hosts) broken.add(`missing-host ${s}`)
    if (count('newcomer') > count('experienced')) broken.add(`newcomers-alone ${s}`)
  })
  teamCaps.forEach((cap, team) => {
    const held = people.flatMap((person, p) => (person.team === team ? plan[p]!.map((s) => shifts[s]!) : []))
    for (let at = 0; at <= 1440 * (problem.days + 1); at += 10) {
      if (held.filter(({ start, end }) => start <= at && at < end).length > cap)
        broken.add(`team-cap ${team}`)
    }
  })
  return [...broken].sort()
}

/** The score of a plan that holds only what fits. */
export function scoreAsRestated({ weights, ...problem }: Problem, plan: Assignments): Score {
  const { people, shifts } = problem
  const sum = (numbers: number[]) => numbers.reduce((all, one) => all + one, 0)
  const short = (wanted: 'min' | 'desired') =>
    shifts.map((shift, s) => Math.max(0, shift[wanted] - plan.filter((held) => held.includes(s)).length))
  const each = (of: (p: number, held: readonly number[]) => number) =>
    sum(people.map((_, p) => of(p, plan[p]!)))
  const fitOf = (p: number, s: number) => fit({ weights, ...problem }, p, s)!
  const terms = {
    min: weights.min * sum(short('min')),
    desired: weights.desired * sum(short('desired')),
    quota:
      weights.quota *
      each((p, held) => {
        const hours = sum(held.map((s) => (shifts[s]!.end - shifts[s]!.start) / 60))
        return (hours - people[p]!.dueMinutes / 60) ** 2
      }),
    unpopular:
      weights.unpopular *
      each((p, held) => {
        const carried = people[p]!.carriedUnpopular ?? 0
        return (carried + sum(held.map((s) => fitOf(p, s).points))) ** 2 - carried ** 2
      }),
    wish: weights.wish * each((p, held) => sum(held.map((s) => fitOf(p, s).wish))),
    change:
      weights.change *
      each((p, held) => {
        const { published } = people[p]!
        if (!published) return 0
        return shifts.filter((_, s) => held.includes(s) !== published.includes(s)).length
      })
  }
  return { total: sum(Object.values(terms)), ...terms }
}

function isShortRest(a: ProblemShift, b: ProblemShift, rest: number): boolean {
  const isBefore = a.end + rest <= b.start
  const isAfter = b.end + rest <= a.start
  return !isBefore && !isAfter
}

function fit({ people }: Problem, p: number, s: number): { points: number; wish: number } | undefined {
  const { fits } = people[p]!
  for (let i = 0; i < fits.length; i += 3)
    if (fits[i] === s) return { points: fits[i + 1]!, wish: fits[i + 2]! }
  return undefined
}
