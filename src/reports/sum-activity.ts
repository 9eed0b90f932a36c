import { dayNumberOf } from '../engine/time/day-number.ts'
import type { Period } from '../lib/period.ts'
import { type Activity, Count, roomFor } from './add-up.ts'
import { AT, MEASURES } from './measures.ts'
import { PieceSums } from './piece-sums.ts'
import { type Crowd, hasOneSpan, isEmployed, spanOn } from './queries/crowd.ts'
import { TRACK_INTS } from './queries/lines.ts'
import type { KeyKind } from './queries/spans.ts'
import type { NamedPeriod } from './split-period.ts'
import { NO_ROW, type Rows, Sums } from './sums.ts'
import { TrackNotes } from './track-notes.ts'
import { monthsOf } from './whole-months.ts'

/** Rows that are known before it is known what people did: what they are, each key with the place of its row, or when. */
export type Grouping =
  | { kind: KeyKind; keys: readonly { key: string; row: number }[] }
  | { kind: 'period'; pieces: readonly NamedPeriod[] }

/** The row of each track; several tracks may be one row. */
export interface TrackRows {
  kind: 'track'
  rowOfTrack: readonly number[]
}

/** What was done in each row and by everybody in any of them; `employed`: how many were, where rows are groups of people. */
export interface Activities {
  rows: Activity[]
  whole: Activity
  employed: number[] | null
}

interface Days {
  from: number
  to: number
}

const daysOf = ({ fromOn, toOn }: Period): Days => ({ from: dayNumberOf(fromOn), to: dayNumberOf(toOn) })

/** Sums by these rows; of tracks, which rows there are shows when all is added up: by person. */
export function sumsFor(
  crowd: Crowd,
  { grouping, whole }: { grouping: Grouping | null; whole: Period }
): Sums | PieceSums {
  const end = daysOf(whole).to
  const most = Math.max(1, crowd.person.length)
  if (!grouping) {
    const notes = new TrackNotes(crowd, whole, monthsOf(whole))
    const rowOn = (_: number, day: number) => (notes.isAsked(day) ? 0 : NO_ROW)
    const staysUntil = (_: number, day: number) => (notes.isAsked(day) ? end : day + 1)
    return new Sums(crowd, { rowOn, staysUntil, endOf: () => end, end, most }, notes)
  }
  if (grouping.kind !== 'period')
    return new Sums(crowd, { ...byGroup(crowd, grouping), endOf: () => end, end, most }, null)
  const { pieces } = grouping
  return new PieceSums(crowd, pieces, { ...byPiece(pieces), end, most })
}

/** By pieces of the period; days of no piece are in no row. */
function byPiece(pieces: readonly NamedPeriod[]): Pick<Rows, 'rowOn' | 'staysUntil' | 'endOf'> {
  const days = pieces.map(daysOf)
  const first = Math.min(...days.map(({ from }) => from))
  const rows = new Int32Array(Math.max(0, ...days.map(({ to }) => to - first))).fill(NO_ROW)
  days.forEach(({ from, to }, row) => {
    rows.fill(row, from - first, to - first)
  })
  const rowOn = (_: number, day: number) => rows[day - first] ?? NO_ROW
  return { rowOn, staysUntil: (_, day) => day + 1, endOf: (row) => days[row]!.to }
}

type Groups = Extract<Grouping, { keys: unknown }>

/** By where people were on the day. */
function byGroup(crowd: Crowd, grouping: Groups): Pick<Rows, 'rowOn' | 'staysUntil'> {
  const rowOfSpan = rowsOfSpans(crowd, grouping)
  return {
    rowOn: (person, day) => {
      const span = spanOn(crowd, person, day)
      return span === -1 ? NO_ROW : rowOfSpan[span]!
    },
    staysUntil: (person, day) => {
      if (hasOneSpan(crowd, person)) return LAST_DAY
      const span = spanOn(crowd, person, day)
      return span === -1 ? day + 1 : crowd.to[span]!
    }
  }
}

/** No day is as late. */
const LAST_DAY = 2 ** 31 - 1

