import type pg from 'pg'
import t from 'tap'
import { corpus, themes } from '../../db/seed/learnings/corpus.ts'
import { seedCompany } from '../../db/seed/seed-company.ts'
import { quartersUntil } from '../../src/decay/quarters.ts'
import { readQuarters } from '../../src/decay/read-figures.ts'
import { needsReview } from '../../src/engine/insight/worsening-signs.ts'
import { readBalances } from '../../src/hours/read-balances.ts'
import { testDatabase } from '../helpers/database.ts'
import { breachesOf, readSeats } from '../helpers/seeded-seats.ts'

const now = new Date('2027-03-01T08:00:00Z')

/** One line per table: how many rows, and a fingerprint of all of them. The salts of the audit log are chance. */
async function digestOf(pool: pg.Pool): Promise<string[]> {
  const { rows: tables } = await pool.query(
    "select table_name as name from information_schema.tables where table_schema = 'public' and table_name <> 'audit_chain' order by 1"
  )
  const lines: string[] = []
  for (const { name } of tables) {
    const { rows } = await pool.query(
      `select count(*)::int as rows, coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as digest from "${name}" t`
    )
    lines.push(`${name} ${rows[0].rows} ${rows[0].digest}`)
  }
  return lines
}

async function numberOf(pool: pg.Pool, sql: string): Promise<number> {
  const { rows } = await pool.query(`select (${sql})::float as value`)
  return rows[0].value
}

t.test('the same seed, size and instant give the same company, and another seed another', async (t) => {
  const [one, two, other] = [await testDatabase(t), await testDatabase(t), await testDatabase(t)]
  await seedCompany(one.db, { people: 40, seed: 7, now })
  await seedCompany(two.db, { people: 40, seed: 7, now })
  await seedCompany(other.db, { people: 40, seed: 8, now })
  const digest = await digestOf(one.pool)
  t.strictSame(await digestOf(two.pool), digest)
  const employees = (lines: string[]) => lines.find((line) => line.startsWith('employees '))
  t.not(employees(await digestOf(other.pool)), employees(digest))
})

t.test('a database with employees, or a size that is none, is refused and left as it was', async (t) => {
  const { db, pool } = await testDatabase(t)
  await t.rejects(seedCompany(db, { people: 3, now }), { name: 'SeedRefused' })
  await t.rejects(seedCompany(db, { people: 45.5, now }), { name: 'SeedRefused' })
  t.equal(await numberOf(pool, 'select count(*) from teams'), 0)
  await seedCompany(db, { people: 20, now })
  const before = await digestOf(pool)
  await t.rejects(seedCompany(db, { people: 20, now }), { name: 'SeedRefused' })
  t.strictSame(await digestOf(pool), before)
})

