import t from 'tap'
import { DEED_INTS, DEED_SHORTS } from '../../db/schema/person-days.ts'
import { randomFrom } from '../../src/engine/plan/random.ts'
import { dateOfDayNumber } from '../../src/engine/time/day-number.ts'
import { IdTable } from '../../src/reports/id-table.ts'
import { COLUMNS, type Column, MEASURES } from '../../src/reports/measures.ts'
import { type Crowd, groupsOf, isEmployed } from '../../src/reports/queries/crowd.ts'
import { BOOK_INTS, TRACK_INTS } from '../../src/reports/queries/lines.ts'
import { NO_DAY, wordsOf } from '../../src/reports/queries/packed.ts'
import { activitiesOf, type Grouping, sumsFor, type TrackRows } from '../../src/reports/sum-activity.ts'

/** Thirty days from day 1000, of a dozen people: some join or leave in them or before, some move from team to team. */
const FROM = 1000
const TO = 1030
const TEAMS = ['a', 'b', 'c']
const whole = { fromOn: dateOfDayNumber(FROM), toOn: dateOfDayNumber(TO) }

type Line = Record<Column | 'day' | 'carried_out' | 'out_until', number> & { person: number }

function somebody(seed: number): { crowd: Crowd; lines: Line[] } {
  const random = randomFrom(seed)
  const people = 12
  const spans: { person: number; from: number; to: number; place: number }[] = []
  const spansFrom = new Int32Array(people + 1)
  for (let person = 0; person < people; person += 1) {
    const cut = random(3) === 0 ? FROM + 1 + random(TO - FROM - 1) : TO
    spans.push({ person, from: FROM, to: cut, place: random(TEAMS.length) })
    if (cut < TO) spans.push({ person, from: cut, to: TO, place: random(TEAMS.length) })
    spansFrom[person + 1] = spans.length
  }
  const each = (of: (at: number) => number, count = people) => new Int32Array(count).map((_, at) => of(at))
  const ids = new IdTable()
  for (let person = 0; person < people; person += 1) ids.add(wordsOf(Buffer.from(idOf(person))), 0)
  const crowd: Crowd = {
    ...{ ids, spansFrom, groups: { team: groupsOf(TEAMS) } },
    ...{ fte: each(() => 100), home: each(() => -1) },
    joined: each(() => FROM - 10 + random(25)),
    last: each(() => (random(2) === 0 ? NO_DAY : FROM - 5 + random(45))),
    person: each((at) => spans[at]!.person, spans.length),
    from: each((at) => spans[at]!.from, spans.length),
    to: each((at) => spans[at]!.to, spans.length),
    place: each((at) => spans[at]!.place, spans.length)
  }
  return { crowd, lines: Array.from({ length: 40 }, () => lineOf(random, people)) }
}

const idOf = (person: number) => Uint8Array.from({ length: 16 }, (_, at) => (at === 15 ? person : 0))

function lineOf(random: (below: number) => number, people: number): Line {
  const counted = COLUMNS.map((name) => {
    if (name === 'credited') return [name, 60]
    if (!MEASURES.includes(name as 'worked')) return [name, 15 * random(2)]
    return [name, random(3) > 0 ? 0 : random(4) === 0 ? -15 : 15 * random(9)]
  })
  return {
    ...Object.fromEntries(counted),
    person: random(people),
    day: FROM + random(TO - FROM),
    carried_out: random(100),
    out_until: random(2) === 0 ? NO_DAY : FROM + random(40)
  }
}

/** As the database sends it, with a line of somebody whom nobody asked for. */
function sent(lines: readonly Line[], ints: readonly string[], shorts: readonly string[]): Buffer {
  const rows = [...lines, { ...lines[0]!, person: 255 }].map((line) => {
    const shortsFrom = 16 + 8 * Math.ceil(ints.length / 2)
    const row = Buffer.alloc(shortsFrom + 8 * Math.ceil(shorts.length / 4))
    row.set(idOf(line.person))
    ints.forEach((name, at) => {
      row.writeInt32BE(line[name as 'day'] ?? 0, 16 + 4 * at)
    })
    shorts.forEach((name, at) => {
      row.writeInt16BE(line[name as 'day'], shortsFrom + 2 * at)
    })
    return row
  })
  return Buffer.concat(rows)
}

