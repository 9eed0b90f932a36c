import { sql } from 'drizzle-orm'
import t, { type Test } from 'tap'
import { recordAudit } from '../../../src/audit/record-audit.ts'
import { testApp } from '../../helpers/app.ts'
import { type Employee, insertEmployee, insertTeam } from '../../helpers/people.ts'
import { isolatedBy, type Members } from './attack.ts'
import { drawsFrom } from './random-events.ts'

/** Mondays: the weeks of the quarter. */
const WEEKS = Array.from({ length: 13 }, (_, week) =>
  new Date(Date.parse('2027-01-04T00:00:00Z') + week * 7 * 86_400_000).toISOString().slice(0, 10)
)
/** The Monday after. */
const END = '2027-04-05'
const PAIRS = 500
/** Weeks from and until before: few, so that pairs often differ in one filter alone, which is how such sums are taken apart. */
const PERIODS = [
  [0, 4],
  [0, 13],
  [1, 13],
  [4, 9]
] as const
const KINDS = ['team', 'site', 'level', 'tenure', 'period&per=week', 'period&per=month'] as const

interface Place {
  team: string
  site: string
  level: string
}
interface Person extends Place {
  employee: Employee
  joinedOn: string
  /** From the Monday on: another place. */
  moves: { week: number; at: string; place: Place }[]
}

/**
 * Nearly fifty people in teams of 1 to 12, on two sites, of whom some move: made so that careless sums tell of single
 * people. One is a team of their own; one of team A sits where otherwise team S sits alone.
 */
async function lopsidedCompany(t: Test, seed: number) {
  const app = await testApp(t, { now: '2027-01-01T08:00:00Z' })
  const { db, clock } = app
  const { below, oneOf } = drawsFrom(seed)
  const teams = new Map<string, Awaited<ReturnType<typeof insertTeam>>>()
  const people: Person[] = []
  for (const [name, size] of Object.entries({ A: 12, B: 9, C: 7, D: 6, E: 5, H: 1, S: 8 })) {
    teams.set(name, await insertTeam(db, name))
    for (let at = 0; at < size; at += 1) {
      // Team S is the site SE, but for one person of A who sits there too.
      const site = name === 'S' || (name === 'A' && at === 1) ? 'SE' : 'NO'
      const level = at === 0 ? 'lead' : 'staff'
      const joinedOn = oneOf([
        '2012-03-01',
        '2019-06-01',
        '2022-02-15',
        '2024-02-01',
        '2026-02-01',
        '2026-11-01'
      ])
      const email = `${name}${at}@fjordlys.example`
      const traits = {
        email,
        level,
        country: site,
        joinedOn,
        createdAt: new Date('2020-01-01'),
        grants: people.length === 0 ? ['hr' as const] : []
      }
      const employee = await insertEmployee(db, `${name} ${at}`, teams.get(name)!, {
        ...traits,
        level: level as 'lead'
      })
      people.push({ employee, joinedOn, team: name, site, level, moves: [] })
    }
  }
  for (let week = 5; week < WEEKS.length; week += 1) {
    const person = oneOf(
      people.filter(({ team, site }) => team !== 'H' && (site === 'NO' || team === 'S')).slice(1)
    )
    const before = person.moves.at(-1)?.place ?? person
    const team = oneOf([...teams.keys()].filter((name) => name !== 'H'))
    const place = { team, site: team === 'S' ? 'SE' : 'NO', level: before.level }
    clock.set(`${WEEKS[week]}T00:00:00Z`)
    person.moves.push({ week, at: WEEKS[week]!, place })
    await db.transaction(async (tx) => {
      await tx.execute(
        sql`update employees set team_id = ${teams.get(place.team)!.id}, country = ${place.site} where id = ${person.employee.id}`
      )
      const ctx = { db, now: clock.now, actor: null, requestId: null }
      await recordAudit(tx, ctx, {
        action: 'employee.changed',
        objectType: 'employee',
        objectId: person.employee.id
      })
    })
  }
  clock.set('2027-04-10T08:00:00Z')
  const ask = async (query: string) => {
    const reply = await app.as(people[0]!.employee).get(`/api/participation?${query}`)
    if (reply.statusCode !== 200) throw new Error(reply.body)
    return reply.json() as { rows: { group: string }[]; totals: object | null }
  }
  return { people, ask, below, oneOf }
}

interface Asked {
  by: string
  from: number
  to: number
  asOf: string
}

const BANDS = [10, 5, 3, 1, 0]
const NAMES = new Map([
  [0, 'under 1 year'],
  [1, '1 to 3 years'],
  [3, '3 to 5 years'],
  [5, '5 to 10 years'],
  [10, '10 years or more']
])

