import { DEED_INTS, DEED_SHORTS } from '../../db/schema/person-days.ts'
import { AT, COLUMNS, MEASURES } from './measures.ts'
import type { Crowd } from './queries/crowd.ts'
import { BOOK_INTS, type PackedLines, TRACK_INTS } from './queries/lines.ts'
import { ID_WORDS, NO_DAY, PackedRows } from './queries/packed.ts'
import type { TrackNotes } from './track-notes.ts'

export const NO_ROW = -1

/** Which rows there are. */
export interface Rows {
  /** In which row it counts what somebody does on a day. */
  rowOn: (person: number, day: number) => number
  /** Up to which day, from this one on, somebody stays in the row; of those without end, the last day there is. */
  staysUntil: (person: number, day: number) => number
  /** The day after the last of a row: what left the books by then counts in it. */
  endOf: (row: number) => number
  /** The same of all together. */
  end: number
  /** How many sums there will be about, at most: one of each person in each row that they can be in. */
  most: number
}

/** Room for so many sums is made at once; of what is not used the system keeps no memory. */
const ROOM = 1_000_000

/** Where the hours of a line begin in it. */
const HOURS_FROM = DEED_INTS.indexOf('worked')
const HOURS = DEED_INTS.length - HOURS_FROM
/** Shorts come two in a word. */
const PAIRS = DEED_SHORTS.length / 2
const TRACKS_FROM = AT[TRACK_INTS[0]]
export const DAY_OF_DEED = DEED_INTS.indexOf('day')
const TRACKS = DEED_INTS.indexOf('tracks')
const BOOK = Object.fromEntries(BOOK_INTS.map((name, at) => [name, at])) as Record<
  (typeof BOOK_INTS)[number],
  number
>

export const DAY_OF_BOOK = BOOK.day

/** Adds what was done in a line that begins at `at` to the numbers that begin at `room`. */
export function addDeeds(
  numbers: Int32Array,
  room: number,
  { words, shortsAt }: PackedRows,
  at: number
): void {
  const hours = at + ID_WORDS + HOURS_FROM
  for (let int = 0; int < HOURS; int += 1) numbers[room + int]! += words[hours + int]!
  for (let pair = 0; pair < PAIRS; pair += 1) {
    const word = words[at + shortsAt + pair]!
    // Most are none at all.
    if (word === 0) continue
    numbers[room + HOURS + 2 * pair]! += word >> 16
    numbers[room + HOURS + 2 * pair + 1]! += (word << 16) >> 16
  }
}

interface Book {
  lines: PackedRows
  line: number
  row: number
  rows: Rows
}

/** Adds what the books say; returns what left them too late for the row, but not for all together. */
export function addBooks(numbers: Int32Array, room: number, { lines, line, row, rows }: Book): number {
  numbers[room + AT.waived]! += lines.int(line, BOOK.waived)
  numbers[room + AT.carried]! += lines.int(line, BOOK.carried)
  // What left a period of the books counts only where the days go on behind it.
  const until = lines.int(line, BOOK.out_until)
  const out = lines.int(line, BOOK.carried_out)
  if (until === NO_DAY) return 0
  if (rows.endOf(row) <= until) return rows.end > until ? out : 0
  numbers[room + AT.carried]! += out
  return 0
}

/** Three words are needed; of four, those of a person lie in one piece of memory that the processor reads at once. */
const KNOWN = 4

/** Sums of what people did, by row and person, added up as lines come in. */
export class Sums {
  /** How many numbers each has. */
  readonly width: number
  /** Of each sum: whose and of which row it is, and the one before of the same person. */
  person: Int32Array
  row: Int32Array
  private before: Int32Array
  numbers: Int32Array
  count = 0
  /** By person: one more than the latest of their sums; 0 for none. Lines come by row, so it is mostly the one. */
  private readonly latest: Int32Array
  /**
   * By person: the days [from, until) of which it is known where the numbers begin, and where. What else tells it lies apart by
   * person and by span, and looking at each of these takes longer than adding the numbers.
   */
  private readonly known: Int32Array
  /** What left the books of somebody too late for the row, but not for all together. */
  readonly late = new Map<number, number>()

  constructor(
    private readonly crowd: Crowd,
    private readonly rows: Rows,
    /** Where tracks are asked for. */
    readonly tracks: TrackNotes | null
  ) {
    this.width = tracks ? COLUMNS.length : MEASURES.length
    const most = Math.min(rows.most, ROOM)
    this.person = new Int32Array(most)
    this.row = new Int32Array(most)
    this.before = new Int32Array(most)
    this.numbers = new Int32Array(most * this.width)
    this.latest = new Int32Array(crowd.joined.length)
    this.known = new Int32Array(crowd.joined.length * KNOWN)
  }

