import { sql } from 'drizzle-orm'
import t, { type Test } from 'tap'
import { seasons } from '../../../db/schema/seasons.ts'
import { keepPersonDays } from '../../../src/reports/keep-person-days.ts'
import { insertEmployee } from '../../helpers/people.ts'
import { randomEvents } from './random-events.ts'
import { fifteenPeople } from './reports-cast.ts'

/** Of whole years and quarters sums are kept, too. */
const DAYS = 'fromOn=2026-01-01&toOn=2027-05-20'
const KINDS = ['team', 'level', 'tenure', 'track', 'period&per=month', 'period&per=season']

/** A quarter in the middle of the first, which goes on behind it. */
const SEASONS = [
  { name: 'Winter', fromOn: '2026-12-15', toOn: '2027-05-01' },
  { name: 'Summer', fromOn: '2027-05-01', toOn: '2027-08-01' }
]

/** A company in which much happened, also a change of clocks and shifts yet to come. */
async function lived(t: Test, seed: number) {
  const world = await fifteenPeople(t)
  const { db, as, helge, clock, people, teams } = world
  await db.execute(sql`update employees set created_at = '2020-01-01'`)
  await db.execute(sql`update quotas set created_at = '2020-01-01'`)
  await db.insert(seasons).values(SEASONS)
  const everybody = Object.values(people).flat()
  const something = randomEvents({ ...world, people: everybody, teams: Object.values(teams) }, seed)
  const ctx = { db, now: clock.now, actor: null, requestId: null }
  const happen = async (times: number) => {
    for (let time = 0; time < times; time += 1) {
      clock.set(new Date(clock.now().getTime() + 3_600_000).toISOString())
      await something()
    }
  }
  const ask = async (asOf?: string, days = DAYS) => {
    const reports: unknown[] = []
    for (const by of KINDS) {
      const reply = await as(helge).get(`/api/participation?by=${by}&${days}${asOf ? `&asOf=${asOf}` : ''}`)
      t.equal(reply.statusCode, 200, reply.body)
      reports.push({ by, ...(reply.json() as object) })
    }
    return reports
  }
  const sums = async () => [
    (await db.execute(sql`select * from person_days order by employee_id, on_day`)).rows,
    (await db.execute(sql`select * from person_terms order by employee_id, from_on, to_on`)).rows
  ]
  const forget = async () => {
    await db.execute(sql`delete from person_days`)
    await db.execute(sql`delete from person_terms`)
    await db.execute(sql`select mark_all_days()`)
  }
  /** Whoever holds the lock keeps the others from adding up: all that changed is counted from the facts. */
  const withoutKeeping = async <Answer>(work: () => Promise<Answer>) => {
    const client = await world.pool.connect()
    await client.query('begin')
    await client.query(`select pg_advisory_xact_lock(hashtextextended('person-days', 0))`)
    const answer = await work()
    await client.query('commit')
    client.release()
    return answer
  }
  const move = (zone: string) =>
    db.execute(sql`update employees set time_zone = ${zone} where id = ${everybody[2]!.id}`)
  const keep = () => keepPersonDays(ctx)
  return { ...world, happen, ask, sums, forget, withoutKeeping, move, keep, everybody }
}

for (const seed of [11, 12]) {
  t.test(`kept sums and the facts themselves give the same reports (seed ${seed})`, async (t) => {
    const { db, happen, ask, sums, forget, withoutKeeping, move, keep, work, everybody, clock } = await lived(
      t,
      seed
    )
    await work(everybody[1]!, '2027-05-10', null)
    for (const day of ['2027-03-01', '2027-03-02', '2027-03-03']) await work(everybody[2]!, day)
    await happen(40)
    await keep()
    await move('America/New_York')
    await happen(25)
    const then = clock.now().toISOString()
    const fromFacts = await withoutKeeping(async () => {
      const stale = await db.execute(sql`select 1 from stale_person_days`)
      t.ok(stale.rows.length > 10, `${stale.rows.length} marks wait`)
      return ask()
    })
    await keep()
    t.equal((await db.execute(sql`select 1 from stale_person_days`)).rows.length, 0)
    t.strictSame(await ask(), fromFacts, 'nothing is different once it is added up')

    const added = await sums()
    await forget()
    await keep()
    t.strictSame(await sums(), added, 'and adding all of it up anew gives the same sums')

    await happen(15)
    t.strictSame(
      (await ask(then)).map((report) => Object.assign(report as object, { asOf: null })),
      fromFacts.map((report) => Object.assign(report as object, { asOf: null })),
      'and as of that moment it stays'
    )

    clock.set('2028-02-01T08:00:00Z')
    const year = await ask(undefined, 'fromOn=2027-01-01&toOn=2028-02-01')
    await forget()
    t.strictSame(
      await withoutKeeping(() => ask(undefined, 'fromOn=2027-01-01&toOn=2028-02-01')),
      year,
      'a year is the same read as one and read from the facts'
    )
  })
}

