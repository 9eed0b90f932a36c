import type { Problem } from './problem.ts'

/**
 * How scores become whole numbers. A score times `lattice` is whole for every plan of the problem; a score times `scale` is
 * what the planner counts in, `scale / lattice` times finer so that prices can be whole numbers too. All sums then stay exact:
 * a double holds every whole number below 2^53.
 */
export type Scale = { readonly lattice: number; readonly scale: number }

const FINEST = 720
const EXACT = 2 ** 51

/**
 * Finds the scale of a problem. Weights may have three decimals; minutes are whole.
 *
 * @throws RangeError when the weights have more decimals, or are so large that sums would not be exact
 * @example
 * scaleOf(problem)
 * //=> { lattice: 1, scale: 720 }
 */
export function scaleOf(problem: Problem): Scale {
  const decimals = [1, 10, 100, 1000].find((k) => Object.values(problem.weights).every((w) => isWhole(w * k)))
  if (decimals === undefined) throw new RangeError('A weight has more than three decimals.')
  const step = commonStep(problem)
  const quota = Math.round(problem.weights.quota * decimals)
  const lattice = decimals * (3600 / gcd(3600, ((quota % 3600) * ((step * step) % 3600)) % 3600))
  const worst = worstScore(problem) * lattice
  if (!(worst < EXACT)) throw new RangeError('The numbers are too large for exact sums.')
  const fine = Math.max(1, Math.min(Math.ceil(FINEST / lattice), Math.floor(EXACT / Math.max(1, worst))))
  return { lattice, scale: lattice * fine }
}

function isWhole(value: number): boolean {
  return Math.abs(value - Math.round(value)) < 1e-9
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b)
}

function commonStep(problem: Problem): number {
  let step = 0
  for (const shift of problem.shifts) step = gcd(shift.end - shift.start, step)
  for (const person of problem.people) step = gcd(Math.abs(person.dueMinutes), step)
  return step
}

function worstScore({ weights, shifts, people }: Problem): number {
  let worst = 0
  let longest = 0
  for (const shift of shifts) {
    worst += (shift.worth ?? 1) * (weights.min * shift.min + weights.desired * shift.desired)
    longest = Math.max(longest, shift.end - shift.start)
  }
  for (const person of people) {
    const most = Math.min(person.maxShifts, person.fits.length / 3)
    const hours = (Math.abs(person.dueMinutes) + most * longest) / 60
    const { points, wish } = dearest(person.fits)
    worst += weights.quota * hours ** 2 + weights.wish * wish * most
    worst += weights.unpopular * ((person.carriedUnpopular ?? 0) + points * most) ** 2
    worst += weights.change * (most + (person.published?.length ?? 0))
  }
  return worst
}

function dearest(fits: ArrayLike<number>) {
  let points = 0
  let wish = 0
  const { length } = fits
  for (let i = 0; i < length; i += 3) {
    if (fits[i + 1]! > points) points = fits[i + 1]!
    if (fits[i + 2]! > wish) wish = fits[i + 2]!
  }
  return { points, wish }
}