t.test('the demo company', async (t) => {
  const { db, pool } = await testDatabase(t)
  const made = await seedCompany(db, { now })
  const value = (sql: string) => numberOf(pool, sql)

  t.test('has 120 people in nine teams and four cities', async (t) => {
    t.equal(made.employees, 120)
    t.equal(await value('select count(*) from employees'), 120)
    t.equal(await value('select count(*) from teams'), 9)
    t.equal(await value('select count(distinct time_zone) from employees'), 4)
    t.equal(await value('select count(distinct lower(email)) from employees'), 120)
    t.equal(await value("select count(*) from employees where email not like '%@fjordlys.example'"), 0)
    t.equal(await value('select count(distinct team_id) from team_leads'), 9)
    t.equal(await value("select count(*) from employees where level = 'executive'"), 5)
    t.equal(await value('select count(*) from employees where manager_id is null'), 1)
    t.ok((await value('select count(*) from employees where fte_percent < 100')) >= 4)
    t.ok((await value('select count(*) from employees where deactivated_at is not null')) >= 2)
    t.strictSame((await pool.query('select distinct readiness::text from employees order by 1')).rows, [
      { readiness: 'in_training' },
      { readiness: 'ready' },
      { readiness: 'shadowing' }
    ])
  })

  t.test('names somebody of each role to sign in as', async (t) => {
    const { admin, hr, lead, host, employee, executive } = made.signIn
    t.equal(new Set([admin, hr, lead, host, employee, executive].map(({ id }) => id)).size, 6)
    const { rows } = await pool.query('select employee_id, role::text from grants order by role::text desc')
    t.strictSame(rows, [
      { employee_id: hr.id, role: 'hr' },
      { employee_id: admin.id, role: 'admin' }
    ])
    t.equal(await value(`select count(*) from team_leads where employee_id = '${lead.id}'`), 1)
    t.equal(await value(`select count(*) from employees where id = '${host.id}' and is_host`), 1)
    t.equal(await value(`select count(*) from employees where id = '${employee.id}' and level = 'staff'`), 1)
    for (const { id } of [host, employee, executive]) {
      const held = `select count(*) from assignments where released_at is null and employee_id = '${id}'`
      t.ok((await value(`${held} and ends_at < '2027-03-01T08:00Z'`)) > 3, 'has worked shifts')
      t.ok((await value(`${held} and starts_at > '2027-03-01T08:00Z'`)) > 0, 'has a shift to come')
    }
  })

  t.test('breaks no hard rule on any shift of the year', async (t) => {
    const seats = await readSeats(pool)
    t.ok(seats.length > 2000)
    t.strictSame(breachesOf(seats), [])
    t.strictSame(
      (
        await pool.query(`select a.id from assignments a join absences b using (employee_id)
          where a.released_at is null and tstzrange(a.starts_at, a.ends_at) && tstzrange(b.starts_at, b.ends_at)`)
      ).rows,
      []
    )
  })

  t.test('has lived a year and has published at least six weeks ahead', async (t) => {
    t.ok((await value("select extract(epoch from min(starts_at) - '2026-03-01')  from shifts")) < 0)
    t.ok((await value("select extract(epoch from max(starts_at) - '2027-04-12')  from shifts")) > 0)
    t.equal(await value('select count(*) from publications'), 14)
    t.equal(await value('select max(to_on - from_on) from publications'), 13 * 7)
    t.equal(await value('select min(to_on - from_on) from publications'), 6 * 7)
    const staffed = await value(`select count(distinct shift_id) from assignments where released_at is null`)
    t.ok(staffed / made.shifts > 0.97, 'nearly every shift is staffed')
    t.equal(
      await value('select count(*) from publication_changes'),
      await value('select count(*) from assignments')
    )
    t.equal(
      await value("select count(distinct employee_id) from notices where kind = 'rotation-published'"),
      await value(`select count(distinct employee_id) from publication_changes c join assignments a on a.id = assignment_id
        join publications p on p.id = publication_id where p.from_on = (select max(from_on) from publications)`)
    )
    t.equal(
      await value(
        "select count(*) from shifts where on_day in ('2026-05-17', '2026-05-25') and starts_at::time < '07:00'"
      ),
      0
    )
  })

  t.test('nothing has happened that is still to come', async (t) => {
    for (const [table, column] of [
      ['ledger_entries', 'entered_at'],
      ['ledger_entries', 'worked_to'],
      ['learnings', 'submitted_at'],
      ['nothing_new_answers', 'answered_at'],
      ['assignments', 'released_at'],
      ['publications', 'published_at'],
      ['notices', 'read_at'],
      ['absences', 'created_at'],
      ['audit_entries', 'at'],
      ['seasons', 'created_at'],
      ['seasons', 'closed_at'],
      ['goal_evidence', 'attached_at'],
      ['season_guesses', 'guessed_at'],
      ['served_cases', 'answered_at'],
      ['served_counts', 'counted_at'],
      ['csat_answers', 'imported_at'],
      ['shift_moods', 'answered_at'],
      ['decay_reviews', 'decided_at']
    ]) {
      t.equal(
        await value(`select count(*) from ${table} where ${column} > '2027-03-01T08:00Z'`),
        0,
        `${table} ${column}`
      )
    }
    const early = `select count(*) from learnings l join shifts s on s.id = shift_id where submitted_at < starts_at`
    t.equal(await value(early), 0)
  })

  t.test('books most hours as planned, some corrected with a reason, a few not yet confirmed', async (t) => {
    const over = await value(
      "select count(*) from assignments where released_at is null and ends_at < '2027-03-01T08:00Z'"
    )
    const worked = await value(
      "select count(*) from ledger_entries where kind = 'worked' and corrects_id is null"
    )
    const corrected = await value('select count(*) from ledger_entries where corrects_id is not null')
    t.ok(worked / over > 0.95 && worked < over, `${worked} of ${over} confirmed`)
    t.ok(corrected / worked > 0.05 && corrected / worked < 0.12, `${corrected} corrected`)
    t.ok((await value("select count(*) from ledger_entries where kind = 'credited'")) > 10)
    t.equal(
      await value(
        `select count(*) from ledger_entries where kind = 'worked' and corrects_id is null and minutes <> 240`
      ),
      0
    )
  })

  t.test('tells some 300 learnings in three languages, each once', async (t) => {
    t.ok(made.learnings >= 270 && made.learnings <= 330, `${made.learnings}`)
    t.equal(await value('select count(distinct (tried_to, obstacle)) from learnings'), made.learnings)
    t.ok(await value("select count(*) from learnings where tried_to ~ '[æøåÆØÅ]'"))
    t.equal(await value('select count(distinct type) from learnings'), 7)
    t.equal(
      await value(`select count(*) from learnings l where not exists (select from assignments a
        where a.shift_id = l.shift_id and a.employee_id = l.employee_id and released_at is null)`),
      0
    )
    const { rows } = await pool.query('select obstacle, submitted_at from learnings order by submitted_at')
    const heardAt = new Map(rows.map((row) => [row.obstacle, row.submitted_at]))
    const days = themes
      .find(({ key }) => key === 'schedule-lost')!
      .tellings.flatMap(({ obstacle }) => heardAt.get(obstacle) ?? [])
      .map((at) => (now.getTime() - at.getTime()) / 86_400_000)
    t.ok(
      days.length >= 8 && Math.max(...days) > 40 && Math.max(...days) < 52,
      'one theme is some seven weeks old'
    )
    t.ok((await value('select count(*) from nothing_new_answers')) > 500)
  })

  t.test('closed a season with its page, runs another, and has the next open for guesses', async (t) => {
    const { rows } = await pool.query(
      'select name, closed_at is not null as closed, closing from seasons order by from_on'
    )
    t.strictSame(
      rows.map(({ name, closed }) => [name, closed]),
      [
        ['2026 Q4', true],
        ['2027 Q1', false],
        ['2027 Q2', false]
      ]
    )
    const { setOut, did, learned, decided, decidedNotTo, gap } = rows[0].closing
    t.strictSame(
      setOut.map(({ hasEvidence }: { hasEvidence: boolean }) => hasEvidence),
      [true, true, false]
    )
    t.ok(did.every(({ source }: { source: object }) => source) && learned.length > 5)
    t.ok(decided.length > 0 && decidedNotTo.length >= 0)
    t.ok(
      gap.guess.leaders >= 5 && gap.gapToShifts > 0 && gap.gapToCustomers > gap.gapToShifts,
      'belief is ahead'
    )
    const guessed = `select count(*) from season_guesses g join seasons s on s.id = season_id where name`
    t.ok((await value(`${guessed} = '2027 Q1'`)) >= 5)
    t.equal(
      await value(
        `${guessed} = '2027 Q2' and employee_id in ('${made.signIn.lead.id}', '${made.signIn.executive.id}')`
      ),
      0,
      'those who try the demo may still guess'
    )
    t.ok((await value('select count(*) from goal_evidence')) >= 6)
    t.ok((await value('select count(*) from served_cases')) > 200)
    const both =
      'select count(*) from served_cases c join served_counts n on n.assignment_id = c.assignment_id'
    t.equal(await value(both), 0)
  })

  t.test(
    'has a decay view with history: one quarter got worse in three ways, and somebody said what changes',
    async (t) => {
      const quarters = await readQuarters(db, quartersUntil('2027-03-01', 4), now)
      t.strictSame(
        quarters.map(({ worse }) => needsReview(worse)),
        [false, false, true, false, false]
      )
      const signs = new Set(quarters[2]!.worse.map(({ sign }) => sign))
      for (const sign of ['given-up', 'not-told', 'mood'] as const) t.ok(signs.has(sign), sign)
      for (const { figures } of quarters) t.ok(figures.mood !== null && figures.tookPartShare !== null)
      const { rows } = await pool.query(
        'select quarter_from_on::text as quarter, decision, reason, decided_by from decay_reviews'
      )
      t.match(rows, [{ quarter: '2026-07-01', decision: 'change', decided_by: made.signIn.executive.id }])
    }
  )

  t.test(
    'leaves a believable year: hosts carry most, leaders a bit less than they owe, one team is behind',
    async (t) => {
      const balances = await readBalances(db, { fromOn: '2026-03-01', toOn: '2027-03-01' })
      const { rows } = await pool.query(`select e.id, e.level, e.is_host, t.name as team from employees e
      join teams t on t.id = team_id`)
      const shareOf = (people: { id: string }[]) => {
        const sums = people.map(({ id }) => balances.get(id)!)
        const worked = sums.reduce((sum, b) => sum + b.workedMinutes + b.creditedMinutes, 0)
        return worked / sums.reduce((sum, b) => sum + b.dueMinutes, 0)
      }
      const guests = rows.filter((row) => !row.is_host)
      const behind = shareOf(guests.filter((row) => row.team === 'Sales'))
      const leaders = shareOf(guests.filter((row) => row.level !== 'staff' && row.team !== 'Sales'))
      const others = shareOf(guests.filter((row) => row.level === 'staff' && row.team !== 'Sales'))
      const hosts = shareOf(rows.filter((row) => row.is_host))
      t.ok(others > 0.9 && others < 1.1, `others ${others}`)
      t.ok(leaders > 0.6 && leaders < others - 0.04, `leaders ${leaders}`)
      t.ok(behind > 0.5 && behind < others - 0.08, `the team behind ${behind}`)
      t.ok(hosts > others, `hosts ${hosts}`)
      const recent = await readBalances(db, { fromOn: '2027-02-01', toOn: '2027-03-01' })
      const took = [...recent.values()].filter((b) => b.workedMinutes > 0).length / recent.size
      t.ok(took > 0.4 && took < 0.97, `took part in four weeks ${took}`)
    }
  )
})

t.test('no two tellings of the corpus say the same words', async (t) => {
  const tellings = corpus.flatMap((theme) => theme.tellings)
  t.ok(themes.length >= 25 && themes.length <= 30)
  const texts = tellings.flatMap(({ tried, obstacle, words, did }) =>
    [tried, obstacle, words ?? [], did ?? []].flat()
  )
  t.equal(new Set(texts.map((text) => text.toLowerCase())).size, texts.length)
  t.strictSame(
    texts.filter((text) => /lorem|\bTODO\b|\$\{|\{\{/i.test(text) || text.trim() !== text),
    []
  )
})
