import type { Problem, ProblemPerson } from '../../../src/engine/plan/problem.ts'

/**
 * The problem as an exact mixed-integer model in CPLEX LP format, for general solvers. Squares are exact too: on the grid of
 * sums that can occur, a square is the upper envelope of the lines through neighbouring grid points.
 */
export function exactModel(problem: Problem): string {
  const lines: string[] = []
  const objective: string[] = []
  const binaries: string[] = []
  const general: string[] = []
  const on = problem.shifts.map(() => ({
    all: [] as string[],
    hosts: [] as string[],
    experienced: [] as string[],
    newcomers: [] as string[]
  }))
  const teams = problem.teamCaps.map(() => new Map<number, string[]>())
  let constant = 0
  problem.people.forEach((person, p) => {
    constant += addPerson(problem, person, p, { lines, objective, binaries, on, teams })
  })
  problem.shifts.forEach((shift, s) => {
    const { all, hosts, experienced, newcomers } = on[s]!
    const { min, desired } = problem.weights
    if (min * shift.min > 0) {
      objective.push(`+ ${min} a${s}`)
      lines.push(`${[...all, `a${s}`].join(' + ')} >= ${shift.min}`)
    }
    if (desired * shift.desired > 0) {
      objective.push(`+ ${desired} d${s}`)
      lines.push(`${[...all, `d${s}`].join(' + ')} >= ${shift.desired}`)
    }
    if (all.length === 0) return
    lines.push(`${all.join(' + ')} <= ${shift.max}`)
    if (shift.hosts > 0) {
      binaries.push(`o${s}`)
      lines.push(`${all.join(' + ')} - ${shift.max} o${s} <= 0`)
      lines.push(`${hosts.length ? `${hosts.join(' + ')} ` : ''}- ${shift.hosts} o${s} >= 0`)
    }
    if (newcomers.length > 0)
      lines.push(`${newcomers.join(' + ')} ${experienced.map((x) => `- ${x}`).join(' ')} <= 0`)
  })
  teams.forEach((spans, team) => {
    for (const xs of spans.values())
      if (xs.length > problem.teamCaps[team]!) lines.push(`${xs.join(' + ')} <= ${problem.teamCaps[team]}`)
  })
  objective.push(`+ ${constant} one`)
  general.push('one')
  const rows = lines.map((line, i) => ` c${i}: ${wrap(line)}`)
  return `Minimize\n obj: ${wrap(objective.join(' '))}\nSubject To\n${rows.join('\n')}\nBounds\n one = 1\nBinaries\n${wrap(binaries.join(' '))}\nEnd\n`
}

/** LP format has limits on line length: breaks between words. */
function wrap(text: string): string {
  let words = 0
  return text.replaceAll(' ', () => (++words % 16 === 0 ? '\n  ' : ' '))
}

type Parts = {
  readonly lines: string[]
  readonly objective: string[]
  readonly binaries: string[]
  readonly on: { all: string[]; hosts: string[]; experienced: string[]; newcomers: string[] }[]
  readonly teams: Map<number, string[]>[]
}

function addPerson(problem: Problem, person: ProblemPerson, p: number, parts: Parts): number {
  const { weights } = problem
  const name = (s: number) => `x${p}_${s}`
  const published = person.published ? new Set(person.published) : undefined
  const items = Array.from({ length: person.fits.length / 3 }, (_, i) => ({
    s: person.fits[3 * i]!,
    points: person.fits[3 * i + 1]!,
    wish: person.fits[3 * i + 2]!
  }))
  for (const { s, wish } of items) {
    const cost = weights.wish * wish + (published ? (published.has(s) ? -weights.change : weights.change) : 0)
    if (cost !== 0) parts.objective.push(`${cost < 0 ? '-' : '+'} ${Math.abs(cost)} ${name(s)}`)
    parts.binaries.push(name(s))
    parts.on[s]!.all.push(name(s))
    if (person.host) parts.on[s]!.hosts.push(name(s))
    if (person.experienced) parts.on[s]!.experienced.push(name(s))
    if (person.newcomer) parts.on[s]!.newcomers.push(name(s))
  }
  for (const s of person.locked ?? []) parts.lines.push(`${name(s)} = 1`)
  if (items.length > 0) parts.lines.push(`${items.map((i) => name(i.s)).join(' + ')} <= ${person.maxShifts}`)
  for (const clique of cliques(
    problem,
    person,
    items.map((i) => i.s)
  ))
    parts.lines.push(`${clique.map(name).join(' + ')} <= 1`)
  addTeam(
    problem,
    person,
    items.map((i) => i.s),
    name,
    parts
  )
  addSquares(problem, person, p, items, parts)
  return weights.change * (person.published?.length ?? 0)
}