/** Adds up the lines in parts, each as what was done and what is in the books: mixed ones, and then any that come by pieces. */
function sumActivity(
  { crowd, lines }: ReturnType<typeof somebody>,
  {
    grouping,
    rows,
    pieceOf
  }: { grouping: Grouping | TrackRows; rows: number; pieceOf?: (day: number) => number }
) {
  const byTrack = grouping.kind === 'track'
  const sums = sumsFor(crowd, { grouping: byTrack ? null : grouping, whole })
  const ints = byTrack ? [...DEED_INTS, ...TRACK_INTS] : DEED_INTS
  const take = (part: readonly Line[], mixed: boolean) =>
    sums.take({ deeds: sent(part, ints, DEED_SHORTS), books: sent(part, BOOK_INTS, []), mixed })
  const mixed = pieceOf ? 10 : lines.length
  for (const part of [lines.slice(0, 5), lines.slice(5, mixed)]) take(part, true)
  const pieces = new Map<number, Line[]>()
  for (const line of lines.slice(mixed)) {
    const piece = pieceOf?.(line.day) ?? 0
    pieces.set(piece, [...(pieces.get(piece) ?? []), line])
  }
  for (const part of pieces.values()) take(part, false)
  return activitiesOf(crowd, sums, { grouping, whole, rows })
}

/** The same by plain words: all lines of a row, person by person. */
function plainly({ crowd, lines }: ReturnType<typeof somebody>, row: Row) {
  const sums = new Map<number, Record<string, number>>()
  for (const line of lines) {
    const at = (name: keyof Line) => line[name]
    const { person } = line
    if (!row.has(person, at('day'))) continue
    const own = sums.get(person) ?? Object.fromEntries(MEASURES.map((name) => [name, 0]))
    sums.set(person, own)
    const out = at('out_until') !== NO_DAY && at('out_until') < row.to ? at('carried_out') : 0
    for (const name of MEASURES) own[name]! += row.amount ? row.amount(name, at) : at(name)
    if (!row.amount || row.amount('carried', () => 1) === 1) own.carried! += out
  }
  const active = [...sums].filter(([, own]) => MEASURES.some((name) => own[name] !== 0))
  const inside = active.filter(([person]) => row.isInside(crowd, person))
  const amounts = (of: (own: Record<string, number>) => number) =>
    active
      .map(([, own]) => of(own))
      .filter((amount) => amount > 0)
      .sort((a, b) => a - b)
  const ranked = (all: number[]) => ({
    people: all.length,
    sum: all.reduce((sum, amount) => sum + amount, 0),
    squares: all.reduce((sum, amount) => sum + amount ** 2, 0),
    ranked: all.reduce((sum, amount, at) => sum + amount * (2 * (at + 1) - 1), 0)
  })
  return {
    ...Object.fromEntries(
      MEASURES.map((name) => [name, active.reduce((sum, [, own]) => sum + own[name]!, 0)])
    ),
    outside: active.length - inside.length,
    inside: inside.length,
    wereAsked: inside.filter(([, own]) => own.asked! > 0).length,
    tookPart: active.filter(([, own]) => own.shifts! > 0 || own.worked! > 0 || own.credited! > 0).length,
    minutes: ranked(amounts((own) => own.worked! + own.credited!)),
    points: ranked(amounts((own) => own.odd_points!))
  }
}

interface Row {
  has: (person: number, day: number) => boolean
  isInside: (crowd: Crowd, person: number) => boolean
  to: number
  amount?: (name: string, at: (name: keyof Line) => number) => number
}

const isEmployedIn = (from: number, to: number) => (crowd: Crowd, person: number) =>
  isEmployed(crowd, person, { from, to })
const SEEDS = Array.from({ length: 40 }, (_, seed) => seed + 1)

