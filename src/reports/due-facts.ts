import { dateOfDayNumber, dayNumberOf } from '../engine/time/day-number.ts'
import { type Crowd, isEmployed } from './queries/crowd.ts'
import type { PackedDays } from './queries/due-facts.ts'
import { keyOfId, NO_DAY, unpack } from './queries/packed.ts'
import type { KeyKind, Reach } from './queries/spans.ts'
import type { Quotas } from './read-quotas.ts'

/** People who owe alike: all that decides what each of them owes on the days of the span. */
export interface DueFacts {
  /** The group; '' where there are none. */
  key: string
  /** Whose quotas count: a team's or person's id where it has quotas of its own, or ''. */
  reach: string
  fte: number
  /** The first and last day of employment, as far as they lie in the period. */
  first: string
  last: string | null
  /** Long absences and exemptions as `FROM/TO,…`, the former with both days. */
  away: string | null
  exempt: string | null
  spanFrom: string
  spanTo: string
  people: number
}

interface Asked {
  reach: Reach
  /** How the facts are told apart; null: not by group, and each person once. */
  kind: KeyKind | null
  quotas: Quotas
  off: PackedDays
}

/** Whoever was employed on a day of the period, counted by what they owe. */
export function dueFactsOf(crowd: Crowd, { reach, kind, quotas, off }: Asked): DueFacts[] {
  const days = { from: dayNumberOf(reach.fromOn), to: dayNumberOf(reach.toOn) }
  const away = daysOf(crowd, off.away)
  const exempt = daysOf(crowd, off.exempt)
  const own = new Map(quotas.people.map((id) => [crowd.numberOf.get(keyOfId(id)), id]))
  const found = new Map<string, DueFacts>()
  const take = (person: number, group: string, from: number, to: number) => {
    const reachOf = own.get(person) ?? quotas.teams[crowd.home[person]!] ?? ''
    const first = Math.max(crowd.joined[person]!, days.from)
    const last = crowd.last[person]! < days.to ? crowd.last[person]! : NO_DAY
    const [isAway, isExempt] = [away.get(person), exempt.get(person)]
    const name = `${from} ${to} ${crowd.fte[person]} ${first} ${last} ${isAway} ${isExempt} ${reachOf} ${group}`
    const before = found.get(name)
    if (before) {
      before.people += 1
      return
    }
    found.set(name, {
      ...{ key: group, reach: reachOf, fte: crowd.fte[person]!, first: dateOfDayNumber(first) },
      last: last === NO_DAY ? null : dateOfDayNumber(last),
      ...{ away: isAway ?? null, exempt: isExempt ?? null },
      ...{ spanFrom: dateOfDayNumber(from), spanTo: dateOfDayNumber(to), people: 1 }
    })
  }
  if (kind) {
    crowd.person.forEach((person, span) => {
      if (!isEmployed(crowd, person, days)) return
      take(person, crowd.keys[kind]![crowd.place[span]!]!, crowd.from[span]!, crowd.to[span]!)
    })
  } else {
    crowd.joined.forEach((_, person) => {
      if (isEmployed(crowd, person, days)) take(person, '', days.from, days.to)
    })
  }
  return [...found.values()]
}

/** By person: days as `FROM/TO,…`, in order of time. */
function daysOf(crowd: Crowd, packed: Buffer | null): Map<number, string> {
  const found = new Map<number, string>()
  if (!packed) return found
  unpack(packed, { ints: 2, shorts: 0 }, (id, { int }) => {
    const person = crowd.numberOf.get(id)
    if (person === undefined) return
    const days = `${dateOfDayNumber(int(0))}/${dateOfDayNumber(int(1))}`
    const before = found.get(person)
    found.set(person, before === undefined ? days : `${before},${days}`)
  })
  return found
}
