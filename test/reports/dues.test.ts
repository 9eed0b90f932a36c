import t from 'tap'
import { dueMinutes } from '../../src/engine/ledger/due-minutes.ts'
import type { EffectiveQuota } from '../../src/engine/ledger/quota-in-force.ts'
import { waivedMinutes } from '../../src/engine/ledger/waived-minutes.ts'
import { randomFrom } from '../../src/engine/plan/random.ts'
import { dateOfDayNumber, dayNumberOf } from '../../src/engine/time/day-number.ts'
import { Dues } from '../../src/reports/dues.ts'
import { IdTable, idWords } from '../../src/reports/id-table.ts'
import { type Crowd, groupsOf } from '../../src/reports/queries/crowd.ts'
import { NO_DAY } from '../../src/reports/queries/packed.ts'

/** Two quarters, and people of two teams of which the second has a quota of its own, as one person has. */
const WHOLE = { fromOn: '2027-01-01', toOn: '2027-07-01' }
const FIRST = dayNumberOf(WHOLE.fromOn)
const DAYS = dayNumberOf(WHOLE.toOn) - FIRST
const TEAMS = ['a', 'b']
const idOf = (person: number) => `01900000-0000-7000-8000-0000000000${person.toString(16).padStart(2, '0')}`

const house: EffectiveQuota = {
  ...{ scope: 'organisation', minutes: 240, perWeeks: 4 },
  ...{ fromOn: '2026-01-01', toOn: '2027-05-10' }
}
const team: EffectiveQuota = {
  ...{ scope: 'team', minutes: 100, perWeeks: 3 },
  ...{ fromOn: '2027-02-10', toOn: '2027-06-01' }
}
const own: EffectiveQuota = { scope: 'person', minutes: 77, perWeeks: 7, fromOn: '2027-03-01', toOn: null }
const OWN = 3
const quotas = {
  teams: ['b'],
  people: [idOf(OWN), idOf(200)],
  of: (reach: string) => (reach === 'b' ? [house, team] : reach === idOf(OWN) ? [house, own] : [house])
}

interface Days {
  person: number
  fromOn: string
  toOn: string
}

/** As the database packs them: an id and two days. */
function sent(all: readonly Days[]): Buffer | null {
  const rows = all.map(({ person, fromOn, toOn }) => {
    const row = Buffer.alloc(24)
    row.write(idOf(person).replaceAll('-', ''), 'hex')
    row.writeInt32BE(dayNumberOf(fromOn), 16)
    row.writeInt32BE(dayNumberOf(toOn), 20)
    return row
  })
  return rows.length === 0 ? null : Buffer.concat(rows)
}

interface Person {
  fte: number
  joinedOn: string
  lastOn: string | null
  home: number
  /** On which day they went from their team to the other one; null: never. */
  movedOn: string | null
}

function crowdOf(people: readonly Person[]): Crowd {
  const ids = new IdTable()
  people.forEach((_, person) => void ids.add(idWords(idOf(person)), 0))
  const spans = people.flatMap(({ home, movedOn }, person) => {
    const cut = movedOn === null ? FIRST + DAYS : dayNumberOf(movedOn)
    const stay = { person, from: FIRST, to: cut, place: home }
    return movedOn === null ? [stay] : [stay, { person, from: cut, to: FIRST + DAYS, place: 1 - home }]
  })
  const each = <Item>(items: readonly Item[], of: (item: Item) => number) => Int32Array.from(items, of)
  return {
    ids,
    fte: each(people, ({ fte }) => fte),
    joined: each(people, ({ joinedOn }) => dayNumberOf(joinedOn)),
    last: each(people, ({ lastOn }) => (lastOn ? dayNumberOf(lastOn) : NO_DAY)),
    home: each(people, ({ home }) => home - 1),
    ...{ person: each(spans, ({ person }) => person), place: each(spans, ({ place }) => place) },
    ...{ from: each(spans, ({ from }) => from), to: each(spans, ({ to }) => to) },
    spansFrom: Int32Array.from(
      { length: people.length + 1 },
      (_, at) => spans.filter(({ person }) => person < at).length
    ),
    groups: { team: groupsOf(TEAMS) }
  }
}

