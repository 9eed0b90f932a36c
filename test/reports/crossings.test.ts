import t from 'tap'
import { thinCut } from '../../src/engine/privacy/thin-cut.ts'
import { tieGroups } from '../../src/engine/privacy/tie-groups.ts'
import {
  crossingsBetween,
  groupsByPlace,
  peopleByPlace,
  peopleOnDays,
  staysIn
} from '../../src/reports/crossings.ts'
import { IdTable } from '../../src/reports/id-table.ts'
import { byPerson, type Crowd } from '../../src/reports/queries/crowd.ts'
import { NO_DAY } from '../../src/reports/queries/packed.ts'
import { type ShownOfMonth, tieMonths } from '../../src/reports/tie-months.ts'
import { drawsFrom } from '../http/reports/random-events.ts'

const [FROM, MIDDLE, TO] = [1000, 1010, 1030]
const MONTH = { from: FROM, to: TO }
const TEAMS = ['a', 'b', 'c', 'd']
const SITES = ['NO', 'SE', 'DE']
const LEVELS = ['staff', 'lead']
const PLACES = TEAMS.length * SITES.length * LEVELS.length

interface Person {
  joined?: number
  last?: number
  spans: { from: number; to: number; team: number; site: number; level?: number }[]
}

function crowdFrom(people: readonly Person[]): Crowd {
  const spans = people.flatMap(({ spans }, person) => spans.map((span) => ({ person, ...span })))
  const numbers = (of: (span: (typeof spans)[number]) => number) => Int32Array.from(spans, of)
  const places = LEVELS.flatMap((level) =>
    TEAMS.flatMap((team) => SITES.map((site) => ({ team, site, level })))
  )
  return {
    ids: new IdTable(),
    ...{ fte: new Int32Array(people.length).fill(100), home: new Int32Array(people.length).fill(-1) },
    joined: Int32Array.from(people, ({ joined = 0 }) => joined),
    last: Int32Array.from(people, ({ last = NO_DAY }) => last),
    ...byPerson(
      {
        ...{ person: numbers(({ person }) => person), from: numbers(({ from }) => from) },
        to: numbers(({ to }) => to),
        place: numbers(({ team, site, level = 0 }) => (level * TEAMS.length + team) * SITES.length + site)
      },
      people.length
    ),
    groups: {
      team: { keys: [...TEAMS], of: Int32Array.from(places, ({ team }) => TEAMS.indexOf(team)) },
      site: { keys: [...SITES], of: Int32Array.from(places, ({ site }) => SITES.indexOf(site)) },
      level: { keys: [...LEVELS], of: Int32Array.from(places, ({ level }) => LEVELS.indexOf(level)) }
    }
  }
}

const always = (team: number, site: number): Person => ({ spans: [{ ...MONTH, team, site }] })

const TEAM_SITE = ['team', 'site'] as const
const cellsIn = (people: readonly Person[]) => {
  const crowd = crowdFrom(people)
  return crossingsBetween(crowd, TEAM_SITE)(staysIn(crowd, [MONTH], PLACES)[0]!)
}
const many = (count: number, person: Person) => Array.from({ length: count }, () => person)
const span = (from: number, to: number, team: number, site: number) => ({ from, to, team, site })

t.test('what is between groups counts day by day', async (t) => {
  const company = [...many(9, always(0, 0)), ...many(9, always(1, 1))]
  const a = { a: 'a', b: 'NO', people: 9 }
  const b = { a: 'b', b: 'SE', people: 9 }
  t.strictSame(cellsIn(company), [], 'nobody is')
  t.strictSame(cellsIn([...company, ...many(4, always(0, 1))]), [[a, { a: 'a', b: 'SE', people: 4 }, b]])
  t.strictSame(cellsIn([...company, ...many(5, always(0, 1))]), [], 'five are enough')
  const moves = { spans: [span(FROM, MIDDLE, 0, 1), span(MIDDLE, TO, 0, 0)] }
  t.strictSame(cellsIn([...company, ...many(5, moves)]), [], 'and so are they on some of the days')
  const later = { spans: [span(FROM, MIDDLE, 0, 0), span(MIDDLE, TO, 0, 1)] }
  t.strictSame(
    cellsIn([...company, ...many(3, moves), ...many(4, later)]),
    [
      [{ ...a, people: 13 }, { a: 'a', b: 'SE', people: 3 }, b],
      [{ ...a, people: 12 }, { a: 'a', b: 'SE', people: 4 }, b]
    ],
    'seven are too few where three are it first and four later'
  )
  const [joins, leaves] = [
    { ...always(0, 1), joined: MIDDLE },
    { ...always(0, 1), last: MIDDLE - 1 }
  ]
  t.equal(cellsIn([...company, ...many(5, joins), ...many(4, leaves)]).length, 1)
  t.equal(cellsIn([...company, ...many(5, joins), ...many(5, leaves)]).length, 0)
  t.equal(cellsIn([...company, { ...always(0, 1), last: FROM - 1 }]).length, 0, 'who has left is nowhere')
})

