import { DEED_INTS, DEED_SHORTS } from '../../db/schema/person-days.ts'
import { dayNumberOf } from '../engine/time/day-number.ts'
import type { Period } from '../lib/period.ts'
import { type Activity, Count, roomFor } from './add-up.ts'
import { AT, MEASURES } from './measures.ts'
import { type Crowd, isEmployed } from './queries/crowd.ts'
import { BOOK_INTS, type PackedLines } from './queries/lines.ts'
import { ID_WORDS, PackedRows } from './queries/packed.ts'
import { addBooks, addDeeds, DAY_OF_BOOK, DAY_OF_DEED, NO_ROW, type Rows, Sums } from './sums.ts'

const WIDTH = MEASURES.length

/**
 * Sums of what people did by pieces of time, where lines come piece by piece: each is added up in one place for everybody,
 * counted and forgotten, which takes the processor half as long as keeping a sum of each person in each piece. Mixed
 * lines come before all others and are kept until their piece comes.
 */
export class PieceSums {
  readonly tracks = null
  private readonly mixed: Sums
  /** Which of the mixed sums are of a piece. */
  private mixedOf: number[][] | null = null
  /** By person: of the piece at which we are, and of all before. */
  private readonly numbers: Int32Array
  private readonly together: Int32Array
  private readonly late = new Map<number, number>()
  private readonly days: readonly { from: number; to: number }[]
  private readonly did: (Activity | undefined)[]
  private readonly room
  private at = NO_ROW

  constructor(
    private readonly crowd: Crowd,
    pieces: readonly Period[],
    private readonly rows: Rows
  ) {
    const people = crowd.joined.length
    this.mixed = new Sums(crowd, { ...rows, most: FEW }, null)
    this.numbers = new Int32Array(people * WIDTH)
    this.together = new Int32Array(people * WIDTH)
    this.days = pieces.map(({ fromOn, toOn }) => ({ from: dayNumberOf(fromOn), to: dayNumberOf(toOn) }))
    this.did = pieces.map(() => undefined)
    this.room = roomFor(people)
  }

  /** Adds these lines; those of people who are not in the crowd, and of days of no piece, are left out. */
  take(lines: PackedLines): void {
    if (lines.mixed) this.mixed.take(lines)
    else this.takePiece(lines)
  }

  private takePiece(lines: PackedLines): void {
    if (lines.deeds)
      this.takeDeeds(new PackedRows(lines.deeds, { ints: DEED_INTS.length, shorts: DEED_SHORTS.length }))
    if (lines.books) this.takeBooks(new PackedRows(lines.books, { ints: BOOK_INTS.length }))
  }

  private takeDeeds(lines: PackedRows): void {
    const { crowd, numbers, rows } = this
    const { words, stride, count } = lines
    for (let line = 0, at = 0; line < count; line += 1, at += stride) {
      const person = crowd.ids.find(words, at)
      if (person === -1) continue
      const row = rows.rowOn(person, words[at + ID_WORDS + DAY_OF_DEED]!)
      if (row === NO_ROW) continue
      if (row !== this.at) this.turnTo(row)
      addDeeds(numbers, person * WIDTH, lines, at)
    }
  }

  private takeBooks(lines: PackedRows): void {
    for (let line = 0; line < lines.count; line += 1) {
      const person = this.crowd.ids.find(lines.words, lines.idAt(line))
      if (person === -1) continue
      const row = this.rows.rowOn(person, lines.int(line, DAY_OF_BOOK))
      if (row === NO_ROW) continue
      if (row !== this.at) this.turnTo(row)
      const late = addBooks(this.numbers, person * WIDTH, { lines, line, row, rows: this.rows })
      if (late !== 0) this.late.set(person, (this.late.get(person) ?? 0) + late)
    }
  }

  /** @throws {RangeError} lines of a piece that was counted already */
  private turnTo(row: number): void {
    if (this.at !== NO_ROW) this.count()
    if (this.did[row]) throw new RangeError(`Lines of piece ${row} come behind its end.`)
    this.at = row
    const { mixed } = this
    this.mixedOf ??= byRow(mixed, this.days.length)
    for (const sum of this.mixedOf[row]!) {
      const from = sum * WIDTH
      this.numbers.set(mixed.numbers.subarray(from, from + WIDTH), mixed.person[sum]! * WIDTH)
    }
  }

  /** Counts the piece at which we are. */
  private count(): void {
    const { crowd, numbers } = this
    const together = this.together
    const days = this.days[this.at]!
    const count = new Count(this.room)
    for (let person = 0, at = 0; at < numbers.length; person += 1, at += WIDTH) {
      if (!count.add(numbers, at, isEmployed(crowd, person, days))) continue
      for (let column = at; column < at + WIDTH; column += 1) together[column]! += numbers[column]!
    }
    numbers.fill(0)
    this.did[this.at] = count.activity()
    this.at = NO_ROW
  }

  /** What was done in each piece, and by everybody together; `whole` are all days that were asked for. */
  activities(whole: Period): { rows: Activity[]; whole: Activity } {
    if (this.at !== NO_ROW) this.count()
    for (let row = 0; row < this.did.length; row += 1) {
      if (this.did[row]) continue
      this.turnTo(row)
      this.count()
    }
    const { crowd } = this
    const together = this.together
    for (const late of [this.late, this.mixed.late])
      for (const [person, out] of late) together[person * WIDTH + AT.carried]! += out
    const days = { from: dayNumberOf(whole.fromOn), to: dayNumberOf(whole.toOn) }
    const all = new Count(this.room)
    for (let person = 0; person < crowd.joined.length; person += 1)
      all.add(together, person * WIDTH, isEmployed(crowd, person, days))
    return { rows: this.did.map((did) => did!), whole: all.activity() }
  }
}

/** Room for mixed sums to begin with. */
const FEW = 1024

function byRow(sums: Sums, rows: number): number[][] {
  const of: number[][] = Array.from({ length: rows }, () => [])
  for (let sum = 0; sum < sums.count; sum += 1) of[sums.row[sum]!]!.push(sum)
  return of
}
