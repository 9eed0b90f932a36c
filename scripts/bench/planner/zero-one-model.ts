import type { Problem, ProblemPerson } from '../../../src/engine/plan/problem.ts'

/** A coefficient and the variable it belongs to. */
export type Term = readonly [factor: number, variable: number]
export type Row = { readonly terms: Term[]; readonly sense: '>=' | '<=' | '='; readonly right: number }

/** Minimise `constant` plus the sum of the costs, every variable 0 or 1. */
export type ZeroOneModel = {
  readonly costs: Term[]
  readonly rows: Row[]
  /** who sits where when variable i is 1; variables beyond count hours, points and empty seats in ones */
  readonly seats: (readonly [person: number, shift: number])[]
  constant: number
  size: number
}

/**
 * The problem as an exact 0-1 model for general solvers. Squares are exact: hours and points are counted in ones, each one
 * dearer than the one before, so that a minimum takes the cheap ones first.
 */
export function zeroOneModel(problem: Problem): ZeroOneModel {
  const model: ZeroOneModel = { costs: [], rows: [], seats: [], constant: 0, size: 0 }
  const variables = problem.people.map((person, p) =>
    Array.from({ length: person.fits.length / 3 }, (_, i) => {
      model.seats.push([p, person.fits[3 * i]!])
      return model.size++
    })
  )
  problem.people.forEach((person, p) => {
    addPerson(model, problem, person, variables[p]!)
  })
  addShifts(model, problem, variables)
  addTeams(model, problem, variables)
  return model
}

/** Reads who sits where out of the variables that are 1. */
export function assignmentsFrom(model: ZeroOneModel, people: number, ones: Iterable<number>): number[][] {
  const assignments: number[][] = Array.from({ length: people }, () => [])
  for (const variable of ones) {
    const [person, shift] = model.seats[variable] ?? []
    if (person !== undefined) assignments[person]!.push(shift!)
  }
  return assignments.map((held) => held.sort((a, b) => a - b))
}

function addPerson(
  model: ZeroOneModel,
  problem: Problem,
  person: ProblemPerson,
  variables: readonly number[]
): void {
  const { weights, shifts } = problem
  const published = person.published && new Set(person.published)
  const shiftOf = (i: number) => person.fits[3 * i]!
  model.constant += weights.change * (person.published?.length ?? 0)
  variables.forEach((variable, i) => {
    const change = published ? (published.has(shiftOf(i)) ? -1 : 1) : 0
    const cost = weights.wish * person.fits[3 * i + 2]! + weights.change * change
    if (cost !== 0) model.costs.push([cost, variable])
    if (person.locked?.includes(shiftOf(i))) model.rows.push({ terms: [[1, variable]], sense: '=', right: 1 })
  })
  if (variables.length > 0) model.rows.push({ terms: sumOf(variables), sense: '<=', right: person.maxShifts })
  for (const clique of cliquesOf(problem, person))
    model.rows.push({ terms: sumOf(clique.map((i) => variables[i]!)), sense: '<=', right: 1 })
  const minutes = variables.map((_, i) => shifts[shiftOf(i)]!.end - shifts[shiftOf(i)]!.start)
  const step = minutes.reduce(gcd, 0)
  const hours = minutes.map((length): number => length / step)
  addSquare(
    model,
    person,
    variables,
    hours,
    (k) => weights.quota * ((k * step - person.dueMinutes) / 60) ** 2
  )
  const carried = person.carriedUnpopular ?? 0
  const points = variables.map((_, i) => person.fits[3 * i + 1]!)
  addSquare(model, person, variables, points, (k) => weights.unpopular * k * (2 * carried + k))
}

/** Counts a sum in ones; the k-th costs what the convex `value` grows by from k - 1 to k. */
function addSquare(
  model: ZeroOneModel,
  person: ProblemPerson,
  variables: readonly number[],
  sizes: readonly number[],
  value: (k: number) => number
): void {
  model.constant += value(0)
  const most = [...sizes]
    .sort((a, b) => b - a)
    .slice(0, person.maxShifts)
    .reduce((sum, size) => sum + size, 0)
  const terms = variables.flatMap((variable, i): Term[] => (sizes[i]! > 0 ? [[sizes[i]!, variable]] : []))
  if (terms.length === 0) return
  for (let k = 1; k <= most; k++) {
    const one = model.size++
    model.costs.push([value(k) - value(k - 1), one])
    terms.push([-1, one])
  }
  model.rows.push({ terms, sense: '=', right: 0 })
}

