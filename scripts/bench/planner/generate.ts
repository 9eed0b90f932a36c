import {
  DEFAULT_WEIGHTS,
  type Problem,
  type ProblemPerson,
  type ProblemShift
} from '../../../src/engine/plan/problem.ts'
import { type Random, randomFrom } from '../../../src/engine/plan/random.ts'

/** How a company and its rotation are built; every shape differs from the others in structure, not in size. */
export const SHAPES = [
  'plain',
  'flat',
  'small-teams',
  'few-hosts',
  'round-the-clock',
  'two-rotations',
  'part-timers'
] as const
export type Shape = (typeof SHAPES)[number]

/** How much is asked of people: seats for 95, 120 or 70 of every 100 hours they owe. */
export const TIGHTNESS = { balanced: 0.95, over: 1.2, under: 0.7 } as const
export type Regime = keyof typeof TIGHTNESS

export type Recipe = {
  readonly people: number
  readonly weeks: number
  readonly seed: number
  readonly regime: Regime
  readonly shape: Shape
}

const DAY = 1440
const HOUR = 60

/**
 * Makes a problem after a recipe; the same recipe makes the same problem.
 *
 * @example
 * generateProblem({ people: 200, weeks: 13, seed: 1, regime: 'balanced', shape: 'flat' }).people.length
 * //=> 200
 */
export function generateProblem(recipe: Recipe): Problem {
  const random = randomFrom(recipe.seed * 7919 + recipe.people)
  const slots = slotsOf(recipe)
  const teams = teamsOf(recipe, random)
  const crowd = Array.from({ length: recipe.people }, (_, p) => drawPerson(recipe, random, p, slots.length))
  const owed = crowd.reduce((sum, one) => sum + Math.max(0, one.dueMinutes), 0)
  const shifts = demand(recipe, random, slots, owed, crowd.filter((one) => one.host).length)
  const people = crowd.map((one, p) => toPerson(random, one, teams.of[p]!, shifts))
  return {
    format: 'rota-problem/1',
    name: nameOf(recipe),
    days: recipe.weeks * 7,
    restMinutes: 660,
    weights: DEFAULT_WEIGHTS,
    teamCaps: teams.caps,
    shifts,
    people
  }
}

/** What the problem of a recipe is called. */
export function nameOf({ people, weeks, shape, regime, seed }: Recipe): string {
  return `n${people}-w${weeks}-${shape}-${regime}-s${seed}`
}

type Slot = { day: number; start: number; length: number; busy: number }

/** The pattern of the week: when shifts are and how busy they are, before anybody is counted. */
function slotsOf({ people, weeks, shape }: Recipe): Slot[] {
  const pattern: { weekend: boolean; start: number; length: number; busy: number }[] = []
  const add = (start: number, length: number, busy: number, weekend = false) =>
    pattern.push({ weekend, start: start * HOUR, length: length * HOUR, busy })
  const global = people >= 1000 || shape === 'round-the-clock'
  const every = people >= 5000 ? 2 : 4
  if (global) {
    for (let at = 0; at < 24; at += every)
      for (const weekend of [false, true]) add(at, 4, bell(at) * (weekend ? 0.5 : 1), weekend)
  } else {
    for (const at of people < 100 ? [9, 13] : [7, 11, 15]) add(at, 4, 1)
    if (people >= 100) add(10, 4, 0.6, true)
  }
  if (shape === 'two-rotations') {
    add(8, 8, 0.5)
    add(9, 6, 0.3, true)
    add(16, 2, 0.4)
  }
  const slots: Slot[] = []
  for (let day = 0; day < weeks * 7; day++) {
    for (const one of pattern) {
      if (one.weekend === day % 7 >= 5)
        slots.push({ day, start: day * DAY + one.start, length: one.length, busy: one.busy })
    }
  }
  return slots.sort((a, b) => a.start - b.start)
}

function bell(hour: number): number {
  return 0.4 + Math.max(0, 1 - Math.abs(hour - 13) / 9)
}

function teamsOf({ people, shape, regime }: Recipe, random: Random): { of: number[]; caps: number[] } {
  const of: number[] = []
  const caps: number[] = []
  while (of.length < people) {
    const size = shape === 'flat' ? 40 + random(80) : shape === 'small-teams' ? 2 + random(4) : 4 + random(17)
    caps.push(
      regime === 'over'
        ? Math.max(1, Math.floor(size / 12))
        : Math.max(1, Math.round((size * (15 + random(11))) / 100))
    )
    for (let i = 0; i < size; i++) of.push(caps.length - 1)
  }
  return { of: of.slice(0, people), caps }
}

