import type { Problem, ProblemPerson } from './problem.ts'

/**
 * Orders people's shifts for the schedule search. A legal schedule is a chain: each shift lets rest and spacing pass before
 * the next. In the order of *release* (when a shift stops standing in the way of later ones) the shifts that may come
 * before a given one are always a prefix, so that the search needs one table per stage.
 *
 * The arrays are filled anew by each call of `stageShifts`; entry i of each belongs to the i-th shift in search order.
 */
export type Stager = {
  readonly problem: Problem
  /** place of each shift in the order of starts */
  readonly rank: Int32Array
  /** the shifts in that order */
  readonly order: readonly number[]
  /** whether days never run against starts, whoever works what */
  readonly isRegular: boolean
  /** by spacing, where days are regular: the place in the order of starts from which on shifts may follow each one */
  readonly follow: Map<number, Int32Array>
  /** the length of each shift, by its place among the lengths there are */
  readonly length: Int32Array
  readonly start: Float64Array
  readonly end: Float64Array
  readonly day: Int32Array
  /** how many shifts were staged, and into how many stages */
  size: number
  stages: number
  /** whether days run against starts, so that the chain leaves out (or lets in) some pairs */
  irregular: boolean
  at: Int32Array
  stage: Int32Array
  before: Int32Array
  key: Float64Array
  released: Int32Array
  reach: Float64Array
  stagesUpTo: Int32Array
}

/** Shifts with as many points, or with lengths so far down the list, are not told alike from others: slower, still right. */
export const MOST_POINTS = 4095
export const MOST_LENGTHS = 63

/** Makes the scratch space for ordering the people of one problem. */
export function stagerOf(problem: Problem): Stager {
  const order = Array.from(problem.shifts, (_, s) => s)
  const { shifts } = problem
  order.sort((a, b) => shifts[a]!.start - shifts[b]!.start || shifts[a]!.end - shifts[b]!.end || a - b)
  const rank = new Int32Array(order.length)
  order.forEach((s, i) => {
    rank[s] = i
  })
  const lengths = [...new Set(shifts.map((shift) => shift.end - shift.start))]
  const length = Int32Array.from(shifts, (shift) => lengths.indexOf(shift.end - shift.start))
  const most = problem.people.reduce((longest, person) => Math.max(longest, person.fits.length / 3), 1)
  const ints = () => new Int32Array(most + 1)
  const floats = () => new Float64Array(most + 1)
  const scratch = { at: ints(), stage: ints(), before: ints(), released: ints(), stagesUpTo: ints() }
  const start = Float64Array.from(shifts, (shift) => shift.start)
  const end = Float64Array.from(shifts, (shift) => shift.end)
  const day = Int32Array.from(shifts, (shift) => shift.day)
  return {
    problem,
    rank,
    order,
    isRegular: order.every((s, i) => i === 0 || day[s]! >= day[order[i - 1]!]!),
    follow: new Map(),
    length,
    start,
    end,
    day,
    size: 0,
    stages: 0,
    irregular: false,
    ...scratch,
    key: floats(),
    reach: floats()
  }
}

/**
 * Stages the shifts that fit one person and do not stand against their locks. Where two rotations' days run against the
 * clock, `relaxed` decides whether doubtful pairs are let in (for bounds) or left out (for plans); else the order is exact.
 */
export function stageShifts(stager: Stager, person: ProblemPerson, relaxed: boolean): void {
  listByStart(stager, person)
  setReach(stager, person, relaxed)
  setReleases(stager, person)
  const { key, at, stage, before, length: lengthOf, size } = stager
  const { fits } = person
  for (let i = 0; i < size; i++) {
    const fit = at[i]!
    const points = Math.min(MOST_POINTS, fits[fit + 1]!)
    const length = Math.min(MOST_LENGTHS, lengthOf[fits[fit]!]!)
    key[i] = ((stage[i]! * 8192 + before[i]!) * (MOST_POINTS + 1) + points) * (MOST_LENGTHS + 1) + length
  }
  sortTogether(key, size, [at, stage, before])
}

function listByStart(stager: Stager, person: ProblemPerson): void {
  const { problem, rank, at, key } = stager
  const { fits, locked } = person
  const isLocked = locked !== undefined && locked.length > 0
  const most = fits.length
  let size = 0
  for (let i = 0; i < most; i += 3) {
    if (isLocked && standsAgainstLock(problem, person, fits[i]!)) continue
    at[size] = i
    key[size] = rank[fits[i]!]!
    size++
  }
  stager.size = size
  sortTogether(key, size, [at])
}

