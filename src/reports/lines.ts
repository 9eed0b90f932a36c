import { setImmediate } from 'node:timers/promises'
import type { Tx } from '../../db/client.ts'
import type { Crowd } from './queries/crowd.ts'
import type { Moment } from './queries/day-facts.ts'
import { BOOK_INTS, DEED_INTS, DEED_SHORTS, listLines, TRACK_INTS } from './queries/lines.ts'
import { NO_DAY, PackedRows } from './queries/packed.ts'
import type { Reach } from './queries/spans.ts'

/** What is counted of a person in a row. */
export const MEASURES = [
  ...(['worked', 'credited', 'waived', 'carried'] as const),
  ...(['shifts', 'odd_shifts', 'odd_points', 'swaps', 'no_shows'] as const),
  ...(['learnings', 'nothing_new', 'asked'] as const)
] as const
export type Measure = (typeof MEASURES)[number]

/** Measures first, as sums have them. */
const COLUMNS = [...MEASURES, 'day', 'tracks', ...TRACK_INTS, 'carried_out', 'out_until'] as const
type Column = (typeof COLUMNS)[number]

/** Numbers of a line, and the place of each: minutes, counts and days. */
export const LINE_WIDTH = COLUMNS.length
export const AT = Object.fromEntries(COLUMNS.map((name, at) => [name, at])) as Record<Column, number>

/** What people did: a line for each day or term of a person. */
export interface Lines {
  count: number
  /** By line: the number of the person. */
  person: Int32Array
  /** By line, and in it by `AT`. */
  numbers: Int32Array
}

/** The day of a line. */
export const dayOf = ({ numbers }: Lines, line: number): number => numbers[line * LINE_WIDTH + AT.day]!

type Asked = { moment: Moment; withTracks: boolean }

/** Reads all that the people of the crowd did in the period. Lets others have a turn between two parts of it. */
export async function readLines(tx: Tx, reach: Reach, crowd: Crowd, asked: Asked): Promise<Lines> {
  const parts = await listLines(tx, reach, asked)
  const deeds = layoutOf(asked.withTracks ? [...DEED_INTS, ...TRACK_INTS] : DEED_INTS, DEED_SHORTS)
  const books = layoutOf(BOOK_INTS, [])
  const all = parts.flatMap((part) => [
    { rows: new PackedRows(part.deeds, widthsOf(deeds)), layout: deeds },
    { rows: new PackedRows(part.books, widthsOf(books)), layout: books }
  ])
  const most = all.reduce((sum, { rows }) => sum + rows.count, 0)
  const lines = { count: 0, person: new Int32Array(most), numbers: new Int32Array(most * LINE_WIDTH) }
  for (const { rows, layout } of all) {
    takeLines(lines, rows, { layout, crowd })
    await setImmediate()
  }
  return lines
}

type Layout = ReturnType<typeof layoutOf>

const layoutOf = (ints: readonly Column[], shorts: readonly Column[]) => ({
  ints: ints.map((name) => AT[name]),
  shorts: shorts.map((name) => AT[name])
})

const widthsOf = ({ ints, shorts }: Layout) => ({ ints: ints.length, shorts: shorts.length })

function takeLines(
  lines: Lines,
  rows: PackedRows,
  { layout, crowd }: { layout: Layout; crowd: Crowd }
): void {
  const { ints, shorts } = layout
  const { numbers } = lines
  const hasBooks = ints.includes(AT.out_until)
  for (let row = 0; row < rows.count; row += 1) {
    const person = crowd.ids.find(rows.bytes, rows.idAt(row))
    if (person === -1) continue
    const at = lines.count * LINE_WIDTH
    lines.person[lines.count] = person
    lines.count += 1
    if (!hasBooks) numbers[at + AT.out_until] = NO_DAY
    for (let index = 0; index < ints.length; index += 1) numbers[at + ints[index]!] = rows.int(row, index)
    for (let index = 0; index < shorts.length; index += 1)
      numbers[at + shorts[index]!] = rows.short(row, index)
  }
}
