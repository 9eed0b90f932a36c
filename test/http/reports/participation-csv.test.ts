import { parse } from 'csv-parse/sync'
import type pg from 'pg'
import t, { type Test } from 'tap'
import { ledgerEntries } from '../../../db/schema/ledger.ts'
import { randomFrom } from '../../../src/engine/plan/random.ts'
import { keepPersonDays } from '../../../src/reports/keep-person-days.ts'
import { fifteenPeople, type Report } from './reports-cast.ts'

const YEAR = 'fromOn=2026-07-06&toOn=2027-03-29'

/** 600 random lines of the ledger, a third of them outside of the year asked for. */
async function randomLedger(t: Test, seed: number) {
  const world = await fifteenPeople(t)
  const random = randomFrom(seed)
  const everybody = Object.values(world.people).flat()
  const pick = <Item>(items: readonly Item[]) => items[random(items.length)]!
  const dayAt = (offset: number) => new Date(Date.UTC(2026, 3, 1 + offset)).toISOString().slice(0, 10)
  await world.db.insert(ledgerEntries).values(
    Array.from({ length: 600 }, () => ({
      employeeId: pick(everybody).id,
      kind: pick(['worked', 'worked', 'credited', 'waived', 'carried'] as const),
      minutes: random(700) - 200,
      onDay: dayAt(random(400))
    }))
  )
  const csv = async (query: string) => {
    const reply = await world.as(world.helge).get(`/api/participation.csv?${query}`)
    t.equal(reply.statusCode, 200, reply.body)
    return reply
  }
  const csvRows = async (query: string): Promise<Record<string, string>[]> =>
    parse((await csv(query)).body, { columns: true, bom: true })
  return { ...world, csv, csvRows }
}

const sumOf = (rows: Record<string, string>[], column: string) =>
  rows.reduce((sum, row) => sum + Number(row[column]), 0)

for (const seed of [1, 2]) {
  t.test(`the sums of the CSV are those of the ledger, to the minute (seed ${seed})`, async (t) => {
    const { csvRows, pool } = await randomLedger(t, seed)
    const { rows } = await pool.query(
      `select kind, sum(minutes)::int as minutes from ledger_entries
       where on_day >= '2026-07-06' and on_day < '2027-03-29' group by kind`
    )
    t.equal(rows.length, 4)
    for (const by of ['team', 'level', 'period&per=week', 'period&per=month']) {
      const lines = await csvRows(`by=${by}&${YEAR}`)
      for (const { kind, minutes } of rows) t.equal(sumOf(lines, `${kind}Minutes`), minutes, `${by}: ${kind}`)
      const counted = ['worked', 'credited', 'carried', 'waived'].map((kind) =>
        sumOf(lines, `${kind}Minutes`)
      )
      const balance = counted.reduce((sum, each) => sum + each, 0) - sumOf(lines, 'dueMinutes')
      t.equal(sumOf(lines, 'balanceMinutes'), balance, `${by}: balance`)
    }
  })
}

t.test('the CSV has the rows of the report, in the same order', async (t) => {
  const { csvRows, read, helge } = await randomLedger(t, 3)
  const report: Report = await read(helge, `by=team&${YEAR}`)
  const lines = await csvRows(`by=team&${YEAR}`)
  t.strictSame(
    lines.map((line) => [line.group, Number(line.balanceMinutes), Number(line.people)]),
    report.rows.map((row) => [row.group, row.balanceMinutes, row.people])
  )
  for (const line of lines) t.equal(line.balanceHours, (Number(line.balanceMinutes) / 60).toFixed(2))
})

t.test(
  'the CSV is a download that spreadsheets open as UTF-8 and in which no name is a formula',
  async (t) => {
    const { people, as } = await fifteenPeople(t)
    const lead = people['=1+1']![0]!
    const reply = await as(lead).get(`/api/participation.csv?by=team&${YEAR}`)
    t.match(reply.headers, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="participation-by-team-2026-07-06-2027-03-29.csv"'
    })
    t.ok(reply.body.startsWith('\ufeffgroup,people,dueMinutes,dueHours,'))
    const line = reply.body.split('\n')[1]!
    t.match(line, /^'=1\+1,1,2280,38\.00,0,0\.00,/)
    t.match(line, /,-2280,-38\.00,/, 'a negative number stays a number')
  }
)

t.test('the number of queries does not depend on people or periods', async (t) => {
  const { as, helge, pool, people, db, clock } = await randomLedger(t, 4)
  await keepPersonDays({ db, now: clock.now, actor: null, requestId: null })
  let queries = 0
  const counted = new WeakSet<pg.PoolClient>()
  pool.on('acquire', (client) => {
    if (counted.has(client)) return
    counted.add(client)
    const query = client.query
    client.query = ((...args: Parameters<typeof query>) => {
      queries += 1
      return query.apply(client, args)
    }) as typeof query
  })
  const queriesOf = async (who: { id: string }, query: string) => {
    queries = 0
    t.equal((await as(who).get(`/api/participation?${query}`)).statusCode, 200)
    return queries
  }
  const lead = people['=1+1']![0]!
  const day = 'fromOn=2027-01-04&toOn=2027-01-05'
  const month = 'fromOn=2027-01-01&toOn=2027-02-01'
  for (const by of ['team', 'site', 'level', 'tenure', 'track', 'period&per=week', 'period&per=season']) {
    for (const who of [lead, helge]) {
      // Whoever asks first is signed in with it.
      await queriesOf(who, `by=${by}&${day}`)
      const few = await queriesOf(who, `by=${by}&${day}`)
      t.ok(few > 5, `${few} queries seen`)
      t.equal(await queriesOf(who, `by=${by}&${YEAR}`), few, by)
      t.equal(await queriesOf(who, `by=${by}&${YEAR}&asOf=2027-01-01`), few, by)
      t.ok((await queriesOf(who, `by=${by}&${month}&earlier=4`)) < 5 * few, by)
    }
  }
})