function addShifts(model: ZeroOneModel, problem: Problem, variables: readonly (readonly number[])[]): void {
  const on = problem.shifts.map(() => ({ all: [] as Term[], hosts: [] as Term[], lead: [] as Term[] }))
  problem.people.forEach((person, p) => {
    variables[p]!.forEach((variable, i) => {
      const shift = on[person.fits[3 * i]!]!
      shift.all.push([1, variable])
      if (person.host) shift.hosts.push([1, variable])
      const lead = (person.experienced ? 1 : 0) - (person.newcomer ? 1 : 0)
      if (lead !== 0) shift.lead.push([lead, variable])
    })
  })
  problem.shifts.forEach((shift, s) => {
    const { all, hosts, lead } = on[s]!
    addEmptySeats(model, all, shift.min, problem.weights.min)
    addEmptySeats(model, all, shift.desired, problem.weights.desired)
    if (all.length === 0) return
    model.rows.push({ terms: all, sense: '<=', right: shift.max })
    if (shift.hosts > 0) {
      const open = model.size++
      model.rows.push({ terms: [...all, [-shift.max, open]], sense: '<=', right: 0 })
      model.rows.push({ terms: [...hosts, [-shift.hosts, open]], sense: '>=', right: 0 })
    }
    if (lead.some(([factor]) => factor < 0)) model.rows.push({ terms: lead, sense: '>=', right: 0 })
  })
}

function addEmptySeats(model: ZeroOneModel, all: readonly Term[], wanted: number, cost: number): void {
  if (wanted * cost === 0) return
  const terms = [...all]
  for (let k = 0; k < wanted; k++) {
    model.costs.push([cost, model.size])
    terms.push([1, model.size++])
  }
  model.rows.push({ terms, sense: '>=', right: wanted })
}

function addTeams(model: ZeroOneModel, problem: Problem, variables: readonly (readonly number[])[]): void {
  const starts = [...new Set(problem.shifts.map(({ start }) => start))]
  const startsIn = problem.shifts.map(({ start, end }) => starts.filter((at) => start <= at && at < end))
  const teams = problem.teamCaps.map(() => new Map<number, number[]>())
  problem.people.forEach((person, p) => {
    variables[p]!.forEach((variable, i) => {
      for (const at of startsIn[person.fits[3 * i]!]!) {
        const there = teams[person.team]!.get(at)
        if (there) there.push(variable)
        else teams[person.team]!.set(at, [variable])
      }
    })
  })
  teams.forEach((spans, team) => {
    const cap = problem.teamCaps[team]!
    for (const there of spans.values())
      if (there.length > cap) model.rows.push({ terms: sumOf(there), sense: '<=', right: cap })
  })
}

/** Sets of a person's fitting shifts (by place in `fits`) that exclude one another: rest and spacing. */
function cliquesOf({ shifts, restMinutes }: Problem, { fits, spacingDays }: ProblemPerson): number[][] {
  const shift = (i: number) => shifts[fits[3 * i]!]!
  const sorted = Array.from({ length: fits.length / 3 }, (_, i) => i).sort(
    (a, b) => shift(a).start - shift(b).start
  )
  const clash = (a: number, b: number) =>
    shift(b).start - shift(a).end < restMinutes || Math.abs(shift(b).day - shift(a).day) < spacingDays
  const found: number[][] = []
  sorted.forEach((b, i) => {
    const before = sorted.slice(0, i).filter((a) => clash(a, b))
    const clique: number[] = []
    for (const a of before.reverse()) if (clique.every((other) => clash(a, other))) clique.push(a)
    if (clique.length > 0) found.push([b, ...clique])
    for (const a of before) if (!clique.includes(a)) found.push([a, b])
  })
  return found.filter((clique, i) => !(found[i + 1] && clique.every((one) => found[i + 1]!.includes(one))))
}

function sumOf(variables: readonly number[]): Term[] {
  return variables.map((variable) => [1, variable])
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b)
}