t.test('what a closing carried out counts in the totals only of days that go on behind it', async (t) => {
  const { db, people, helge, read, clock } = await fifteenPeople(t)
  clock.set('2027-07-05T08:00:00Z')
  const ann = people.Product![0]!
  await db.execute(sql`
    with closing as (insert into closings (id, from_on, to_on, cap_minutes)
      values (gen_random_uuid(), '2027-01-01', '2027-04-01', 240) returning id)
    insert into ledger_entries (id, employee_id, kind, minutes, on_day, closing_id)
      select gen_random_uuid(), ${ann.id}, 'carried', minutes, on_day::date, id
      from closing, (values (-60, '2027-03-31'), (60, '2027-04-01')) as line (minutes, on_day)`)
  const carried = async (days: string) => {
    const { rows, totals } = await read(helge, `by=period&per=quarter&${days}`)
    return [...rows, totals!].map((row) => (row as unknown as { carriedMinutes: number }).carriedMinutes)
  }
  t.strictSame(await carried('fromOn=2027-01-01&toOn=2027-07-01'), [0, 60, 0])
  t.strictSame(await carried('fromOn=2027-01-01&toOn=2027-04-01'), [0, 0])
  clock.set('2028-01-05T08:00:00Z')
  t.strictSame(await carried('fromOn=2027-01-01&toOn=2028-01-01'), [0, 60, 0, 0, 0], 'the year as a whole')
  t.strictSame(await carried('fromOn=2027-01-01&toOn=2028-01-04'), [0, 60, 0, 0, 0, 0])
  const { totals } = await read(helge, 'by=team&fromOn=2027-01-01&toOn=2028-01-01')
  t.match(totals, { carriedMinutes: 0 }, 'of a year that is read as one, what went out and came in')
})

t.test('of a quarter within which somebody moved the days are read, of the others the quarter', async (t) => {
  const { db, people, teams, work, read, helge, as, clock } = await fifteenPeople(t)
  // With one more the small teams are enough by themselves, and the others are rows whoever moves.
  await insertEmployee(db, 'Legal 4', teams.Legal!, { email: 'legal.4@fjordlys.example' })
  const [ann, ben] = people.Product!.slice(1)
  await work(ann!, '2027-01-11', 60)
  await work(ann!, '2027-03-08', 30)
  await work(ben!, '2027-02-08', 15)
  clock.set('2027-02-01T08:00:00Z')
  const moved = await as(helge).patch(`/api/employees/${ann!.id}`, { teamId: people.Support![0]!.teamId })
  t.ok(moved.statusCode < 300, moved.body)
  clock.set('2027-07-05T08:00:00Z')
  const { rows } = await read(helge, 'by=team&fromOn=2027-01-01&toOn=2027-07-01')
  const worked = Object.fromEntries(rows.map(({ group, workedMinutes }) => [group, workedMinutes]))
  t.strictSame(worked, { Product: 75, Support: 30, 'fewer than five': 0 }, 'her day in March is Support’s')
  // A year is read as one, but hers by quarters, and the quarter of the move by days.
  await work(ann!, '2027-10-04', 45)
  clock.set('2028-01-05T08:00:00Z')
  const year = await read(helge, 'by=team&fromOn=2027-01-01&toOn=2028-01-01')
  const ofYear = Object.fromEntries(year.rows.map(({ group, workedMinutes }) => [group, workedMinutes]))
  t.strictSame(ofYear, { Product: 75, Support: 75, 'fewer than five': 0 })
  // What no report reads as days is not looked at.
  await db.execute(sql`delete from person_days where employee_id = ${ben!.id}`)
  t.match((await read(helge, 'by=team&fromOn=2027-01-01&toOn=2027-07-01')).rows, rows)
  await db.execute(sql`delete from person_days where employee_id = ${ann!.id}`)
  t.notSame((await read(helge, 'by=team&fromOn=2027-01-01&toOn=2027-07-01')).rows, rows)
})
