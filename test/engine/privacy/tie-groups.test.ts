import t from 'tap'
import { publishGroups } from '../../../src/engine/privacy/publish-groups.ts'
import { tieGroups } from '../../../src/engine/privacy/tie-groups.ts'
import { rankOf } from '../../http/reports/attack.ts'
import { drawsFrom } from '../../http/reports/random-events.ts'

type Person = readonly number[]

/** A few places, each of one person or many: the fewer places, the more sums tell. */
function fewPlaces({ below, oneOf }: ReturnType<typeof drawsFrom>): Person[] {
  const kinds = [2 + below(2), 2 + below(2), 2 + below(2), 1 + below(2)]
  const places = Array.from({ length: 4 + below(8) }, () => kinds.map((groups) => below(groups)))
  return places.flatMap((place) => Array.from({ length: oneOf([1, 1, 3, 9]) }, () => place))
}

/** People of teams that are mostly at one site each, each with a level and a band that few or many have. */
function someCompany({ below, oneOf }: ReturnType<typeof drawsFrom>): Person[] {
  const [sites, levels, bands] = [2 + below(2), 2 + below(2), 2 + below(2)]
  const stray = 2 + below(8)
  return Array.from({ length: 2 + below(4) }, (_, team) => ({
    team,
    home: below(sites),
    size: 5 + below(12)
  })).flatMap(({ team, home, size }) =>
    Array.from(
      { length: size },
      (): Person => [
        team,
        below(stray) === 0 ? below(sites) : home,
        below(oneOf([2, 4, 9])) === 0 ? below(levels) : team % levels,
        below(oneOf([2, 4])) === 0 ? below(bands) : (team + home) % bands
      ]
    )
  )
}

const ONE_DAY = 20_800

/** The groups of each kind, kind after kind, as reports decide them; `tied`: or without looking at three at once. */
function decide(people: readonly Person[], tied: boolean): number[][][] {
  const decided: number[][][] = []
  for (let kind = 0; kind < 4; kind += 1) {
    const keys = [...new Set(people.map((person) => person[kind]!))]
    const sizes = keys.map((key) => ({
      key: String(key),
      changes: [[ONE_DAY, people.filter((person) => person[kind] === key).length]] as [number, number][]
    }))
    const others = decided.map((groups, other) => ({
      groups: groups.map((group) => group.map(String)),
      cells: cellsOf(people, kind, other)
    }))
    const shown = (publishGroups(sizes, others) ?? [keys.map(String)]).map((group) => group.map(Number))
    decided.push(tied && kind > 1 ? tieGroups(shown, placesOf(people, decided, kind)) : shown)
  }
  return decided
}

function cellsOf(people: readonly Person[], kind: number, other: number) {
  const counts = new Map<string, number>()
  for (const person of people) {
    const name = `${person[kind]} ${person[other]}`
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return [...counts].map(([name, people]) => ({ a: name.split(' ')[0]!, b: name.split(' ')[1]!, people }))
}

function placesOf(people: readonly Person[], decided: readonly number[][][], kind: number) {
  const counts = new Map<string, number>()
  for (const person of people) counts.set(person.join(), (counts.get(person.join()) ?? 0) + 1)
  const places = [...counts.keys()].map((name) => name.split(',').map(Number))
  return {
    decided: decided.map((groups, other) =>
      Int32Array.from(places, (place) => groups.findIndex((group) => group.includes(place[other]!)))
    ),
    asked: Int32Array.from(places, (place) => place[kind]!),
    people: Int32Array.from(counts.values())
  }
}

/** All sets of fewer than five people of whom some sum is had from all groups of all kinds together, by their places. */
function isolatedIn(people: readonly Person[], decided: readonly number[][][]): string[][] {
  const counts = new Map<string, number>()
  for (const person of people) counts.set(person.join(), (counts.get(person.join()) ?? 0) + 1)
  const places = [...counts.keys()].map((name) => ({ name, at: name.split(',').map(Number) }))
  const rows = decided.flatMap((groups, kind) =>
    groups.map((group) => places.map(({ at }) => (group.includes(at[kind]!) ? 1 : 0)))
  )
  const rankWithout = (out: ReadonlySet<string>) =>
    rankOf(rows.map((row) => row.filter((_, at) => !out.has(places[at]!.name))))
  const all = rankWithout(new Set())
  return setsOf(places.map(({ name }) => name)).filter((names) => {
    const few = names.reduce((sum, name) => sum + counts.get(name)!, 0)
    return few < 5 && rankWithout(new Set(names)) < all
  })
}

/** Up to four of them, for a place has one person at least. */
const setsOf = (names: readonly string[], most = 4): string[][] =>
  most === 0
    ? []
    : names.flatMap((name, at) => [
        [name],
        ...setsOf(names.slice(at + 1), most - 1).map((rest) => [name, ...rest])
      ])

t.test('groups of four kinds at once, added and taken away, tell of no fewer than five people', async (t) => {
  let [told, single] = [0, 0]
  for (let seed = 1; seed <= 300; seed += 1) {
    const people = fewPlaces(drawsFrom(seed))
    if (people.length < 5) continue
    const apart = isolatedIn(people, decide(people, false))
    if (apart.length > 0) told += 1
    if (apart.some((names) => people.filter((person) => names.includes(person.join())).length === 1))
      single += 1
    t.strictSame(isolatedIn(people, decide(people, true)), [], `company ${seed}`)
  }
  t.ok(
    told > 5 && single > 1,
    `${told} were told of by kinds that are only looked at two by two, ${single} of them alone`
  )
})

t.test('and hardly a company has fewer rows for it', async (t) => {
  let [apart, tied] = [0, 0]
  for (let seed = 1; seed <= 300; seed += 1) {
    const people = someCompany(drawsFrom(seed))
    apart += decide(people, false).flat().length
    tied += decide(people, true).flat().length
  }
  t.ok(tied < apart && tied > 0.98 * apart, `${tied} rows of ${apart}`)
})

t.test('who is there on some days only keeps groups apart and ties none', async (t) => {
  const decided = [Int32Array.of(0, 0, 1, 1), Int32Array.of(0, 0, 0, 0)]
  const asked = Int32Array.of(0, 1, 0, 1)
  const shown = [[0], [1]]
  t.strictSame(tieGroups(shown, { decided, asked, people: Int32Array.of(9, 6, 9, -1) }), shown)
  t.strictSame(tieGroups(shown, { decided, asked, people: Int32Array.of(9, 4, 9, -1) }), [[0, 1]])
  t.strictSame(tieGroups(shown, { decided, asked, people: Int32Array.of(9, 0, 9, -1) }), [[0, 1]])
  t.strictSame(tieGroups(shown, { decided, asked, people: Int32Array.of(9, -1, 9, -1) }), shown)
  const onDays = () => [Int32Array.of(9, 5, 9, -1), Int32Array.of(9, -1, 9, -1)]
  const changing = { decided, asked, people: Int32Array.of(9, 0, 9, -1), onDays }
  t.strictSame(tieGroups(shown, changing), shown, 'unless they do on each of the days')
  const thinner = () => [...onDays(), Int32Array.of(9, 4, 9, -1)]
  t.strictSame(tieGroups(shown, { ...changing, onDays: thinner }), [[0, 1]])
})
