import t from 'tap'
import { closedBalances } from '../../../db/schema/closings.ts'
import { notices } from '../../../db/schema/notices.ts'
import { quotas } from '../../../db/schema/quotas.ts'
import { testApp } from '../../helpers/app.ts'
import { insertSmallCompany } from '../../helpers/people.ts'

t.test(
  'the books of 10,000 people are closed at once, and each of them is told',
  { timeout: 120_000 },
  async (t) => {
    const { db, as, pool, clock } = await testApp(t)
    const { helge, product } = await insertSmallCompany(db)
    await pool.query(
      `insert into employees (id, name, email, title, team_id, time_zone, country, working_days, work_starts_at,
      work_ends_at, joined_on)
    select gen_random_uuid(), 'Guest ' || n, n || '@fjordlys.example', '', $1, 'Europe/Oslo', 'NO',
      array[1,2,3,4,5]::smallint[], '08:00', '16:00', '2024-01-01' from generate_series(1, 10000) n`,
      [product.id]
    )
    await db.insert(quotas).values({ scope: 'organisation', minutes: 240, perWeeks: 4, fromOn: '2026-01-01' })
    clock.set('2027-04-02T08:00:00Z')
    const startedAt = performance.now()
    const reply = await as(helge).post('/api/hours/closings', { onDay: '2027-01-01' })
    t.comment(`${(performance.now() - startedAt).toFixed(0)} ms`)
    t.match(reply.json(), { isNew: true, changed: 10_008 }, reply.body)
    t.equal((await db.select().from(closedBalances)).length, 10_008)
    t.equal((await db.select().from(notices)).length, 10_008)
  }
)
