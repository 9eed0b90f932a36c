import { type Loads, loadsOf } from './loads.ts'
import type { Problem, ProblemPerson } from './problem.ts'
import { scaleOf } from './scale.ts'
import { MOST_LENGTHS, MOST_POINTS, type Stager, stagerOf, stageShifts } from './stages.ts'

/** What a person counts as on a shift: one bit each, so that there are eight kinds. */
export const HOST = 1
export const EXPERIENCED = 2
export const NEWCOMER = 4
export const KINDS = 8

/**
 * A problem laid out for speed. People's fitting shifts ("pairs") stand in one row, person after person; those of one person
 * are in search order, and alike ones (same stage, points and length) form a "class". All costs are whole numbers in `scale`.
 */
export type Model = {
  readonly problem: Problem
  readonly people: number
  readonly shifts: number
  readonly lattice: number
  readonly scale: number
  readonly start: Int32Array
  readonly end: Int32Array
  readonly day: Int32Array
  /** the most people each shift can have: none where fewer hosts fit than it needs */
  readonly mostPeople: Int32Array
  readonly kind: Uint8Array
  /** cost of a person apart from their shifts: every published shift counts as lost until it is held */
  readonly fixedCost: Float64Array
  readonly pairFrom: Int32Array
  readonly pairShift: Int32Array
  readonly pairCost: Float64Array | Int32Array
  readonly classFrom: Int32Array
  readonly classPair: Int32Array
  readonly classStage: Uint16Array
  readonly classBefore: Uint16Array
  readonly classPoints: Uint16Array
  readonly classLength: Uint8Array
  readonly pairPoints: Uint16Array
  readonly stages: Uint16Array
  readonly loads: readonly Loads[]
  readonly loadsOfPerson: Uint16Array
  /** the same, without telling numbers of shifts apart where minutes do */
  readonly freeLoads: Uint16Array
  readonly mostPoints: Uint16Array
  readonly irregular: Uint8Array
  /** locked pairs of each person, and whether the search cannot hold them together */
  readonly locked: ReadonlyMap<number, readonly number[]>
}

/**
 * Lays a problem out. `relaxed` is for bounds: see `stageShifts`. `only` limits it to some people (others get no shifts).
 *
 * @throws RangeError when sums could not be exact
 * @example
 * compile(problem).pairFrom.at(-1) // the number of (person, shift) pairs that fit
 * //=> 9
 */
export function compile(problem: Problem, relaxed = false, only?: ReadonlySet<number>): Model {
  const { lattice, scale } = scaleOf(problem)
  const draft = emptyDraft(problem, scale)
  const stager = stagerOf(problem)
  problem.people.forEach((person, p) => {
    if (!only || only.has(p)) addPerson(draft, stager, problem, person, p, scale, relaxed)
    draft.pairFrom[p + 1] = draft.pairs
    draft.classFrom[p + 1] = draft.classes
    draft.kind[p] =
      (person.host ? HOST : 0) | (person.experienced ? EXPERIENCED : 0) | (person.newcomer ? NEWCOMER : 0)
    draft.fixedCost[p] = scaled(problem.weights.change * (person.published?.length ?? 0), scale)
  })
  draft.classPair[draft.classes] = draft.pairs
  const { loadTable, pairs, classes, ...kept } = draft
  return {
    ...kept,
    classPair: kept.classPair.slice(0, classes + 1),
    classStage: kept.classStage.slice(0, classes),
    classBefore: kept.classBefore.slice(0, classes),
    classPoints: kept.classPoints.slice(0, classes),
    classLength: kept.classLength.slice(0, classes),
    problem,
    people: problem.people.length,
    shifts: problem.shifts.length,
    lattice,
    scale
  }
}

/** A cost in the planner's whole numbers. */
export function scaled(cost: number, scale: number): number {
  return Math.round(cost * scale)
}

type Draft = ReturnType<typeof emptyDraft>

function emptyDraft(problem: Problem, scale: number) {
  const people = problem.people.length
  const most = problem.people.reduce((sum, person) => sum + person.fits.length / 3, 0)
  return {
    mostPeople: mostPeopleOf(problem),
    start: Int32Array.from(problem.shifts, (shift) => shift.start),
    end: Int32Array.from(problem.shifts, (shift) => shift.end),
    day: Int32Array.from(problem.shifts, (shift) => shift.day),
    kind: new Uint8Array(people),
    fixedCost: new Float64Array(people),
    pairFrom: new Int32Array(people + 1),
    pairShift: new Int32Array(most),
    pairCost: fitsInt32(problem, scale) ? new Int32Array(most) : new Float64Array(most),
    classFrom: new Int32Array(people + 1),
    classPair: new Int32Array(most + 1),
    classStage: new Uint16Array(most),
    classBefore: new Uint16Array(most),
    classPoints: new Uint16Array(most),
    classLength: new Uint8Array(most),
    pairPoints: new Uint16Array(most),
    stages: new Uint16Array(people),
    loads: [] as Loads[],
    loadsOfPerson: new Uint16Array(people),
    freeLoads: new Uint16Array(people),
    mostPoints: new Uint16Array(people),
    irregular: new Uint8Array(people),
    locked: new Map<number, number[]>(),
    loadTable: new Map<string, number>(),
    pairs: 0,
    classes: 0
  }
}

