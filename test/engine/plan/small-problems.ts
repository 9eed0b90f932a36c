import {
  DEFAULT_WEIGHTS,
  type Problem,
  type ProblemPerson,
  type ProblemShift
} from '../../../src/engine/plan/problem.ts'
import { type Random, randomFrom } from '../../../src/engine/plan/random.ts'

/** A random problem of up to 8 people and 10 shifts: lengths, overlaps, locks, publications, odd weights and all. */
export function smallProblem(seed: number): Problem {
  const random = randomFrom(seed)
  const between = (low: number, high: number) => low + random(high - low + 1)
  const days = between(2, 10)
  const lengths = between(0, 2) === 0 ? [120, 240, 480] : [240]
  const shifts = Array.from({ length: between(1, 10) }, (): ProblemShift => {
    const day = random(days)
    const start = day * 1440 + [360, 540, 780, 1200][random(4)]!
    const min = random(3)
    const desired = min + random(2)
    const length = lengths[random(lengths.length)]!
    return {
      day,
      start,
      end: start + length,
      min,
      desired,
      max: between(1, 4),
      hosts: [0, 1, 1, 2][random(4)]!
    }
  })
  const teamCaps = Array.from({ length: between(1, 3) }, () => between(1, 3))
  const people = Array.from({ length: between(1, 8) }, () => smallPerson(random, shifts, teamCaps.length))
  const weights = random(4) === 0 ? { ...DEFAULT_WEIGHTS, min: 300, desired: 60, wish: 2.5 } : DEFAULT_WEIGHTS
  return {
    format: 'rota-problem/1',
    name: `small-${seed}`,
    days,
    restMinutes: [0, 660][random(2)]!,
    weights,
    teamCaps,
    shifts,
    people
  }
}

function smallPerson(random: Random, shifts: readonly ProblemShift[], teams: number): ProblemPerson {
  const fits = shifts.flatMap((_, s) =>
    random(10) < 7 ? [s, random(4) === 0 ? 1 + random(3) : 0, random(4)] : []
  )
  const fitting = fits.filter((_, i) => i % 3 === 0)
  const newcomer = random(5) === 0
  const locked = fitting.length > 0 && random(12) === 0 ? [fitting[random(fitting.length)]!] : []
  const published = random(4) === 0 ? shifts.flatMap((_, s) => (random(5) === 0 ? [s] : [])) : undefined
  return {
    team: random(teams),
    host: random(3) === 0,
    experienced: !newcomer && random(2) === 0,
    newcomer,
    spacingDays: [0, 1, 2, 4][random(4)]!,
    maxShifts: 1 + random(3),
    dueMinutes: random(5) * 120,
    carriedUnpopular: random(3),
    fits,
    ...(locked.length > 0 ? { locked } : {}),
    ...(published ? { published } : {})
  }
}