/** People by chance, with days off that come in no order; long absences of one person lie apart, exempt days need not. */
function somebody(seed: number) {
  const random = randomFrom(seed)
  const day = (from: number, below: number) => dateOfDayNumber(FIRST + from + random(below))
  const people = Array.from({ length: 12 }, (): Person => {
    const lastOn = random(4) === 0 ? day(-20, DAYS + 40) : null
    return {
      fte: [100, 80, 33][random(3)]!,
      joinedOn: random(3) === 0 ? day(-20, DAYS + 10) : '2020-01-01',
      lastOn,
      home: random(2),
      movedOn: random(3) === 0 ? day(1, DAYS - 1) : null
    }
  })
  const away = people.flatMap((_, person) =>
    [100, 0, -60].slice(random(4)).map((begin) => {
      const from = FIRST + begin + random(20)
      return { person, fromOn: dateOfDayNumber(from), toOn: dateOfDayNumber(from + 14 + random(30)) }
    })
  )
  const exempt = people.flatMap((_, person) =>
    Array.from({ length: random(5) === 0 ? 2 : 0 }, () => {
      const from = FIRST - 10 + random(DAYS)
      return { person, fromOn: dateOfDayNumber(from), toOn: dateOfDayNumber(from + 1 + random(60)) }
    })
  )
  return { people, away, exempt }
}

/** What a person owes by the engine, asked for each by themselves. */
function owedBy({ people, away, exempt }: ReturnType<typeof somebody>, person: number) {
  const { fte, joinedOn, lastOn, home } = people[person]!
  return (fromOn: string, toOn: string) => {
    const question = {
      person: { ftePercent: fte, joinedOn, leavesOn: lastOn },
      quotas: quotas.of(person === OWN ? idOf(OWN) : TEAMS[home]!),
      longAbsences: away.filter((days) => days.person === person),
      ...{ fromOn, toOn }
    }
    const days = exempt.filter((days) => days.person === person)
    return { due: dueMinutes(question), waived: waivedMinutes(question, days) }
  }
}

const stranger = { person: 99, fromOn: '2027-02-01', toOn: '2027-05-01' }
const duesOf = ({ people, away, exempt }: ReturnType<typeof somebody>) =>
  new Dues(crowdOf(people), {
    quotas,
    off: { away: sent([stranger, ...away]), exempt: sent([...exempt, stranger]) }
  })

const SEEDS = Array.from({ length: 60 }, (_, seed) => seed + 1)

t.test('in each period all together owe what each does by the engine', async (t) => {
  const periods = [
    WHOLE,
    { fromOn: '2027-01-01', toOn: '2027-02-01' },
    { fromOn: '2027-03-07', toOn: '2027-05-20' }
  ]
  let waived = 0
  for (const seed of SEEDS) {
    const all = somebody(seed)
    const expected = periods.map(({ fromOn, toOn }) => {
      const each = all.people.map((_, person) => owedBy(all, person)(fromOn, toOn))
      const sum = (of: (owed: { due: number; waived: number }) => number) =>
        each.reduce((total, owed) => total + of(owed), 0)
      return { dueMinutes: sum(({ due }) => due), waivedMinutes: sum(({ waived }) => waived) }
    })
    waived += expected[0]!.waivedMinutes
    const dues = duesOf(all)
    t.strictSame(dues.byPeriod(periods), expected, `seed ${seed}`)
    t.strictSame([...dues.byKey(null, WHOLE)], [['', expected[0]]], `and of no groups, seed ${seed}`)
  }
  t.ok(waived > 1000, 'exemptions waived much')
})

t.test('a team owes what its people owed while they were there, and teams add up to all', async (t) => {
  for (const seed of SEEDS) {
    const all = somebody(seed)
    const expected = TEAMS.map((_, team) =>
      all.people.reduce(
        (sum, { home, movedOn }, person) => {
          const owed = owedBy(all, person)
          const { fromOn, toOn } = WHOLE
          const [whole, before] = [owed(fromOn, toOn), owed(fromOn, movedOn ?? toOn)]
          const isHome = home === team
          return {
            dueMinutes: sum.dueMinutes + (isHome ? before.due : whole.due - before.due),
            waivedMinutes: sum.waivedMinutes + (isHome ? before.waived : whole.waived - before.waived)
          }
        },
        { dueMinutes: 0, waivedMinutes: 0 }
      )
    )
    const byTeam = duesOf(all).byKey('team', WHOLE)
    t.strictSame(
      [...byTeam],
      [
        ['a', expected[0]],
        ['b', expected[1]]
      ],
      `seed ${seed}`
    )
  }
})