function mostPeopleOf({ people, shifts }: Problem): Int32Array {
  const fitting = new Int32Array(shifts.length)
  const hosts = new Int32Array(shifts.length)
  for (const { fits, host } of people) {
    const { length } = fits
    for (let i = 0; i < length; i += 3) {
      fitting[fits[i]!]!++
      if (host) hosts[fits[i]!]!++
    }
  }
  return Int32Array.from(shifts, (shift, s) =>
    hosts[s]! < shift.hosts ? 0 : Math.min(shift.max, fitting[s]!)
  )
}

function fitsInt32({ weights, people }: Problem, scale: number): boolean {
  let wish = 0
  for (const { fits } of people) {
    const { length } = fits
    for (let i = 2; i < length; i += 3) if (fits[i]! > wish) wish = fits[i]!
  }
  return (weights.wish * wish + weights.change) * scale < 2 ** 30
}

function addPerson(
  draft: Draft,
  stager: Stager,
  problem: Problem,
  person: ProblemPerson,
  p: number,
  scale: number,
  relaxed: boolean
): void {
  stageShifts(stager, person, relaxed)
  const lengths: number[] = []
  const { at, stage, before, key, size, start, end, length: lengthOf } = stager
  const { pairShift, pairCost, pairPoints, classPair, classStage, classBefore, classPoints, classLength } =
    draft
  const { fits, locked, published } = person
  const { wish, change } = problem.weights
  const was = published ? new Set(published) : undefined
  const first = draft.pairs
  let classes = draft.classes
  let place = 0
  for (let i = 0; i < size; i++) {
    const fit = at[i]!
    const s = fits[fit]!
    const points = fits[fit + 1]!
    const length = end[s]! - start[s]!
    if (length !== lengths[place]) place = placeIn(lengths, length)
    const pair = first + i
    const changed = was ? (was.has(s) ? -change : change) : 0
    pairShift[pair] = s
    pairCost[pair] = scaled(wish * fits[fit + 2]! + changed, scale)
    pairPoints[pair] = points
    if (locked?.includes(s)) lockPair(draft, p, pair)
    const alike = i > 0 && key[i] === key[i - 1] && points < MOST_POINTS && lengthOf[s]! < MOST_LENGTHS
    if (alike) continue
    classPair[classes] = pair
    classStage[classes] = stage[i]!
    classBefore[classes] = before[i]!
    classPoints[classes] = points
    classLength[classes] = place
    classes++
  }
  draft.pairs = first + size
  draft.classes = classes
  draft.stages[p] = stager.stages
  draft.irregular[p] = stager.irregular ? 1 : 0
  setLoads(draft, stager, person, p, lengths)
}

function placeIn(lengths: number[], length: number): number {
  const place = lengths.indexOf(length)
  return place < 0 ? lengths.push(length) - 1 : place
}

function lockPair(draft: Draft, p: number, pair: number): void {
  const pairs = draft.locked.get(p)
  if (pairs) pairs.push(pair)
  else draft.locked.set(p, [pair])
}

function setLoads(draft: Draft, stager: Stager, person: ProblemPerson, p: number, lengths: number[]): void {
  const longest = longestChain(stager)
  const most = Math.min(person.maxShifts, longest)
  const hasLengths = lengths.length > 1
  draft.loadsOfPerson[p] = placeOfLoads(draft, lengths, most, hasLengths && person.maxShifts >= longest)
  draft.freeLoads[p] = placeOfLoads(draft, lengths, most, hasLengths)
  draft.mostPoints[p] = mostPointsOf(stager, person, most)
}

function placeOfLoads(draft: Draft, lengths: readonly number[], most: number, countFree: boolean): number {
  const key = `${most}|${countFree}|${lengths.join()}`
  const known = draft.loadTable.get(key)
  if (known !== undefined) return known
  draft.loadTable.set(key, draft.loads.length)
  return draft.loads.push(loadsOf(lengths, most, countFree)) - 1
}

/** The most shifts any chain can have: greedily, the first stage that is still open. */
function longestChain({ stage, before, size }: Stager): number {
  let longest = 0
  let closed = 0
  for (let i = 0; i < size; i++) {
    if (before[i]! < closed) continue
    longest++
    closed = stage[i]! + 1
  }
  return longest
}

/** The points of the dearest shifts, as many as the person may have at most. */
function mostPointsOf({ at, size }: Stager, { fits }: ProblemPerson, most: number): number {
  const counts = new Map<number, number>()
  for (let i = 0; i < size; i++) {
    const points = fits[at[i]! + 1]!
    if (points > 0) counts.set(points, (counts.get(points) ?? 0) + 1)
  }
  let left = most
  let sum = 0
  for (const [points, count] of [...counts].sort((a, b) => b[0] - a[0])) {
    sum += points * Math.min(left, count)
    left -= Math.min(left, count)
  }
  return sum
}
