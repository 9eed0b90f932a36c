import t from 'tap'
import { seedCompany } from '../../db/seed/seed-company.ts'
import { testAppOn } from '../helpers/app.ts'
import { testDatabase } from '../helpers/database.ts'
import type { SentTheme } from '../http/themes/themes-cast.ts'

const now = '2027-03-01T08:00:00Z'

t.test('the themes of the demo company', async (t) => {
  const { db, pool } = await testDatabase(t)
  const { signIn } = await seedCompany(db, { now: new Date(now) })
  const { as } = await testAppOn(t, db, { now })
  const get = async <Answer>(url: string) => {
    const reply = await as(signIn.executive).get(url)
    t.equal(reply.statusCode, 200, reply.body)
    return reply.json() as Answer
  }
  const themes = (await get<{ items: SentTheme[] }>('/api/themes?limit=200')).items

  t.test(
    'a theme first heard 40 days ago without a decision stands on the leadership page by itself',
    async (t) => {
      const { first, all } = await get<{ first: SentTheme[]; all: SentTheme[] }>('/api/leadership/themes')
      const lost = all.find(({ title }) => title.startsWith('Schedules go back'))
      t.match(lost, { state: 'heard', decidedAt: null, clock: { stage: 'leadership' } })
      t.ok(lost!.clock.waitingDays! >= 40)
      t.equal((await pool.query('select 1 from job_runs')).rows.length, 0, 'no job has run')
      t.ok(first.length <= 10)
      t.strictSame(
        all.map(({ id }) => id).sort(),
        themes
          .filter(({ clock }) => (clock.waitingDays ?? 0) >= 30)
          .map(({ id }) => id)
          .sort()
      )
    }
  )

  t.test('holds decisions in all states, and one that new reports have reopened', async (t) => {
    t.strictSame([...new Set(themes.map(({ state }) => state))].sort(), [
      'deciding',
      'declined',
      'doing',
      'done',
      'heard'
    ])
    t.ok(themes.some(({ reopenedAt }) => reopenedAt !== null))
  })

  t.test('every theme has an owner who is at work, an area and a price at the hourly rates', async (t) => {
    for (const { title, owner, area, price } of themes) {
      t.ok(owner.isActive && area, title)
      t.match(price.money, [{ currency: 'NOK' }], title)
      t.ok(price.money[0]!.amount > 0, title)
    }
  })

  t.test(
    'each of its learnings is in one theme, or waits for one because it was heard only once',
    async (t) => {
      const { rows } = await pool.query(`select count(*)::int as heard,
      count(distinct tl.learning_id)::int as gathered from learnings l left join theme_learnings tl on tl.learning_id = l.id`)
      const counted = themes.reduce((sum, { clock }) => sum + clock.learnings, 0)
      t.equal(rows[0].heard, 291)
      t.equal(counted, rows[0].gathered)
      t.ok(counted > 250 && counted < 291)
    }
  )

  t.test(
    'decisions of late lie in the inboxes of who reported, and a merged theme counts with the other',
    async (t) => {
      const { rows: untold } = await pool.query(`
      select d.id from theme_decisions d
      join theme_learnings tl on tl.theme_id = d.theme_id join learnings l on l.id = tl.learning_id
      where d.decided_at > timestamptz '${now}' - interval '60 days' and l.submitted_at < d.decided_at
        and l.employee_id <> d.decided_by and not exists (select 1 from notices n
          where n.employee_id = l.employee_id and n.kind = 'theme-decided' and n.facts->>'themeId' = d.theme_id::text)`)
      t.strictSame(untold, [])
      const { rows: merged } = await pool.query('select theme_id as id from theme_merges')
      t.ok(merged.length > 0)
      const ids = new Set(themes.map(({ id }) => id))
      t.strictSame(
        merged.filter(({ id }) => ids.has(id)),
        []
      )
    }
  )
})

t.test('a small company and another day have one such theme as well', async (t) => {
  const { db } = await testDatabase(t)
  const day = '2027-07-14T08:00:00Z'
  const { signIn } = await seedCompany(db, { people: 25, seed: 3, now: new Date(day) })
  const { as } = await testAppOn(t, db, { now: day })
  const { all } = (await as(signIn.executive).get('/api/leadership/themes')).json() as { all: SentTheme[] }
  t.ok(all.some(({ clock }) => clock.waitingDays! >= 40))
})
