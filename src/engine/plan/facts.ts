import { fitOf } from '../facts/fit-of.ts'
import type { RuleName } from '../rules/violation.ts'
import { compile, EXPERIENCED, HOST, type Model, NEWCOMER } from './model.ts'
import type { Assignments, Problem } from './problem.ts'
import { emptySeats, type Seats, seat, teamIsFull } from './seats.ts'

/** A problem and a plan for it, loaded once to answer questions about single seats quickly. */
export type Facts = {
  /** the problem as it was given; the model's has no locks, so that anything may be asked */
  readonly problem: Problem
  readonly model: Model
  readonly seats: Seats
  /** whom each shift fits: their pairs, those of shift s from `from[s]` to `from[s + 1]`, and who they are */
  readonly from: Int32Array
  readonly pairs: Int32Array
  readonly people: Int32Array
}

/**
 * Loads a problem and a plan: a legal one, or what is left of one since the facts have changed. Assignments that do not fit
 * are left out.
 *
 * @example
 * const facts = loadFacts(problem, plan.assignments)
 * isOnShift(facts, 3, 0)
 * //=> true
 */
export function loadFacts(problem: Problem, assignments: Assignments): Facts {
  const model = compile({ ...problem, people: problem.people.map((person) => ({ ...person, locked: [] })) })
  const seats = roomFor(emptySeats(model), assignments)
  const from = new Int32Array(model.shifts + 1)
  const size = model.pairFrom[model.people]!
  for (let pair = 0; pair < size; pair++) from[model.pairShift[pair]! + 1]!++
  for (let s = 0; s < model.shifts; s++) from[s + 1]! += from[s]!
  const next = from.slice()
  const pairs = new Int32Array(size)
  const people = new Int32Array(size)
  for (let p = 0; p < model.people; p++) {
    const held = new Set(assignments[p])
    for (let pair = model.pairFrom[p]!; pair < model.pairFrom[p + 1]!; pair++) {
      const s = model.pairShift[pair]!
      const at = next[s]!++
      pairs[at] = pair
      people[at] = p
      if (held.has(s)) seat(seats, p, pair)
    }
  }
  return { problem, model, seats, from, pairs, people }
}

/** The planner keeps no room for more shifts than somebody may have; people may hold more than they now may. */
function roomFor(seats: Seats, assignments: Assignments): Seats {
  const heldFrom = new Int32Array(seats.model.people + 1)
  for (let p = 0; p < seats.model.people; p++) {
    const room = seats.heldFrom[p + 1]! - seats.heldFrom[p]!
    heldFrom[p + 1] = heldFrom[p]! + Math.max(room, assignments[p]?.length ?? 0)
  }
  return { ...seats, heldFrom, held: new Int32Array(heldFrom[seats.model.people]!) }
}

/** A change of the score, term by term, in points: what somebody's taking or leaving a shift adds. */
export type Effect = {
  readonly total: number
  readonly min: number
  readonly desired: number
  readonly quota: number
  readonly unpopular: number
  readonly wish: number
  readonly change: number
}

/** What it adds to the score when `join` of the person's pairs is added and `leave` taken away (-1: none). */
export function effectOn(facts: Facts, p: number, join: number, leave: number): Effect {
  const { model } = facts
  const { weights } = model.problem
  const { dueMinutes, carriedUnpopular: carried = 0 } = model.problem.people[p]!
  const load = loadOf(facts, p)
  const joined = sizeOf(model, join)
  const left = sizeOf(model, leave)
  const given = load.minutes + joined.minutes - left.minutes
  const points = carried + load.points
  const quota = weights.quota * (hoursOff(given, dueMinutes) - hoursOff(load.minutes, dueMinutes))
  const unpopular = weights.unpopular * ((points + joined.points - left.points) ** 2 - points ** 2)
  const wish = weights.wish * (wishOf(facts, p, join) - wishOf(facts, p, leave))
  const change = weights.change * (changeOf(facts, p, join) - changeOf(facts, p, leave))
  const min = coverOf(facts, join, 1, 'min') + coverOf(facts, leave, -1, 'min')
  const desired = coverOf(facts, join, 1, 'desired') + coverOf(facts, leave, -1, 'desired')
  const total = min + desired + quota + unpopular + wish + change
  return { total, min, desired, quota, unpopular, wish, change }
}

/** Squared hours over or under what is due. */
function hoursOff(minutes: number, dueMinutes: number): number {
  return ((minutes - dueMinutes) / 60) ** 2
}

/** What seats left empty cost more or less when a pair's shift has one person more or less. */
function coverOf({ model, seats }: Facts, pair: number, by: 1 | -1, wanted: 'min' | 'desired'): number {
  if (pair < 0) return 0
  const s = model.pairShift[pair]!
  const needed = model.problem.shifts[s]![wanted]
  const people = seats.people[s]!
  const less = Math.max(0, needed - people - by) - Math.max(0, needed - people)
  return model.problem.weights[wanted] * less
}

