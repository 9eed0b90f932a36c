import { type DaySpan, DueCounter, inOrder } from '../engine/ledger/due-counter.ts'
import { dayNumberOf } from '../engine/time/day-number.ts'
import type { Period } from '../lib/period.ts'
import type { Owed } from '../quotas/read-due.ts'
import { type DaysOff, daysOffOf, isOffIn } from './days-off.ts'
import { type Crowd, isEmployed } from './queries/crowd.ts'
import { NO_DAY, type PackedDays } from './queries/packed.ts'
import type { KeyKind } from './queries/spans.ts'
import type { Quotas } from './read-quotas.ts'

/** What a group owes, in minutes, and what of it is waived. */
export type OwedByKey = Map<string, Owed>

export const numbered = ({ fromOn, toOn }: Period): DaySpan => ({
  from: dayNumberOf(fromOn),
  to: dayNumberOf(toOn)
})

/** What everybody of a crowd owes, by the engine's own arithmetic. */
export class Dues {
  private readonly away: DaysOff
  private readonly exempt: DaysOff
  private readonly ofAll: DueCounter
  private readonly ofTeams: DueCounter[]
  private readonly own: Map<number, DueCounter>

  constructor(
    private readonly crowd: Crowd,
    { quotas, off }: { quotas: Quotas; off: PackedDays }
  ) {
    const counterOf = (reach: string) => new DueCounter(quotas.of(reach))
    this.away = daysOffOf(crowd, off.away, 1)
    this.exempt = daysOffOf(crowd, off.exempt, 0)
    this.ofAll = counterOf('')
    this.ofTeams = quotas.teams.map(counterOf)
    this.own = new Map(quotas.people.map((id) => [crowd.ids.numberOf(id), counterOf(id)]))
  }

  /** What each group of a kind owes on the days; of no kind: all together, under ''. */
  byKey(kind: KeyKind | null, period: Period): OwedByKey {
    if (!kind) return new Map([['', this.inAll(period)]])
    const { crowd } = this
    const days = numbered(period)
    const groups = crowd.groups[kind]!
    const owed = groups.keys.map(() => ({ ...NOTHING }))
    // Most people owe what others do who work as much.
    const alike = new Map<number, number>()
    const { person: whose, from, to, place } = crowd
    for (let span = 0; span < whose.length; span += 1) {
      const person = whose[span]!
      if (!isEmployed(crowd, person, days)) continue
      const sum = owed[groups.of[place[span]!]!]!
      const stay = { from: from[span]!, to: to[span]! }
      const isAlike = stay.from <= days.from && stay.to >= days.to && !this.isTouched(person, days)
      if (isAlike) sum.dueMinutes += this.dueAlike(alike, this.kindOf(person), days)
      else this.addStay(sum, person, stay, days)
    }
    return new Map(groups.keys.map((key, at) => [key, owed[at]!]))
  }

  /** What is due in each of the periods, rounded each by itself. */
  byPeriod(periods: readonly Period[]): Owed[] {
    const all = periods.map(numbered)
    const sums = periods.map(() => ({ ...NOTHING }))
    // Most people owe in most periods what others do who work as much.
    const alike = new Map<number, Int32Array>()
    const whole = {
      from: all.reduce((least, { from }) => Math.min(least, from), Number.POSITIVE_INFINITY),
      to: all.reduce((most, { to }) => Math.max(most, to), Number.NEGATIVE_INFINITY)
    }
    for (let person = 0; person < this.crowd.joined.length; person += 1) {
      const untouched = peopleIn(alike, this.kindOf(person), all.length + 1)
      // Most are in none of the periods, which is asked once.
      if (!this.isTouched(person, whole)) untouched[all.length]! += 1
      else
        for (const [at, days] of all.entries())
          if (this.isTouched(person, days)) this.add(sums[at]!, 1, person, days)
          else untouched[at]! += 1
    }
    for (const [kind, people] of alike)
      for (const [at, days] of all.entries())
        sums[at]!.dueMinutes += (people[at]! + people[all.length]!) * this.dueOf(kind, days)
    return sums
  }

  /** What everybody of a kind owes whom nothing concerns alone. */
  private dueOf(kind: number, days: DaySpan): number {
    const counter = this.ofTeams[Math.floor(kind / PERCENTS) - 1] ?? this.ofAll
    return counter.minutes(kind % PERCENTS, days, this.away, 0, 0)
  }

  private dueAlike(known: Map<number, number>, kind: number, days: DaySpan): number {
    const due = known.get(kind) ?? this.dueOf(kind, days)
    known.set(kind, due)
    return due
  }

  private inAll(period: Period): Owed {
    return this.byPeriod([period])[0]!
  }

  /** Team with quotas and percentage, as one number. */
  private kindOf(person: number): number {
    return (this.crowd.home[person]! + 1) * PERCENTS + this.crowd.fte[person]!
  }

  /** Whether something concerns the person alone. */
  private isTouched(person: number, days: DaySpan): boolean {
    const last = this.crowd.last[person]!
    if (this.crowd.joined[person]! > days.from || (last !== NO_DAY && last < days.to)) return true
    if (this.own.size > 0 && this.own.has(person)) return true
    return isOffIn(this.away, person, days) || isOffIn(this.exempt, person, days)
  }

  /**
   * Whoever was in several groups owes in each what was due up to its end less what was due up to its start, so that the
   * groups add up to what the person owes over the period to the minute.
   */
  private addStay(sum: Owed, person: number, stay: DaySpan, days: DaySpan): void {
    this.add(sum, 1, person, { from: days.from, to: Math.min(stay.to, days.to) })
    if (stay.from > days.from) this.add(sum, -1, person, { from: days.from, to: stay.from })
  }

  private add(sum: Owed, times: 1 | -1, person: number, { from, to }: DaySpan): void {
    const { crowd, away, exempt } = this
    const last = crowd.last[person]!
    const employed = {
      from: Math.max(from, crowd.joined[person]!),
      to: last === NO_DAY ? to : Math.min(to, last + 1)
    }
    const counter = this.own.get(person) ?? this.ofTeams[crowd.home[person]!] ?? this.ofAll
    const [first, end] = [away.first[person]!, away.first[person + 1]!]
    const due = counter.minutes(crowd.fte[person]!, employed, away, first, end)
    sum.dueMinutes += times * due
    if (exempt.first[person] === exempt.first[person + 1]) return
    const off = inOrder([...spansOf(away, person), ...spansOf(exempt, person)])
    const left = counter.minutes(crowd.fte[person]!, employed, off, 0, off.from.length)
    sum.waivedMinutes += times * (due - left)
  }
}

/** Percentages are below it. */
const PERCENTS = 128

function peopleIn(alike: Map<number, Int32Array>, kind: number, periods: number): Int32Array {
  const known = alike.get(kind)
  if (known) return known
  const people = new Int32Array(periods)
  alike.set(kind, people)
  return people
}

const NOTHING: Owed = { dueMinutes: 0, waivedMinutes: 0 }

function spansOf({ from, to, first }: DaysOff, person: number): DaySpan[] {
  const spans: DaySpan[] = []
  for (let at = first[person]!; at < first[person + 1]!; at += 1) spans.push({ from: from[at]!, to: to[at]! })
  return spans
}