function standsAgainstLock(problem: Problem, person: ProblemPerson, s: number): boolean {
  const shift = problem.shifts[s]!
  return person.locked!.some((locked) => {
    if (locked === s) return false
    const other = problem.shifts[locked]!
    const rest = shift.start < other.start ? other.start - shift.end : shift.start - other.end
    return rest < problem.restMinutes || Math.abs(shift.day - other.day) < person.spacingDays
  })
}

/** The day that counts for each shift, made to rise with the start: from above when relaxed, from below when not. */
function setReach(stager: Stager, person: ProblemPerson, relaxed: boolean): void {
  const { day, at, reach, size } = stager
  stager.irregular = false
  if (stager.isRegular) return
  for (let i = 0; i < size; i++) {
    reach[i] = day[person.fits[at[i]!]!]!
    if (i > 0 && reach[i]! < reach[i - 1]! && person.spacingDays > 0) stager.irregular = true
  }
  if (!stager.irregular) return
  if (!relaxed) {
    for (let i = size - 2; i >= 0; i--) reach[i] = Math.min(reach[i]!, reach[i + 1]!)
    return
  }
  let deepest = 0
  for (let i = 1; i < size; i++) {
    const own = reach[i]!
    reach[i] = Math.max(own, reach[i - 1]!)
    deepest = Math.max(deepest, reach[i]! - own)
  }
  if (deepest >= person.spacingDays) reach.fill(Number.POSITIVE_INFINITY, 0, size)
}

/** Finds when each shift is released, numbers the stages, and says how many stages lie before each shift. */
function setReleases(stager: Stager, person: ProblemPerson): void {
  const { released, stage, before, stagesUpTo, size } = stager
  findReleases(stager, person)
  stagesUpTo.fill(0, 0, size + 1)
  for (let i = 0; i < size; i++) stagesUpTo[released[i]!] = 1
  let stages = 0
  for (let i = 0; i <= size; i++) {
    stages += stagesUpTo[i]!
    stagesUpTo[i] = stages
  }
  for (let i = 0; i < size; i++) {
    stage[i] = stagesUpTo[released[i]!]! - 1
    before[i] = stagesUpTo[i]!
  }
  stager.stages = stages
}

/** Finds how many of the shifts, from the first, still stand in the way of each one's successors. */
function findReleases(stager: Stager, person: ProblemPerson): void {
  const { released, at, key, size } = stager
  const { fits } = person
  const follow = stager.isRegular ? followFor(stager, person.spacingDays) : undefined
  for (let i = 0, low = 0; i < size; i++) {
    low = Math.max(low, i + 1)
    if (follow) {
      const from = follow[fits[at[i]!]!]!
      while (low > i + 1 && key[low - 1]! >= from) low--
      while (low < size && key[low]! < from) low++
    } else {
      while (low > i + 1 && isReleased(stager, person, i, low - 1)) low--
      while (low < size && !isReleased(stager, person, i, low)) low++
    }
    released[i] = low
  }
}

/** Where in the order of starts the shifts begin that somebody with this spacing may work after each one. */
function followFor({ follow, order, start, end, day, problem }: Stager, spacingDays: number): Int32Array {
  const known = follow.get(spacingDays)
  if (known) return known
  const from = Int32Array.from(order, (_, s) => {
    const mayFollow = (other: number) =>
      start[other]! >= end[s]! + problem.restMinutes && day[other]! >= day[s]! + spacingDays
    let low = 0
    let high = order.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (mayFollow(order[middle]!)) high = middle
      else low = middle + 1
    }
    return low
  })
  follow.set(spacingDays, from)
  return from
}

/** Whether the i-th shift no longer stands in the way of the j-th. */
function isReleased(stager: Stager, { fits, spacingDays }: ProblemPerson, i: number, j: number): boolean {
  const { start, end, day, at, reach, problem } = stager
  const s = fits[at[i]!]!
  return end[s]! + problem.restMinutes <= start[fits[at[j]!]!]! && day[s]! + spacingDays <= reach[j]!
}

/** Insertion sort by key, carrying the other arrays along: the lists come nearly sorted. */
function sortTogether(key: Float64Array, size: number, along: readonly Int32Array[]): void {
  for (let i = 1; i < size; i++) {
    const kept = key[i]!
    if (key[i - 1]! <= kept) continue
    let to = i
    while (to > 0 && key[to - 1]! > kept) {
      key[to] = key[to - 1]!
      to--
    }
    key[to] = kept
    for (const array of along) {
      const moved = array[i]!
      array.copyWithin(to + 1, to, i)
      array[to] = moved
    }
  }
}
