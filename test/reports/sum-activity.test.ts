import t from 'tap'
import { randomFrom } from '../../src/engine/plan/random.ts'
import { dateOfDayNumber } from '../../src/engine/time/day-number.ts'
import { IdTable } from '../../src/reports/id-table.ts'
import { AT, LINE_WIDTH, type Lines, MEASURES } from '../../src/reports/lines.ts'
import { type Crowd, isEmployed } from '../../src/reports/queries/crowd.ts'
import { NO_DAY } from '../../src/reports/queries/packed.ts'
import { type Grouping, sumActivity } from '../../src/reports/sum-activity.ts'

/** Thirty days from day 1000, of a dozen people: some join or leave in them or before, some move from team to team. */
const FROM = 1000
const TO = 1030
const TEAMS = ['a', 'b', 'c']

function somebody(seed: number): { crowd: Crowd; lines: Lines } {
  const random = randomFrom(seed)
  const people = 12
  const spans: { person: number; from: number; to: number; place: number }[] = []
  const several = new Map<number, number[]>()
  const only = new Int32Array(people)
  for (let person = 0; person < people; person += 1) {
    const cut = random(3) === 0 ? FROM + 1 + random(TO - FROM - 1) : TO
    only[person] = cut === TO ? spans.length : -1
    spans.push({ person, from: FROM, to: cut, place: random(TEAMS.length) })
    if (cut === TO) continue
    several.set(person, [spans.length - 1, spans.length])
    spans.push({ person, from: cut, to: TO, place: random(TEAMS.length) })
  }
  const each = (of: (at: number) => number, count = people) => new Int32Array(count).map((_, at) => of(at))
  const crowd: Crowd = {
    ...{ ids: new IdTable(), only, several, keys: { team: TEAMS } },
    ...{ fte: each(() => 100), home: each(() => -1) },
    joined: each(() => FROM - 10 + random(25)),
    last: each(() => (random(2) === 0 ? NO_DAY : FROM - 5 + random(45))),
    person: each((at) => spans[at]!.person, spans.length),
    from: each((at) => spans[at]!.from, spans.length),
    to: each((at) => spans[at]!.to, spans.length),
    place: each((at) => spans[at]!.place, spans.length)
  }
  return { crowd, lines: linesOf(random, people) }
}

function linesOf(random: (below: number) => number, people: number): Lines {
  const count = 40
  const lines = { count, person: new Int32Array(count), numbers: new Int32Array(count * LINE_WIDTH) }
  for (let line = 0; line < count; line += 1) {
    const put = (name: keyof typeof AT, value: number) => {
      lines.numbers[line * LINE_WIDTH + AT[name]] = value
    }
    lines.person[line] = random(people)
    put('day', FROM + random(TO - FROM))
    for (const name of MEASURES) if (random(3) === 0) put(name, random(4) === 0 ? -15 : 15 * random(9))
    put('credited', 60)
    for (const name of ['reviewed', 'help_pages', 'call_backs'] as const) put(name, 15 * random(2))
    put('carried_out', random(100))
    put('out_until', random(2) === 0 ? NO_DAY : FROM + random(40))
  }
  return lines
}

/** The same by plain words: all lines of a row, person by person. */
function plainly({ crowd, lines }: ReturnType<typeof somebody>, row: Row) {
  const sums = new Map<number, Record<string, number>>()
  for (let line = 0; line < lines.count; line += 1) {
    const at = (name: keyof typeof AT) => lines.numbers[line * LINE_WIDTH + AT[name]]!
    const person = lines.person[line]!
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
  amount?: (name: string, at: (name: keyof typeof AT) => number) => number
}

const isEmployedIn = (from: number, to: number) => (crowd: Crowd, person: number) =>
  isEmployed(crowd, person, { from, to })
const whole = { fromOn: dateOfDayNumber(FROM), toOn: dateOfDayNumber(TO) }
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
      const { crowd, lines } = company
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
      const did = sumActivity(crowd, lines, { grouping: { kind: 'team', keys }, whole, rows: 2 })
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
      const did = sumActivity(company.crowd, company.lines, { grouping, whole, rows: 2 })
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
        const grouping: Grouping = { kind: 'track', rowOfTrack }
        const did = sumActivity(company.crowd, company.lines, { grouping, whole, rows })
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