/** Where somebody is in a week, as it was known at a moment; written down apart from the queries. */
function groupOf({ moves, joinedOn, ...first }: Person, { by, asOf }: Asked, week: number): string {
  const known = moves.filter((move) => move.week <= week && move.at <= asOf)
  const place = known.at(-1)?.place ?? first
  if (by === 'tenure') {
    const years = (day: string, count: number) => `${Number(day.slice(0, 4)) + count}${day.slice(4)}`
    return NAMES.get(BANDS.find((band) => years(joinedOn, band) <= WEEKS[week]!) ?? 0)!
  }
  return place[by as keyof Place]
}

/** The members of every row that was shown: of named groups, of periods, of those shown together, and of the total. */
function membersOf(
  people: Person[],
  asked: Asked,
  shown: { rows: { group: string }[]; totals: object | null }
): Members[] {
  const cells: { id: string; group: string; week: number }[] = people.flatMap((person) =>
    WEEKS.slice(asked.from, asked.to).map((_, at) => {
      const week = asked.from + at
      const group = asked.by.startsWith('period')
        ? nameOfPeriod(asked.by, week)
        : groupOf(person, asked, week)
      return { id: person.employee.id, group, week }
    })
  )
  const parts = shown.rows.map(({ group }) => group.split(' + '))
  const named = new Set(parts.flat())
  const rows = parts.map((names) => {
    const isRest = names.includes('fewer than five')
    const inRow = cells.filter(({ group }) => names.includes(group) || (isRest && !named.has(group)))
    return new Set(inRow.map(({ id, week }) => `${id} ${week}`))
  })
  return shown.totals ? [...rows, new Set(cells.map(({ id, week }) => `${id} ${week}`))] : rows
}

/** Months may cut weeks in two; here a week is of the month of its Monday and is left out where that matters. */
function nameOfPeriod(by: string, week: number): string {
  const name = by.endsWith('week') ? `2027-W${String(week + 1).padStart(2, '0')}` : WEEKS[week]!.slice(0, 7)
  return name
}

t.test(`${PAIRS} random pairs of reports isolate nobody, whatever is added and taken away`, async (t) => {
  const { people, ask, oneOf } = await lopsidedCompany(t, 1)
  const known = new Map<string, Members[]>()
  const draw = async (): Promise<{ key: string; rows: Members[] }> => {
    const [from, to] = oneOf(PERIODS)
    const asked = { by: oneOf(KINDS), from, to, asOf: oneOf(['2027-03-02', '2027-04-10']) }
    const query = `by=${asked.by}&fromOn=${WEEKS[from]}&toOn=${WEEKS[to] ?? END}&asOf=${asked.asOf}`
    if (!known.has(query)) known.set(query, membersOf(people, asked, await ask(query)))
    return { key: query, rows: known.get(query)! }
  }
  const found: string[] = []
  const pool: { key: string; rows: Members[] }[] = []
  for (let at = 0; at < 120; at += 1) pool.push(await draw())
  for (let pair = 0; pair < PAIRS; pair += 1) {
    const [one, other] = [oneOf(pool), oneOf(pool)]
    const isolated = isolatedBy([...one.rows, ...other.rows])
    if (isolated.length > 0) found.push(`${one.key} beside ${other.key}: ${isolated.join(', ')}`)
  }
  t.strictSame(found, [])
  t.ok(
    pool.some(({ rows }) => rows.length > 3),
    'and something is shown'
  )
})

t.test(
  'the attack finds people out where groups are only left out, or kinds of groups are decided apart',
  async (t) => {
    const { people } = await lopsidedCompany(t, 1)
    const asked = { by: 'team', from: 0, to: 1, asOf: '2027-04-10' }
    const shown = (...groups: string[]) => ({ rows: groups.map((group) => ({ group })), totals: {} })
    const alone = people.find(({ team }) => team === 'H')!.employee.id
    const leftOut = membersOf(people, asked, shown('A', 'B', 'C', 'D', 'E', 'S'))
    t.strictSame(isolatedBy(leftOut), [alone], 'the total less the teams that are shown')
    const away = people.find(({ team, site }) => team === 'A' && site === 'SE')!.employee.id
    const teams = membersOf(people, asked, shown('A', 'B', 'C', 'D', 'E', 'S + H'))
    const sites = membersOf(people, { ...asked, by: 'site' }, shown('NO', 'SE'))
    t.ok(isolatedBy([...membersOf(people, asked, shown('S')), ...sites]).includes(away), 'Sweden less team S')
    t.ok(teams.length === 7)
  }
)