type Drawn = {
  host: boolean
  experienced: boolean
  newcomer: boolean
  zone: number
  from: number
  to: number
  offDays: readonly number[]
  dueMinutes: number
  spacingDays: number
  maxShifts: number
  carriedUnpopular: number
  absences: readonly (readonly [number, number])[]
}

function drawPerson(
  { people, weeks, shape, regime }: Recipe,
  random: Random,
  p: number,
  slots: number
): Drawn {
  const quarter = weeks / 13
  const hostsNeeded = Math.ceil((slots / 13 / quarter) * (shape === 'few-hosts' ? 0.9 : 1.6))
  const host = p % Math.max(2, Math.floor(people / Math.max(hostsNeeded, people * 0.03))) === 0
  const partTime = random(100) < (shape === 'part-timers' ? 60 : 15)
  const newcomer = !host && random(100) < 6
  const due = host ? 52 : partTime ? [4, 6, 8][random(3)]! : [8, 12][random(2)]!
  const zones = people >= 1000 || shape === 'round-the-clock' ? [-8, -5, 0, 1, 2, 5.5, 9] : [-3, 0, 1]
  const begin = 7 + random(3)
  return {
    host,
    experienced: host || (!newcomer && random(100) < 58),
    newcomer,
    zone: zones[random(zones.length)]!,
    from: begin,
    to: begin + 9 + (random(100) < 20 ? 4 : 0),
    offDays: offDaysOf(random, partTime && !host),
    dueMinutes: Math.round(due * quarter) * HOUR,
    spacingDays: host ? 2 : regime === 'over' ? 21 : 14,
    maxShifts: host ? Math.round(15 * quarter) : Math.ceil((due * quarter) / 4) + 1,
    carriedUnpopular: random(2) === 0 ? 0 : 1 + random(3),
    absences: Array.from({ length: random(4) }, () => [random(weeks * 7), 1 + random(10)] as const)
  }
}

function offDaysOf(random: Random, partTime: boolean): number[] {
  const first = random(100) < 80 ? 5 : random(2) === 0 ? 6 : 4
  const weekend = [first, (first + 1) % 7]
  return partTime ? [...weekend, (first + 2) % 7, (first + 3) % 7] : weekend
}

/** Hands out the seats: as many hours as the regime asks of what people owe, busier shifts more. */
function demand(
  { regime, shape }: Recipe,
  random: Random,
  slots: readonly Slot[],
  owed: number,
  hosts: number
): ProblemShift[] {
  const hours = owed * TIGHTNESS[regime]
  const weight = slots.reduce((sum, slot) => sum + slot.busy * slot.length, 0)
  return slots.map((slot) => {
    const share = (slot.busy * hours) / weight
    const desired = Math.max(1, Math.floor(share + random(1000) / 1000))
    const min = Math.max(1, Math.ceil(desired * 0.6))
    const two = shape === 'flat' && desired >= 6 && hosts > 40 ? 2 : 1
    const shift = { day: slot.day, start: slot.start, end: slot.start + slot.length, min, desired }
    return { ...shift, max: Math.ceil(desired * 1.4) + 1, hosts: two }
  })
}

function toPerson(random: Random, one: Drawn, team: number, shifts: readonly ProblemShift[]): ProblemPerson {
  const fits: number[] = []
  shifts.forEach((shift, s) => {
    const local = shift.start + one.zone * HOUR
    const day = Math.floor(local / DAY)
    const from = local - day * DAY
    const until = from + shift.end - shift.start
    const isWeekend = ((day % 7) + 7) % 7 >= 5
    if (one.absences.some(([first, days]) => day >= first && day < first + days)) return
    if (one.offDays.includes(((day % 7) + 7) % 7) && !(isWeekend && random(100) < 25)) return
    if (from < one.from * HOUR || until > one.to * HOUR || random(100) < 10) return
    const points = day % 37 === 0 ? 3 : isWeekend ? 2 : from >= 17 * HOUR || from < 8 * HOUR ? 1 : 0
    fits.push(s, points, random(4))
  })
  const { host, experienced, newcomer, spacingDays, maxShifts, dueMinutes, carriedUnpopular } = one
  const who = { team, host, experienced, newcomer, spacingDays, maxShifts, dueMinutes, carriedUnpopular }
  const lock =
    random(100) < 1 && host && fits.length > 0 ? { locked: [fits[3 * random(fits.length / 3)]!] } : {}
  return { ...who, fits: Int32Array.from(fits), ...lock }
}
