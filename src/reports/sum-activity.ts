import { dayNumberOf } from '../engine/time/day-number.ts'
import type { Period } from '../lib/period.ts'
import { type Activity, Count, type RowOf, Sums } from './add-up.ts'
import { AT, dayOf, LINE_WIDTH, type Lines } from './lines.ts'
import { type Crowd, isEmployed } from './queries/crowd.ts'
import { TRACK_INTS } from './queries/lines.ts'
import type { KeyKind } from './queries/spans.ts'
import { spanOn } from './sizes.ts'
import type { NamedPeriod } from './split-period.ts'

/** How rows are told apart: by what people are, each key with the place of its row, by what they do, or by when. */
export type Grouping =
  | { kind: KeyKind; keys: readonly { key: string; row: number }[] }
  | { kind: 'track'; rowOfTrack: readonly number[] }
  | { kind: 'period'; pieces: readonly NamedPeriod[] }

/** What was done in each row and by everybody in any of them; `employed`: how many were, where rows are groups of people. */
export interface Activities {
  rows: Activity[]
  whole: Activity
  employed: number[] | null
}

const NO_ROW = -1

/** Adds up everything that people did in the period, by row and for everybody together. */
export function sumActivity(
  crowd: Crowd,
  lines: Lines,
  { grouping, whole, rows }: { grouping: Grouping; whole: Period; rows: number }
): Activities {
  const days = daysOf(whole)
  const everywhere: RowOf = { end: days.to, isInside: (who) => isEmployed(crowd, who, days) }
  const sums = new Sums(lines, crowd.joined.length)
  if (grouping.kind === 'track') {
    const all = new Int32Array(lines.count).map((_, line) => line)
    const addRow = (row: number) => sums.addUp(all, { ...everywhere, ...trackRow(grouping, lines, row) })
    return { rows: times(rows, addRow), whole: sums.addUp(all, everywhere), employed: null }
  }
  if (grouping.kind === 'period') {
    const { rowOfLine, rowAt } = byPiece(crowd, lines, grouping)
    const linesOf = sortedByRow(lines.count, rows, rowOfLine)
    const addRow = (row: number) => sums.addUp(linesOf(row), rowAt(row))
    return { rows: times(rows, addRow), whole: sums.addUp(linesOf(null), everywhere), employed: null }
  }
  const { rowOfLine, rowAt, employed } = byGroup(crowd, lines, { grouping, rows, whole: days })
  const linesOf = sortedByRow(lines.count, rows, rowOfLine)
  // Most people are in one row, and whatever they did: they count in the whole as they do there.
  const isAllHere = (who: number) => crowd.only[who] !== -1
  const all = new Count(crowd.joined.length)
  const each = times(rows, (row) => sums.addUp(linesOf(row), rowAt(row), { count: all, isAllHere }))
  const movers = linesOf(null).filter((line) => !isAllHere(lines.person[line]!))
  sums.addUp(movers, everywhere, { count: all, isAllHere: () => true })
  return { rows: each, whole: all.activity(), employed }
}

const times = <Result>(count: number, of: (at: number) => Result) =>
  Array.from({ length: count }, (_, at) => of(at))

interface Days {
  from: number
  to: number
}

const daysOf = ({ fromOn, toOn }: Period): Days => ({ from: dayNumberOf(fromOn), to: dayNumberOf(toOn) })

/** All but credited hours belongs to live contact; several tracks may be one row. */
function trackRow(
  { rowOfTrack }: Extract<Grouping, { kind: 'track' }>,
  { numbers }: Lines,
  row: number
): Pick<RowOf, 'credited' | 'hasOthers'> {
  const others = TRACK_INTS.map((name) => AT[name])
  const isIn = rowOfTrack.map((other) => other === row)
  return {
    hasOthers: isIn[0]!,
    credited: (line) => {
      const from = line * LINE_WIDTH
      let minutes = isIn[0] ? numbers[from + AT.credited]! : 0
      others.forEach((track, at) => {
        const own = numbers[from + track]!
        if (isIn[at + 1] !== isIn[0]) minutes += isIn[0] ? -own : own
      })
      return minutes
    }
  }
}

/** By pieces of the period; days of no piece are in no row. */
function byPiece(crowd: Crowd, lines: Lines, { pieces }: Extract<Grouping, { kind: 'period' }>) {
  const days = pieces.map(daysOf)
  const first = Math.min(...days.map(({ from }) => from))
  const rowOn = new Int32Array(Math.max(0, ...days.map(({ to }) => to - first))).fill(NO_ROW)
  days.forEach(({ from, to }, row) => {
    rowOn.fill(row, from - first, to - first)
  })
  return {
    rowOfLine: (line: number) => rowOn[dayOf(lines, line) - first] ?? NO_ROW,
    rowAt: (row: number): RowOf => ({
      end: days[row]!.to,
      isInside: (who) => isEmployed(crowd, who, days[row]!)
    })
  }
}

/** By where people were on the day; who was in one place all the time is in its row with all they did. */
function byGroup(
  crowd: Crowd,
  lines: Lines,
  { grouping, rows, whole }: { grouping: Extract<Grouping, { keys: unknown }>; rows: number; whole: Days }
) {
  const rowOfKey = new Map(grouping.keys.map(({ key, row }) => [key, row]))
  const rowOfPlace = crowd.keys[grouping.kind]!.map((key) => rowOfKey.get(key) ?? NO_ROW)
  const rowOfSpan = crowd.place.map((place) => rowOfPlace[place]!)
  const { employed, wasIn } = employedIn(crowd, rowOfSpan, rows)
  return {
    employed,
    rowOfLine: (line: number) => {
      const span = spanOn(crowd, lines.person[line]!, dayOf(lines, line))
      return span === -1 ? NO_ROW : rowOfSpan[span]!
    },
    rowAt: (row: number): RowOf => ({
      end: whole.to,
      isInside: (who) => (crowd.only[who] === -1 ? wasIn(who, row) : isEmployed(crowd, who, whole))
    })
  }
}

/** How many people were employed in each row, each counted once, and who of those in several places. */
function employedIn(crowd: Crowd, rowOfSpan: Int32Array, rows: number) {
  const employed = new Array<number>(rows).fill(0)
  const known = new Set<number>()
  const { person, from, to, only } = crowd
  rowOfSpan.forEach((row, span) => {
    const who = person[span]!
    if (row === NO_ROW || !isEmployed(crowd, who, { from: from[span]!, to: to[span]! })) return
    const name = who * rows + row
    if (known.has(name)) return
    if (only[who] === -1) known.add(name)
    employed[row]! += 1
  })
  return { employed, wasIn: (who: number, row: number) => known.has(who * rows + row) }
}

/** Lines in the order of their rows: those of one, or of all. */
function sortedByRow(lines: number, rows: number, rowOfLine: (line: number) => number) {
  const rowOf = new Int32Array(lines)
  for (let line = 0; line < lines; line += 1) rowOf[line] = rowOfLine(line)
  const ends = new Int32Array(rows)
  for (const row of rowOf) if (row !== NO_ROW) ends[row]! += 1
  for (let row = 1; row < rows; row += 1) ends[row]! += ends[row - 1]!
  const sorted = new Int32Array(ends.at(-1) ?? 0)
  const starts = ends.slice()
  for (let line = lines - 1; line >= 0; line -= 1) {
    const row = rowOf[line]!
    if (row === NO_ROW) continue
    starts[row]! -= 1
    sorted[starts[row]!] = line
  }
  return (row: number | null) => (row === null ? sorted : sorted.subarray(starts[row], ends[row]))
}