/** Minutes and unpopular points a person holds. */
export function loadOf({ model, seats }: Facts, p: number): { minutes: number; points: number } {
  const load = { minutes: 0, points: 0 }
  for (let i = 0; i < seats.heldCount[p]!; i++) {
    const size = sizeOf(model, seats.held[seats.heldFrom[p]! + i]!)
    load.minutes += size.minutes
    load.points += size.points
  }
  return load
}

function sizeOf(model: Model, pair: number): { minutes: number; points: number } {
  if (pair < 0) return { minutes: 0, points: 0 }
  const s = model.pairShift[pair]!
  return { minutes: model.end[s]! - model.start[s]!, points: model.pairPoints[pair]! }
}

function wishOf({ model }: Facts, p: number, pair: number): number {
  return pair < 0 ? 0 : (fitOf(model.problem.people[p]!, model.pairShift[pair]!)?.wish ?? 0)
}

function changeOf({ model }: Facts, p: number, pair: number): number {
  const { published } = model.problem.people[p]!
  if (pair < 0 || !published) return 0
  return published.includes(model.pairShift[pair]!) ? -1 : 1
}

/**
 * The rules that forbid a person to join shift s as the plan stands; none when they may. `instead` names a person whose
 * place on the shift they would take.
 */
export function rulesAgainst(facts: Facts, p: number, s: number, instead = -1): RuleName[] {
  return [...ownRulesAgainst(facts, p, s), ...shiftRulesAgainst(facts, p, s, instead)]
}

/** Of those, the rules of the person's own schedule. */
export function ownRulesAgainst(facts: Facts, p: number, s: number): RuleName[] {
  const rules: RuleName[] = []
  if (facts.seats.heldCount[p]! >= facts.problem.people[p]!.maxShifts) rules.push('too-many-shifts')
  if (standsBetween(facts, p, s, 'too-close')) rules.push('too-close')
  if (standsBetween(facts, p, s, 'short-rest')) rules.push('short-rest')
  return rules
}

/** Of those, the rules between the people of the shift. */
export function shiftRulesAgainst(facts: Facts, p: number, s: number, instead = -1): RuleName[] {
  const { model, seats } = facts
  const { problem } = model
  const shift = problem.shifts[s]!
  const person = problem.people[p]!
  const rules: RuleName[] = []
  const gone = instead >= 0 ? model.kind[instead]! : 0
  const people = seats.people[s]! - (instead >= 0 ? 1 : 0)
  const hosts = seats.hosts[s]! - (gone & HOST ? 1 : 0) + (person.host ? 1 : 0)
  const lead = seats.lead[s]! - leadOf(gone) + leadOf(model.kind[p]!)
  if (people >= shift.max) rules.push('over-maximum')
  if (hosts < shift.hosts) rules.push('missing-host')
  if (lead < 0) rules.push('newcomers-alone')
  const sameTeam = instead >= 0 && problem.people[instead]!.team === person.team
  if (!sameTeam && teamIsFull(seats, person.team, s)) rules.push('team-cap')
  if (isLocked(facts, instead, s)) rules.push('lost-lock')
  return rules
}

/** Where the pair of a person and a shift stands in the model; -1 when the shift does not fit them. */
export function pairOf({ from, people, pairs }: Facts, person: number, s: number): number {
  for (let i = from[s]!; i < from[s + 1]!; i++) if (people[i] === person) return pairs[i]!
  return -1
}

/** Whether a person must keep a shift. */
export function isLocked({ problem }: Facts, p: number, s: number): boolean {
  return problem.people[p]?.locked?.includes(s) ?? false
}

function leadOf(kind: number): number {
  return (kind & EXPERIENCED ? 1 : 0) - (kind & NEWCOMER ? 1 : 0)
}

function standsBetween(
  { model, seats }: Facts,
  p: number,
  s: number,
  rule: 'too-close' | 'short-rest'
): boolean {
  const spacing = model.problem.people[p]!.spacingDays
  for (let i = 0; i < seats.heldCount[p]!; i++) {
    const other = model.pairShift[seats.held[seats.heldFrom[p]! + i]!]!
    if (rule === 'too-close' && Math.abs(model.day[s]! - model.day[other]!) < spacing) return true
    const rest =
      model.start[other]! < model.start[s]!
        ? model.start[s]! - model.end[other]!
        : model.start[other]! - model.end[s]!
    if (rule === 'short-rest' && rest < model.problem.restMinutes) return true
  }
  return false
}

/** Whether a person holds a shift. */
export function isOnShift({ model, seats }: Facts, p: number, s: number): boolean {
  for (let i = 0; i < seats.heldCount[p]!; i++) {
    if (model.pairShift[seats.held[seats.heldFrom[p]! + i]!] === s) return true
  }
  return false
}

/** The shifts a person holds, in no order. */
export function heldShifts({ model, seats }: Facts, p: number): number[] {
  const from = seats.heldFrom[p]!
  return Array.from(seats.held.subarray(from, from + seats.heldCount[p]!), (pair) => model.pairShift[pair]!)
}