/** Sets of shifts that exclude one another: for each shift, those not yet released when it starts. */
function cliques(problem: Problem, person: ProblemPerson, fits: readonly number[]): number[][] {
  const shift = (s: number) => problem.shifts[s]!
  const sorted = [...fits].sort((a, b) => shift(a).start - shift(b).start)
  const clash = (a: number, b: number) =>
    shift(b).start - shift(a).end < problem.restMinutes ||
    Math.abs(shift(b).day - shift(a).day) < person.spacingDays
  const found: number[][] = []
  sorted.forEach((b, i) => {
    const before = sorted.slice(0, i).filter((a) => clash(a, b))
    const clique: number[] = []
    for (const a of before.reverse()) if (clique.every((other) => clash(a, other))) clique.push(a)
    if (clique.length > 0) found.push([b, ...clique])
    for (const a of before) if (!clique.includes(a)) found.push([a, b])
  })
  return found.filter((clique, i) => !(found[i + 1] && clique.every((s) => found[i + 1]!.includes(s))))
}

function addTeam(
  problem: Problem,
  person: ProblemPerson,
  fits: readonly number[],
  name: (s: number) => string,
  parts: Parts
): void {
  const spans = parts.teams[person.team]!
  const starts = [...new Set(problem.shifts.map((shift) => shift.start))]
  for (const s of fits) {
    for (const at of starts) {
      if (at < problem.shifts[s]!.start || at >= problem.shifts[s]!.end) continue
      const there = spans.get(at) ?? []
      there.push(name(s))
      spans.set(at, there)
    }
  }
}

function addSquares(
  problem: Problem,
  person: ProblemPerson,
  p: number,
  items: readonly { s: number; points: number }[],
  parts: Parts
): void {
  const { weights, shifts } = problem
  const minutes = items.map(({ s }) => shifts[s]!.end - shifts[s]!.start)
  const step = minutes.reduce(gcd, 0)
  const mostMinutes = sumOfLargest(minutes, person.maxShifts)
  const hours = items.map((item, i) => `${minutes[i]! / step} ${`x${p}_${item.s}`}`)
  const load = (k: number) => weights.quota * ((k * step - person.dueMinutes) / 60) ** 2
  envelope(parts, `q${p}`, hours, load, step > 0 ? mostMinutes / step : 0)
  const carried = person.carriedUnpopular ?? 0
  const burdens = items.filter((item) => item.points > 0)
  const burden = (k: number) => weights.unpopular * k * (2 * carried + k)
  const most = sumOfLargest(
    burdens.map((item) => item.points),
    person.maxShifts
  )
  envelope(
    parts,
    `u${p}`,
    burdens.map((item) => `${item.points} ${`x${p}_${item.s}`}`),
    burden,
    most
  )
}

/** variable >= every line through neighbouring points of a convex function of the sum. */
function envelope(
  parts: Parts,
  variable: string,
  terms: readonly string[],
  value: (k: number) => number,
  most: number
): void {
  parts.objective.push(`+ 1 ${variable}`)
  if (most === 0) parts.lines.push(`${variable} = ${value(0)}`)
  for (let k = 0; k < most; k++) {
    const slope = value(k + 1) - value(k)
    const rest = value(k) - slope * k
    const sums = terms.map((term) => {
      const [factor, name] = term.split(' ')
      const weight = slope * Number(factor)
      return `${weight > 0 ? '-' : '+'} ${Math.abs(weight)} ${name}`
    })
    parts.lines.push(`${variable} ${slope === 0 ? '' : sums.join(' ')} >= ${rest}`)
  }
}

function sumOfLargest(values: readonly number[], count: number): number {
  return [...values]
    .sort((a, b) => b - a)
    .slice(0, count)
    .reduce((sum, value) => sum + value, 0)
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b)
}