  /** Adds these lines; those of people who are not in the crowd are left out. */
  take({ deeds, books }: PackedLines): void {
    const ints = DEED_INTS.length + (this.tracks ? TRACK_INTS.length : 0)
    if (deeds) this.takeDeeds(new PackedRows(deeds, { ints, shorts: DEED_SHORTS.length }))
    if (books) this.takeBooks(new PackedRows(books, { ints: BOOK_INTS.length }))
  }

  private takeDeeds(lines: PackedRows): void {
    const { crowd, tracks } = this
    const { words, stride, count } = lines
    for (let line = 0, at = 0; line < count; line += 1, at += stride) {
      const person = crowd.ids.find(words, at)
      if (person === -1) continue
      const ints = at + ID_WORDS
      const day = words[ints + DAY_OF_DEED]!
      tracks?.note(person, day, words[ints + TRACKS]!)
      const room = this.roomOn(person, day)
      if (room === NO_ROW) continue
      const { numbers } = this
      addDeeds(numbers, room, lines, at)
      if (!tracks) continue
      for (let track = 0; track < TRACK_INTS.length; track += 1)
        numbers[room + TRACKS_FROM + track]! += words[ints + DEED_INTS.length + track]!
    }
  }

  private takeBooks(lines: PackedRows): void {
    const { ids } = this.crowd
    for (let line = 0; line < lines.count; line += 1) {
      const person = ids.find(lines.words, lines.idAt(line))
      if (person === -1) continue
      const row = this.rows.rowOn(person, lines.int(line, DAY_OF_BOOK))
      const at = this.roomFor(person, row)
      if (at === NO_ROW) continue
      const late = addBooks(this.numbers, at, { lines, line, row, rows: this.rows })
      if (late !== 0) this.late.set(person, (this.late.get(person) ?? 0) + late)
    }
  }

  /** Where the numbers of somebody begin on a day; `NO_ROW` where there are none. */
  private roomOn(person: number, day: number): number {
    const known = this.known
    const at = person * KNOWN
    if (day < known[at + 1]! && day >= known[at]!) return known[at + 2]!
    const room = this.roomFor(person, this.rows.rowOn(person, day))
    known[at] = day
    known[at + 1] = this.rows.staysUntil(person, day)
    known[at + 2] = room
    return room
  }

  /** Where the numbers of somebody in a row begin; `NO_ROW` where there is none. */
  private roomFor(person: number, row: number): number {
    if (row === NO_ROW) return NO_ROW
    let later = -1
    let sum = this.latest[person]! - 1
    while (sum !== -1 && this.row[sum]! > row) {
      later = sum
      sum = this.before[sum]!
    }
    if (sum !== -1 && this.row[sum] === row) return sum * this.width
    const next = this.count
    if (next === this.row.length) this.grow()
    this.count += 1
    this.person[next] = person
    this.row[next] = row
    this.before[next] = sum
    if (later === -1) this.latest[person] = next + 1
    else this.before[later] = next
    return next * this.width
  }

  private grow(): void {
    this.person = doubled(this.person)
    this.row = doubled(this.row)
    this.before = doubled(this.before)
    this.numbers = doubled(this.numbers)
  }

  /** Calls `take` with everybody who has any, and with what they did in all rows together. */
  eachWhole(take: (person: number, numbers: Int32Array, at: number) => void): void {
    const { width, numbers, late } = this
    const together = new Int32Array(width)
    for (let person = 0; person < this.latest.length; person += 1) {
      const sum = this.latest[person]! - 1
      if (sum === -1) continue
      // Most have one sum, which is taken as it is.
      if (this.before[sum] === -1 && !late.has(person)) take(person, numbers, sum * width)
      else {
        this.addAll(sum, together)
        together[AT.carried]! += late.get(person) ?? 0
        take(person, together, 0)
      }
    }
  }

  /** Adds up a sum and all before it of the same person. */
  private addAll(last: number, together: Int32Array): void {
    together.fill(0)
    for (let sum = last; sum !== -1; sum = this.before[sum]!)
      for (let column = 0; column < this.width; column += 1)
        together[column]! += this.numbers[sum * this.width + column]!
  }
}

function doubled(numbers: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(2 * numbers.length)
  larger.set(numbers)
  return larger
}
