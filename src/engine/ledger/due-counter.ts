import { dayNumberOf } from '../time/day-number.ts'
import { type EffectiveQuota, quotaInForce } from './quota-in-force.ts'

/** Days [from, to), each a number as `day-number.ts` counts. */
export interface DaySpan {
  from: number
  to: number
}

/** Spans side by side; none overlaps another. */
export interface DaySpans {
  from: ArrayLike<number>
  to: ArrayLike<number>
}

/** Seven days a week, and a percentage. */
const PER_WEEK = 700

/**
 * Counts what people under the same quotas owe, many of them one after the other: where quotas begin and end is found once.
 * A day weighs the minutes it owes, times the number of weeks that all quotas are per; weights are whole numbers, so
 * nothing is rounded before the end.
 *
 * @throws {RangeError} minutes or weeks that are not whole numbers
 */
export class DueCounter {
  /** Where another quota comes into force, or none. */
  private readonly turns: number[]
  private readonly inForce: (EffectiveQuota | undefined)[]
  private readonly weights: number[]
  /** What all days before a turn weigh. */
  private readonly before: number[] = [0]
  private readonly weeks: number

  constructor(quotas: EffectiveQuota[]) {
    for (const { minutes, perWeeks } of quotas)
      if (!Number.isInteger(minutes) || !Number.isInteger(perWeeks))
        throw new RangeError(`Not whole minutes per whole weeks: ${minutes} per ${perWeeks}`)
    const days = new Set(quotas.flatMap(({ fromOn, toOn }) => (toOn === null ? [fromOn] : [fromOn, toOn])))
    const dates = [...days].sort()
    this.turns = dates.map(dayNumberOf)
    this.inForce = dates.map((date) => quotaInForce(quotas, date))
    this.weeks = leastCommonMultiple(this.inForce.flatMap((quota) => quota?.perWeeks ?? []))
    this.weights = this.inForce.map((quota) => (quota ? quota.minutes * (this.weeks / quota.perWeeks) : 0))
    for (let turn = 1; turn < this.turns.length; turn += 1)
      this.before.push(this.before[turn - 1]! + this.weightOf(turn - 1, this.turns[turn]!))
  }

  /**
   * Counts the minutes that the days of `days` owe, those `off` left out: of the lists those from `first` up to `end`.
   * Rounded once, half a minute upwards.
   *
   * @throws {RangeError} a percentage that is not a whole number
   */
  minutes(ftePercent: number, days: DaySpan, off: DaySpans, first: number, end: number): number {
    if (!Number.isInteger(ftePercent)) throw new RangeError(`Not a whole percentage: ${ftePercent}`)
    const { from, to } = days
    if (from >= to) return 0
    let weight = this.weightUpTo(to) - this.weightUpTo(from)
    for (let at = first; at < end; at += 1) {
      const begin = Math.max(from, off.from[at]!)
      const stop = Math.min(to, off.to[at]!)
      if (begin < stop) weight -= this.weightUpTo(stop) - this.weightUpTo(begin)
    }
    const under = PER_WEEK * this.weeks
    const twice = 2 * weight * ftePercent + under
    if (Number.isSafeInteger(twice) && Number.isSafeInteger(this.weightUpTo(to)))
      return Math.floor(twice / (2 * under))
    return this.exactMinutes(ftePercent, days, off, first, end)
  }

  private weightUpTo(day: number): number {
    const { turns } = this
    let turn = turns.length - 1
    while (turn >= 0 && turns[turn]! > day) turn -= 1
    return turn < 0 ? 0 : this.before[turn]! + this.weightOf(turn, day)
  }

  private weightOf(turn: number, day: number): number {
    return (day - this.turns[turn]!) * this.weights[turn]!
  }

  /** The same where the numbers are too large to be exact: quotas per 47 weeks, per 49 and per 51 have much in common. */
  private exactMinutes(
    ftePercent: number,
    { from, to }: DaySpan,
    off: DaySpans,
    first: number,
    end: number
  ): number {
    let [over, under] = [0n, 1n]
    this.inForce.forEach((quota, turn) => {
      const begin = Math.max(from, this.turns[turn]!)
      const stop = Math.min(to, this.turns[turn + 1] ?? to)
      if (!quota || begin >= stop) return
      let days = stop - begin
      for (let at = first; at < end; at += 1)
        days -= Math.max(0, Math.min(stop, off.to[at]!) - Math.max(begin, off.from[at]!))
      const share = BigInt(quota.minutes) * BigInt(days) * BigInt(ftePercent)
      const weeks = BigInt(PER_WEEK * quota.perWeeks)
      over = over * weeks + share * under
      under *= weeks
    })
    return Number((2n * over + under) / (2n * under))
  }
}

function leastCommonMultiple(numbers: readonly number[]): number {
  return numbers.reduce((least, number) => (least / divisorOf(least, number)) * number, 1)
}

const divisorOf = (a: number, b: number): number => (b === 0 ? a : divisorOf(b, a % b))

/**
 * Lists spans in order, those that touch or overlap put together.
 *
 * @example
 * inOrder([{ from: 9, to: 12 }, { from: 1, to: 4 }, { from: 3, to: 6 }])
 * //=> { from: [1, 9], to: [6, 12] }
 */
export function inOrder(spans: readonly DaySpan[]): { from: number[]; to: number[] } {
  const joined: { from: number[]; to: number[] } = { from: [], to: [] }
  for (const { from, to } of spans.toSorted((a, b) => a.from - b.from)) {
    const last = joined.to.length - 1
    if (last >= 0 && from <= joined.to[last]!) joined.to[last] = Math.max(joined.to[last]!, to)
    else {
      joined.from.push(from)
      joined.to.push(to)
    }
  }
  return joined
}
