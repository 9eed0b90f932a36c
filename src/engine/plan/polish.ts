import { improveByChains } from './chains.ts'
import { isBroken, setHardCosts } from './hard-cost.ts'
import { openShift } from './open-shift.ts'
import { recreate } from './recreate.ts'
import { assignmentsOf, type Seats, unseat } from './seats.ts'
import { reseat } from './sweep.ts'
import { hostsFirst, keepIfBetter, type Work } from './work.ts'

/** At most so many short shifts are looked at closely in one round, and so many groups are seated anew. */
const MOST_OPENED = 20
const MOST_GROUPS = { small: 60, large: 60 }

/** Where a round takes seconds, one that gains less than this share of the score is the last. */
const LITTLE = 1e-4

/** Polishing leaves the rest of the time to the bound. */
const SHARE = 0.9

/**
 * Improves the plan in the seats until nothing helps: everybody anew in turn, shifts opened, chains of moves (those that
 * cost less than `ceiling` points beyond their prices), small groups seated anew.
 */
export function polish(work: Work, ceiling: number): void {
  const { seats, model, dual } = work
  const stop = work.watch.stopBy(SHARE)
  const most = model.people < 100 ? 200 : 20
  for (let round = 0, idle = 0; round < most && idle < 2; round++) {
    let gained = sweepAll(work)
    evictBroken(seats)
    keepIfBetter(work)
    if (stop()) return
    gained += openShifts(work)
    gained += improveByChains(seats, dual.bestPrices, ceiling * model.scale, stop)
    if (gained === 0 && model.people <= 1000) gained += recreateSome(work)
    keepIfBetter(work)
    const isWorthIt = gained < -(model.people > 1000 ? LITTLE * work.best.cost : 0)
    idle = isWorthIt ? 0 : model.people < 100 ? idle + 1 : 2
  }
}

/** Empties the shifts that break a rule between their people, locks aside; says whether all are whole then. */
export function evictBroken(seats: Seats): boolean {
  const { model } = seats
  const broken = new Set(Array.from(seats.people.keys()).filter((s) => isBroken(seats, s)))
  if (broken.size === 0) return true
  for (let p = 0; p < model.people; p++) {
    const from = seats.heldFrom[p]!
    for (let i = from + seats.heldCount[p]! - 1; i >= from; i--) {
      const pair = seats.held[i]!
      if (broken.has(model.pairShift[pair]!) && !model.locked.get(p)?.includes(pair)) unseat(seats, p, pair)
    }
  }
  return ![...broken].some((s) => isBroken(seats, s))
}

function sweepAll({ seats, oracle, model, order, random, watch }: Work): number {
  setHardCosts(seats, oracle)
  let gained = 0
  let seen = 0
  for (const p of hostsFirst(model, order, random)) {
    if ((seen++ & 63) === 0 && watch.stop()) return gained
    gained += reseat(seats, oracle, p)
  }
  return gained
}

/** Tries to open shifts that are short of people and that nobody may join alone. */
function openShifts({ seats, oracle, model, random, watch }: Work): number {
  const short = Array.from(seats.people.keys()).filter((s) => {
    const { desired, min } = model.problem.shifts[s]!
    return seats.people[s]! < Math.min(Math.max(min, desired), model.mostPeople[s]!)
  })
  setHardCosts(seats, oracle)
  let gained = 0
  const from = random(Math.max(1, short.length))
  for (let i = 0; i < Math.min(short.length, MOST_OPENED) && !watch.stop(); i++) {
    const s = short[(from + i) % short.length]!
    gained += openShift(seats, oracle, s, fittingPeople(model, s), random)
  }
  return gained
}

function fittingPeople({ people, pairFrom, pairShift }: Seats['model'], s: number): number[] {
  const fitting: number[] = []
  for (let p = 0; p < people; p++) {
    if (pairShift.subarray(pairFrom[p]!, pairFrom[p + 1]!).includes(s)) fitting.push(p)
  }
  return fitting
}

/** Seats small groups anew: people on one shift and on shifts near it. */
function recreateSome({ seats, oracle, model, dual, random, watch }: Work): number {
  setHardCosts(seats, oracle)
  const holders = model.problem.shifts.map((): number[] => [])
  assignmentsOf(seats).forEach((held, p) => {
    for (const s of held) holders[s]!.push(p)
  })
  const most = model.people < 100 ? MOST_GROUPS.small : MOST_GROUPS.large
  let gained = 0
  for (let i = 0; i < most && !watch.stop(); i++) {
    const near = random(model.shifts)
    const group = new Set<number>(holders[near]!.slice(0, 3))
    for (let tries = 0; group.size < 3 + (i % 3) && tries < 12; tries++) {
      const there = holders[Math.max(0, Math.min(model.shifts - 1, near + random(9) - 4))]!
      group.add(there.length > 0 ? there[random(there.length)]! : random(model.people))
    }
    gained += recreate(seats, oracle, dual.bestPrices, [...group])
  }
  return gained
}
