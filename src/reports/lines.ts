import { setImmediate } from 'node:timers/promises'
import type { Tx } from '../../db/client.ts'
import type { Crowd } from './queries/crowd.ts'
import type { Moment } from './queries/day-facts.ts'
import { BOOK_INTS, DEED_INTS, DEED_SHORTS, listLines, TRACK_INTS } from './queries/lines.ts'
import { unpack } from './queries/packed.ts'
import type { Reach } from './queries/spans.ts'

const COLUMNS = [...DEED_INTS, ...TRACK_INTS, ...DEED_SHORTS, ...BOOK_INTS.slice(1)] as const
export type Column = (typeof COLUMNS)[number]

/** What people did: a line for each day or term of a person, by columns. Minutes, counts and days. */
export interface Lines {
  count: number
  /** By line: the number of the person. */
  person: Int32Array
  of: Record<Column, Int32Array>
}

type Asked = { moment: Moment; withTracks: boolean }

/** Reads all that the people of the crowd did in the period. Lets others have a turn between two parts of it. */
export async function readLines(tx: Tx, reach: Reach, crowd: Crowd, asked: Asked): Promise<Lines> {
  const parts = await listLines(tx, reach, asked)
  const ints = asked.withTracks ? [...DEED_INTS, ...TRACK_INTS] : [...DEED_INTS]
  const deeds = { ints, shorts: DEED_SHORTS }
  const books = { ints: BOOK_INTS, shorts: [] }
  const bytes = parts.reduce((sum, part) => sum + (part.deeds?.length ?? 0) + (part.books?.length ?? 0), 0)
  const lines = emptyLines(Math.ceil(bytes / LEAST_BYTES))
  for (const part of parts) {
    if (part.deeds) takeLines(lines, part.deeds, deeds, crowd)
    if (part.books) takeLines(lines, part.books, books, crowd)
    await setImmediate()
  }
  return lines
}

/** An id and the columns of books; deeds have more. */
const LEAST_BYTES = 40

const emptyLines = (most: number): Lines => ({
  count: 0,
  person: new Int32Array(most),
  of: Object.fromEntries(COLUMNS.map((name) => [name, new Int32Array(most)])) as Lines['of']
})

interface Layout {
  ints: readonly Column[]
  shorts: readonly Column[]
}

function takeLines(lines: Lines, bytes: Buffer, { ints, shorts }: Layout, crowd: Crowd): void {
  const intsInto = ints.map((name) => lines.of[name])
  const shortsInto = shorts.map((name) => lines.of[name])
  unpack(bytes, { ints: ints.length, shorts: shorts.length }, (id, { int, short }) => {
    const person = crowd.numberOf.get(id)
    if (person === undefined) return
    const line = lines.count
    lines.count += 1
    lines.person[line] = person
    for (let at = 0; at < intsInto.length; at += 1) intsInto[at]![line] = int(at)
    for (let at = 0; at < shortsInto.length; at += 1) shortsInto[at]![line] = short(at)
  })
}
