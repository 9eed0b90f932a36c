import type { IdTable } from '../id-table.ts'
import { NO_DAY } from './packed.ts'
import type { KeyKind } from './spans.ts'

/** The people of a report, each a number from 0, and where they were when; days as `engine/time/day-number.ts` counts. */
export interface Crowd {
  /** The numbers of people by their ids. */
  ids: IdTable
  /** By person: percent of full time, first and last day of employment; `NO_DAY` for no last one. */
  fte: Int32Array
  joined: Int32Array
  last: Int32Array
  /** By person: the number of their team among those with quotas of their own, or -1. */
  home: Int32Array
  /** By span, those of a person side by side: whose it is, its days [from, to), and in which place. */
  person: Int32Array
  from: Int32Array
  to: Int32Array
  place: Int32Array
  /** By person, and one more: where their spans begin. */
  spansFrom: Int32Array
  /** By kind the groups of its places. */
  groups: Partial<Record<KeyKind, Groups>>
}

/** Groups of a kind: their keys, and by place the number of its group among them. */
export interface Groups {
  keys: string[]
  of: Int32Array
}

/** Numbers the groups of places in the order in which they come. */
export function groupsOf(places: readonly string[]): Groups {
  const numbers = new Map<string, number>()
  const of = Int32Array.from(places, (key) => {
    const number = numbers.get(key) ?? numbers.size
    numbers.set(key, number)
    return number
  })
  return { keys: [...numbers.keys()], of }
}

export type Spans = Pick<Crowd, 'person' | 'from' | 'to' | 'place'>

/** Where the spans of each person begin, and of one more: how many there are. */
export function spansFrom(persons: Int32Array, people: number): Int32Array {
  const from = new Int32Array(people + 1)
  for (let span = 0; span < persons.length; span += 1) from[persons[span]! + 1]! += 1
  for (let person = 0; person < people; person += 1) from[person + 1]! += from[person]!
  return from
}

/** The spans in the order of their people. */
export function byPerson(spans: Spans, people: number): Spans & Pick<Crowd, 'spansFrom'> {
  const first = spansFrom(spans.person, people)
  const next = first.slice()
  const ordered = new Int32Array(spans.person.length)
  for (let span = 0; span < ordered.length; span += 1) {
    const person = spans.person[span]!
    ordered[next[person]!] = span
    next[person]! += 1
  }
  const inOrder = (numbers: Int32Array) => {
    const moved = new Int32Array(numbers.length)
    for (let span = 0; span < moved.length; span += 1) moved[span] = numbers[ordered[span]!]!
    return moved
  }
  const { person, from, to, place } = spans
  return {
    person: inOrder(person),
    from: inOrder(from),
    to: inOrder(to),
    place: inOrder(place),
    spansFrom: first
  }
}

/** The same people where they were on these days, of those of their spans. */
export function clippedTo(crowd: Crowd, days: { from: number; to: number }): Crowd {
  const { person, from, to, place } = crowd
  const kept = person.map((_, span) => span).filter((span) => from[span]! < days.to && to[span]! > days.from)
  const spans = {
    ...{ person: kept.map((span) => person[span]!), place: kept.map((span) => place[span]!) },
    from: kept.map((span) => Math.max(from[span]!, days.from)),
    to: kept.map((span) => Math.min(to[span]!, days.to))
  }
  return { ...crowd, ...byPerson(spans, crowd.joined.length) }
}

/** Whether somebody was in one place all the time. */
export const hasOneSpan = ({ spansFrom }: Pick<Crowd, 'spansFrom'>, person: number): boolean =>
  spansFrom[person + 1]! - spansFrom[person]! === 1

/** The span in which somebody is on a day: the only one, whatever the day; -1 where there is none. */
export function spanOn({ spansFrom, from, to }: Crowd, person: number, day: number): number {
  const first = spansFrom[person]!
  const end = spansFrom[person + 1]!
  if (end - first === 1) return first
  for (let span = first; span < end; span += 1) if (day >= from[span]! && day < to[span]!) return span
  return -1
}

/** Whether somebody was employed on a day of [from, to). */
export const isEmployed = (
  { joined, last }: Pick<Crowd, 'joined' | 'last'>,
  person: number,
  { from, to }: { from: number; to: number }
): boolean => joined[person]! < to && (last[person] === NO_DAY || last[person]! >= from)