function rowsOfSpans(crowd: Crowd, { kind, keys }: Groups): Int32Array {
  const rowOfKey = new Map(keys.map(({ key, row }) => [key, row]))
  const groups = crowd.groups[kind]!
  const rowOfGroup = groups.keys.map((key) => rowOfKey.get(key) ?? NO_ROW)
  return crowd.place.map((place) => rowOfGroup[groups.of[place]!]!)
}

/** What the sums come to, by row and for everybody together. */
export function activitiesOf(
  crowd: Crowd,
  sums: Sums | PieceSums,
  { grouping, whole, rows }: { grouping: Grouping | TrackRows; whole: Period; rows: number }
): Activities {
  if (sums instanceof PieceSums) return { ...sums.activities(whole), employed: null }
  const days = daysOf(whole)
  const all = new Count(roomFor(crowd.joined.length))
  sums.eachWhole((person, numbers, at) => all.add(numbers, at, isEmployed(crowd, person, days)))
  const together = { whole: all.activity(), employed: null }
  if (grouping.kind === 'track')
    return { ...together, rows: tracksFrom(crowd, sums, { grouping, days, rows }) }
  if (grouping.kind === 'period') throw new TypeError('Pieces are counted as they come.')
  const { employed, wasIn } = employedIn(crowd, rowsOfSpans(crowd, grouping), rows)
  const isInside = (person: number, row: number) =>
    hasOneSpan(crowd, person) ? isEmployed(crowd, person, days) : wasIn(person, row)
  return { ...together, rows: countRows(sums, rows, isInside), employed }
}

function countRows(sums: Sums, rows: number, isInside: (person: number, row: number) => boolean): Activity[] {
  const until = new Int32Array(rows + 1)
  for (let sum = 0; sum < sums.count; sum += 1) until[sums.row[sum]! + 1]! += 1
  for (let row = 0; row < rows; row += 1) until[row + 1]! += until[row]!
  const room = roomFor(sums.count)
  const counts = Array.from({ length: rows }, (_, row) => new Count(room, until[row]!, until[row + 1]!))
  for (let sum = 0; sum < sums.count; sum += 1) {
    const row = sums.row[sum]!
    counts[row]!.add(sums.numbers, sum * sums.width, isInside(sums.person[sum]!, row))
  }
  return counts.map((count) => count.activity())
}

/** All but credited hours belongs to live contact, and of these what no other track has. */
function tracksFrom(
  crowd: Crowd,
  sums: Sums,
  { grouping, days, rows }: { grouping: TrackRows; days: Days; rows: number }
): Activity[] {
  const others = TRACK_INTS.map((name) => AT[name])
  const own = new Int32Array(MEASURES.length)
  return Array.from({ length: rows }, (_, row) => {
    const [isLive, ...isIn] = grouping.rowOfTrack.map((other) => other === row)
    const count = new Count(roomFor(sums.count))
    sums.eachWhole((person, numbers, from) => {
      if (isLive) own.set(numbers.subarray(from, from + own.length))
      else own.fill(0)
      others.forEach((track, at) => {
        if (isIn[at] !== isLive)
          own[AT.credited]! += isLive ? -numbers[from + track]! : numbers[from + track]!
      })
      count.add(own, 0, isEmployed(crowd, person, days))
    })
    return count.activity()
  })
}

/** How many people were employed in each row, each counted once, and who of those in several places. */
function employedIn(crowd: Crowd, rowOfSpan: Int32Array, rows: number) {
  const employed = new Array<number>(rows).fill(0)
  const { person, from, to, spansFrom } = crowd
  const isIn = (span: number, row: number) =>
    rowOfSpan[span] === row && isEmployed(crowd, person[span]!, { from: from[span]!, to: to[span]! })
  const wasIn = (who: number, row: number, until = spansFrom[who + 1]!) => {
    for (let span = spansFrom[who]!; span < until; span += 1) if (isIn(span, row)) return true
    return false
  }
  rowOfSpan.forEach((row, span) => {
    if (row !== NO_ROW && isIn(span, row) && !wasIn(person[span]!, row, span)) employed[row]! += 1
  })
  return { employed, wasIn: (who: number, row: number) => wasIn(who, row) }
}
