import { dateOfDayNumber, dayNumberOf } from '../engine/time/day-number.ts'
import { type Crowd, isEmployed } from './queries/crowd.ts'
import type { PackedDays } from './queries/due-facts.ts'
import { NO_DAY, PackedRows } from './queries/packed.ts'
import type { KeyKind, Reach } from './queries/spans.ts'
import type { Quotas } from './read-quotas.ts'

/** People who owe alike: all that decides what each of them owes on the days of the span. */
export interface DueFacts {
  /** The group; '' where there are none. */
  key: string
  /** Whose quotas count: a team's or person's id where it has quotas of its own, or ''. */
  reach: string
  fte: number
  /** Both as one: whoever has it the same owes the same in a period in which nothing else differs. */
  alike: string
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
  const owing = owingOf(crowd, { days, quotas, off })
  const found = new Map<number, DueFacts>()
  const length = days.to - days.from + 1
  const take = (alike: number, { key, at }: { key: string; at: number }, from: number, to: number) => {
    // All four as one number: fifty thousand texts take longer to make than all else together.
    const span = (from - days.from) * length + to - days.from
    const name = (at * length * length + span) * owing.kinds.length + alike
    const before = found.get(name)
    if (before) before.people += 1
    else {
      const spanDays = { spanFrom: dateOfDayNumber(from), spanTo: dateOfDayNumber(to) }
      found.set(name, { key, ...owing.kinds[alike]!, ...spanDays, people: 1 })
    }
  }
  if (kind) {
    const groups = groupsOf(crowd.keys[kind]!)
    crowd.person.forEach((person, span) => {
      if (!isEmployed(crowd, person, days)) return
      take(owing.of[person]!, groups[crowd.place[span]!]!, crowd.from[span]!, crowd.to[span]!)
    })
  } else {
    crowd.joined.forEach((_, person) => {
      if (isEmployed(crowd, person, days)) take(owing.of[person]!, EVERYBODY, days.from, days.to)
    })
  }
  return [...found.values()]
}

const EVERYBODY = { key: '', at: 0 }

/** By place: its group, and the number of that. */
function groupsOf(keys: readonly string[]) {
  const numbers = new Map<string, number>()
  return keys.map((key) => {
    const at = numbers.get(key) ?? numbers.size
    numbers.set(key, at)
    return { key, at }
  })
}

type Owing = Omit<DueFacts, 'key' | 'spanFrom' | 'spanTo' | 'people'>

/** Who owes alike: by person the number of what they owe by. */
function owingOf(
  crowd: Crowd,
  { days, quotas, off }: { days: { from: number; to: number }; quotas: Quotas; off: PackedDays }
): { of: Int32Array; kinds: Owing[] } {
  const away = daysOf(crowd, off.away)
  const exempt = daysOf(crowd, off.exempt)
  const own = new Map(quotas.people.map((id) => [crowd.ids.numberOf(id), id]))
  const numbers = new Map<string | number, number>()
  const kinds: Owing[] = []
  const of = Int32Array.from(crowd.joined, (joined, person) => {
    const first = Math.max(joined, days.from)
    const last = crowd.last[person]! < days.to ? crowd.last[person]! : NO_DAY
    const fte = crowd.fte[person]!
    const home = crowd.home[person]!
    const [isAway, isExempt] = [away.listOf[person]!, exempt.listOf[person]!]
    const isOwn = own.size === 0 ? undefined : own.get(person)
    const isPlain = first === days.from && last === NO_DAY && isAway + isExempt === 0 && !isOwn
    const name = isPlain ? home * 128 + fte : `${home} ${fte} ${first} ${last} ${isAway} ${isExempt} ${isOwn}`
    const known = numbers.get(name)
    if (known !== undefined) return known
    const next = kinds.length
    numbers.set(name, next)
    const reach = isOwn ?? quotas.teams[home] ?? ''
    kinds.push({
      ...{ reach, fte, alike: `${reach} ${fte}`, first: dateOfDayNumber(first) },
      last: last === NO_DAY ? null : dateOfDayNumber(last),
      ...{ away: away.lists[isAway]!, exempt: exempt.lists[isExempt]! }
    })
    return next
  })
  return { of, kinds }
}

/** By person the number of a list of days, and the lists: `FROM/TO,…`, in order of time; the first has none. */
interface DaysOff {
  listOf: Int32Array
  lists: (string | null)[]
}

/** Lists have numbers because fifty thousand texts take longer to tell apart than all else here. */
function daysOf(crowd: Crowd, sent: string | null): DaysOff {
  const off: DaysOff = { listOf: new Int32Array(crowd.joined.length), lists: [null] }
  const pairs = new Map<number, number>()
  const longer = new Map<number, number>()
  const rows = new PackedRows(sent, { ints: 2 })
  for (let row = 0; row < rows.count; row += 1) {
    const person = crowd.ids.find(rows.bytes, rows.idAt(row))
    if (person === -1) continue
    const [from, to] = [rows.int(row, 0), rows.int(row, 1)]
    const pair = numberIn(pairs, from * BELOW + to)
    const before = off.listOf[person]!
    const list = numberIn(longer, before * BELOW + pair) + 1
    off.listOf[person] = list
    if (list < off.lists.length) continue
    const days = `${dateOfDayNumber(from)}/${dateOfDayNumber(to)}`
    off.lists.push(before === 0 ? days : `${off.lists[before]},${days}`)
  }
  return off
}

/** Two numbers below it are one: there are fewer days, and fewer different pairs of them. */
const BELOW = 2 ** 24

/** The number of a key, from 0, in the order in which they came. */
function numberIn(numbers: Map<number, number>, key: number): number {
  const known = numbers.get(key)
  if (known !== undefined) return known
  numbers.set(key, numbers.size)
  return numbers.size - 1
}
