import type { DaySpan } from '../engine/ledger/due-counter.ts'
import type { Overlap } from '../engine/privacy/publish-overlapping.ts'
import type { Crowd, Groups } from './queries/crowd.ts'
import { TRACK_ROWS } from './queries/day-facts.ts'
import { NO_DAY } from './queries/packed.ts'
import type { Kind } from './queries/spans.ts'

/** How many people have hours in which tracks; `ofPeople`: in which, as bits by person. */
export function overlapsOf(ofPeople: Uint8Array): Overlap[] {
  const people = new Int32Array(COMBINATIONS)
  for (const bits of ofPeople) people[bits]! += 1
  return overlapsFrom(people).filter(({ keys }) => keys.length > 0)
}

/** In which tracks people have hours, wherever they were. */
export function tracksOfPeople(crowd: Crowd, ofSpan: Uint8Array): Uint8Array {
  const ofPeople = new Uint8Array(crowd.joined.length)
  ofSpan.forEach((bits, span) => {
    ofPeople[crowd.person[span]!]! |= bits
  })
  return ofPeople
}

interface Beside {
  ofSpan: Uint8Array
  month: DaySpan
  kinds: readonly { kind: Kind; shown: readonly (readonly string[])[] }[]
  otherwise: (typeof TRACK_ROWS)[number]
}

/**
 * The same in a month by group of each of these kinds, groups that are shown as one together. Whoever was employed there without
 * hours counts under `otherwise`, the track that might be anybody's. All kinds at once, for going through everybody takes longest.
 */
export function overlapsBeside(crowd: Crowd, { ofSpan, month, kinds, otherwise }: Beside): Overlap[][][] {
  const ofKinds = kinds.map(({ kind, shown }) => new Rows(crowd, ofSpan, { kind, shown }))
  const { spansFrom, joined } = crowd
  const stays = new Int32Array(crowd.person.length)
  for (let person = 0; person < joined.length; person += 1) {
    let count = 0
    for (let span = spansFrom[person]!; span < spansFrom[person + 1]!; span += 1)
      if (isThere(crowd, span, month)) stays[count++] = span
    if (count > 0) for (const rows of ofKinds) rows.add(stays, count)
  }
  return ofKinds.map((rows) => rows.overlaps(otherwise))
}

/** Whether the person of a span was employed in it on a day of [from, to). */
function isThere(crowd: Crowd, span: number, days: DaySpan): boolean {
  const { person, from, to, joined, last } = crowd
  const who = person[span]!
  const first = Math.max(joined[who]!, from[span]!, days.from)
  const end = Math.min(to[span]!, days.to)
  return first < end && (last[who] === NO_DAY || first <= last[who]!)
}

/** People by group of a kind that is shown, and by the tracks in which they have hours there. */
class Rows {
  /** By place: the row of its group, or -1. */
  private readonly rowOf: Int32Array
  private readonly people: Int32Array

  constructor(
    private readonly crowd: Crowd,
    private readonly ofSpan: Uint8Array,
    { kind, shown }: Beside['kinds'][number]
  ) {
    this.rowOf = rowsByPlace(crowd.groups[kind]!, shown)
    this.people = new Int32Array(shown.length * COMBINATIONS)
  }

  /** Counts a person who was in these spans: in each row once. */
  add(stays: Int32Array, count: number): void {
    for (let at = 0; at < count; at += 1) {
      const row = this.rowAt(stays[at]!)
      if (row === -1) continue
      let bits = this.ofSpan[stays[at]!]!
      let isCounted = false
      for (let other = 0; other < count; other += 1) {
        if (other === at || this.rowAt(stays[other]!) !== row) continue
        if (other < at) isCounted = true
        bits |= this.ofSpan[stays[other]!]!
      }
      if (!isCounted) this.people[row * COMBINATIONS + bits]! += 1
    }
  }

  overlaps(otherwise: string): Overlap[][] {
    const rows: Overlap[][] = []
    for (let at = 0; at < this.people.length; at += COMBINATIONS) {
      const overlaps = overlapsFrom(this.people.subarray(at, at + COMBINATIONS))
      rows.push(overlaps.map(({ keys, people }) => ({ keys: keys.length > 0 ? keys : [otherwise], people })))
    }
    return rows
  }

  private rowAt(span: number): number {
    return this.rowOf[this.crowd.place[span]!]!
  }
}

function rowsByPlace({ keys, of }: Groups, shown: readonly (readonly string[])[]): Int32Array {
  const rowOfKey = new Map(shown.flatMap((group, row) => group.map((key) => [key, row] as const)))
  const rowOfGroup = keys.map((key) => rowOfKey.get(key) ?? -1)
  return of.map((group) => rowOfGroup[group]!)
}

const COMBINATIONS = 2 ** TRACK_ROWS.length

const KEYS_OF = Array.from({ length: COMBINATIONS }, (_, bits) =>
  TRACK_ROWS.filter((_, at) => ((bits >> at) & 1) === 1)
)

function overlapsFrom(people: Int32Array): Overlap[] {
  const overlaps: Overlap[] = []
  for (let bits = 0; bits < COMBINATIONS; bits += 1)
    if (people[bits]! > 0) overlaps.push({ keys: KEYS_OF[bits]!, people: people[bits]! })
  return overlaps
}