t.test(
  'groups: everybody counts where they were on the day, and inside where they were employed then',
  async (t) => {
    const keys = [
      { key: 'a', row: 0 },
      { key: 'b', row: 0 },
      { key: 'c', row: 1 }
    ]
    for (const seed of SEEDS) {
      const company = somebody(seed)
      const { crowd } = company
      const spansOf = (person: number, row: number) =>
        [...crowd.person.keys()].filter(
          (span) => crowd.person[span] === person && keys[crowd.place[span]!]!.row === row
        )
      const rowOf = (row: number): Row => ({
        has: (person, day) =>
          spansOf(person, row).some((span) => day >= crowd.from[span]! && day < crowd.to[span]!),
        isInside: (_, person) =>
          spansOf(person, row).some((span) =>
            isEmployed(crowd, person, { from: crowd.from[span]!, to: crowd.to[span]! })
          ),
        to: TO
      })
      const did = sumActivity(company, { grouping: { kind: 'team', keys }, rows: 2 })
      t.strictSame(did.rows, [plainly(company, rowOf(0)), plainly(company, rowOf(1))], `seed ${seed}`)
      t.strictSame(did.whole, plainly(company, { has: () => true, isInside: isEmployedIn(FROM, TO), to: TO }))
      const people = [...crowd.joined.keys()]
      const employed = [0, 1].map((row) => people.filter((who) => rowOf(row).isInside(crowd, who)).length)
      t.strictSame(did.employed, employed)
    }
  }
)

t.test(
  'pieces of time: days of none are left out, and what left the books counts in what goes on behind',
  async (t) => {
    const days: [number, number][] = [
      [FROM, FROM + 9],
      [FROM + 14, TO]
    ]
    const pieces = days.map(([from, to]) => ({
      name: String(from),
      fromOn: dateOfDayNumber(from),
      toOn: dateOfDayNumber(to)
    }))
    const grouping: Grouping = { kind: 'period', pieces }
    for (const seed of SEEDS) {
      const company = somebody(seed)
      const has = (from: number, to: number) => (_: number, day: number) => day >= from && day < to
      const pieceOf = (day: number) => days.findIndex(([from, to]) => day >= from && day < to)
      const did = sumActivity(company, { grouping, rows: 2, pieceOf })
      t.strictSame(sumActivity(company, { grouping, rows: 2 }), did, 'whether or not they come by pieces')
      const rows = days.map(([from, to]) =>
        plainly(company, { has: has(from, to), isInside: isEmployedIn(from, to), to })
      )
      t.strictSame(did.rows, rows, `seed ${seed}`)
      const shown = (person: number, day: number) => days.some(([from, to]) => has(from, to)(person, day))
      t.strictSame(did.whole, plainly(company, { has: shown, isInside: isEmployedIn(FROM, TO), to: TO }))
    }
  }
)

t.test(
  'tracks: all but credited hours of their own belongs to live contact, whichever tracks are one row',
  async (t) => {
    const others = ['reviewed', 'help_pages', 'call_backs'] as const
    for (const seed of SEEDS) {
      const company = somebody(seed)
      for (const rowOfTrack of [
        [0, 1, 2, 3],
        [1, 0, 0, 1],
        [0, 0, 0, 0]
      ]) {
        const rows = Math.max(...rowOfTrack) + 1
        const grouping: TrackRows = { kind: 'track', rowOfTrack }
        const did = sumActivity(company, { grouping, rows })
        for (let row = 0; row < rows; row += 1) {
          const isLive = rowOfTrack[0] === row
          const own = others.filter((_, at) => rowOfTrack[at + 1] === row)
          const amount: Row['amount'] = (name, at) => {
            if (name !== 'credited') return isLive ? at(name as 'worked') : 0
            const live = at('credited') - others.reduce((sum, track) => sum + at(track), 0)
            return own.reduce((sum, track) => sum + at(track), isLive ? live : 0)
          }
          const expected = plainly(company, {
            ...{ has: () => true, isInside: isEmployedIn(FROM, TO), to: TO, amount }
          })
          t.strictSame(did.rows[row], expected, `seed ${seed}, row ${row} of ${rowOfTrack}`)
        }
      }
    }
  }
)