t.test('what hangs together by enough people is left out, and nothing else is', async (t) => {
  const { below } = drawsFrom(3)
  let thick = 0
  for (let round = 0; round < 400; round += 1) {
    const cells = TEAMS.flatMap((_, team) =>
      SITES.map((_, site) => ({ team, site, people: below(3) > 0 ? below(8) : 0 }))
    )
    const people = cells.flatMap(({ team, site, people }) => many(people, always(team, site)))
    const all = cells
      .filter(({ people }) => people > 0)
      .map(({ team, site, people }) => ({ a: TEAMS[team]!, b: SITES[site]!, people }))
    const found = cellsIn(people)
    if (found.length === 0) {
      thick += 1
      t.equal(thinCut(all, 5), null)
    } else t.strictSame(found, [all])
  }
  t.ok(thick > 10 && thick < 390, `${thick} of them are thick`)
})

t.test('of each place it is told who is there on all days, on some and on each', async (t) => {
  const moves = { spans: [span(FROM, MIDDLE, 0, 1), span(MIDDLE, TO, 1, 1)] }
  const crowd = crowdFrom([...many(3, always(0, 0)), ...many(2, moves)])
  const [month] = staysIn(crowd, [MONTH], PLACES)
  const placeOf = (team: number, site: number) => team * SITES.length + site
  const inPlaces = (people: Int32Array) =>
    [placeOf(0, 0), placeOf(0, 1), placeOf(1, 1)].map((at) => people[at])
  t.strictSame(inPlaces(peopleByPlace(month!)), [3, 0, 0])
  t.strictSame([...peopleOnDays(month!)].map(inPlaces), [
    [3, 2, -1],
    [3, -1, 2]
  ])
  t.equal(peopleByPlace(month!)[placeOf(3, 2)], -1, 'and nobody in the others')
})

t.test('groups that are shown together have one number by place, all others one of their own', async (t) => {
  const teams = crowdFrom([]).groups.team!
  const numbersOf = (shown: string[][]) => {
    const numbers = groupsByPlace(teams, shown)
    return TEAMS.map((_, team) => numbers[team * SITES.length])
  }
  t.equal(new Set(numbersOf([['a'], ['b'], ['c'], ['d']])).size, 4)
  const [a, b, c, d] = numbersOf([['a'], ['d', 'b'], ['c']])
  t.equal(b, d)
  t.equal(new Set([a, b, c]).size, 3)
})

t.test('groups of many months are tied at once just as those of each month by itself are', async (t) => {
  const { below } = drawsFrom(11)
  const months = [0, 1, 2, 3, 4].map((month) => ({ from: FROM + 6 * month, to: FROM + 6 * (month + 1) }))
  let [together, apart] = [0, 0]
  for (let round = 0; round < 60; round += 1) {
    const people = Array.from({ length: 20 + below(100) }, (): Person => {
      // Mostly team a leads, and team b is led: together they tie more than each by itself.
      const place = () => {
        const level = below(10) === 0 ? 1 : 0
        return { team: below(4) === 0 ? below(3) : 1 - level, site: below(2), level }
      }
      const moves = below(8) === 0 ? FROM + 1 + below(28) : TO
      const spans = [
        { from: FROM, to: moves, ...place() },
        { from: moves, to: TO, ...place() }
      ]
      return {
        spans: spans.filter(({ from, to }) => from < to),
        joined: below(9) === 0 ? FROM + below(30) : 0
      }
    })
    const crowd = crowdFrom(people)
    const beside = (month: number): ShownOfMonth['before'] => [
      ['team', month % 2 === 0 ? [['a'], ['b'], ['c']] : [['a', 'b'], ['c']]],
      ['site', [['NO'], ['SE']]]
    ]
    const shown = staysIn(crowd, months, PLACES).map((month, at): ShownOfMonth => {
      const groups = at === 2 && round % 3 === 0 ? null : [['staff'], ['lead']]
      return { month, groups, before: beside(at) }
    })
    const byItself = ({ month, groups, before }: ShownOfMonth) => {
      const decided = before.map(([kind, groups]) => groupsByPlace(crowd.groups[kind]!, groups))
      const asked = crowd.groups.level!.of
      const of = { decided, asked, people: peopleByPlace(month), onDays: () => peopleOnDays(month) }
      return groups && tieGroups([[0], [1]], of).map((group) => group.map((key) => LEVELS[key]!).sort())
    }
    const all = tieMonths(crowd, 'level', shown)
    t.strictSame(all, shown.map(byItself), `company ${round}`)
    for (const groups of all)
      if (groups?.length === 1) together += 1
      else apart += 1
  }
  t.ok(together > 20 && apart > 20, `${together} months of them show one group, ${apart} two`)
})
