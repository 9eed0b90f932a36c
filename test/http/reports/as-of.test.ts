import { type SQL, sql } from 'drizzle-orm'
import t, { type Test } from 'tap'
import { v7 } from 'uuid'
import type { Db } from '../../../db/client.ts'
import { ledgerEntries } from '../../../db/schema/ledger.ts'
import { recordAudit } from '../../../src/audit/record-audit.ts'
import { readBalances } from '../../../src/hours/read-balances.ts'
import { randomEvents } from './random-events.ts'
import { fifteenPeople } from './reports-cast.ts'

/** A whole quarter and days behind it. */
const PERIOD = { fromOn: '2027-01-01', toOn: '2027-05-01' }
const DAYS = `fromOn=${PERIOD.fromOn}&toOn=${PERIOD.toOn}`
const KINDS = ['team', 'site', 'level', 'tenure', 'track', 'period&per=week', 'period&per=month']

async function company(t: Test) {
  const world = await fifteenPeople(t)
  const { db, as, helge, people, teams } = world
  // What the cast has was always so.
  await db.execute(sql`update employees set created_at = '2020-01-01'`)
  await db.execute(sql`update quotas set created_at = '2020-01-01'`)
  const happen = (seed: number) =>
    randomEvents({ ...world, people: Object.values(people).flat(), teams: Object.values(teams) }, seed)
  const ask = async (query: string, who = helge) => {
    const reply = await as(who).get(`/api/participation?${query}&${DAYS}`)
    if (reply.statusCode !== 200) throw new Error(reply.body)
    const { rows, totals } = reply.json()
    return { rows, totals }
  }
  return { ...world, happen, ask }
}

for (const seed of [1, 2]) {
  t.test(`a report read again as of each day gives the numbers of that day (seed ${seed})`, async (t) => {
    const { clock, happen, ask, people } = await company(t)
    const something = happen(seed)
    const lead = people.Product![0]!
    const stored: { asOf: string; by: string; who?: typeof lead; report: object }[] = []
    for (let day = 1; day <= 8; day += 1) {
      for (let hour = 8; hour < 16; hour += 1) {
        clock.set(`2027-04-${String(9 + day).padStart(2, '0')}T${String(hour).padStart(2, '0')}:00:00Z`)
        await something()
      }
      const asOf = `2027-04-${String(9 + day).padStart(2, '0')}T17:00:00Z`
      clock.set(asOf)
      const by = KINDS[(day + seed) % KINDS.length]!
      for (const who of [undefined, lead]) {
        stored.push({ asOf, by, ...(who && { who }), report: await ask(`by=${by}`, who) })
      }
      stored.push({ asOf, by: 'team', report: await ask('by=team') })
    }
    clock.set('2027-04-29T08:00:00Z')
    let moved = 0
    for (const { asOf, by, who, report } of stored) {
      t.strictSame(await ask(`by=${by}&asOf=${asOf}`, who), report, `${by} as of ${asOf}`)
      if (JSON.stringify(await ask(`by=${by}`, who)) !== JSON.stringify(report)) moved += 1
    }
    t.ok(moved > stored.length / 2, `${moved} of ${stored.length} reports are different by now`)
  })
}

t.test('learnings of yesterday stay, whatever became of them and of their theme since', async (t) => {
  const { clock, ask, db, people, work, as, helge } = await company(t)
  const [ann, bo] = people.Product!
  for (const [at, who] of [ann!, bo!, bo!].entries()) await (await work(who, `2027-04-0${at + 1}`)).hear()
  await db.execute(sql`update assignments set created_at = '2027-03-01'`)
  await db.execute(sql`update learnings set submitted_at = '2027-04-06T08:00Z'`)
  const { rows } = await db.execute<{ id: string; employee_id: string }>(
    sql`select id, employee_id from learnings order by id`
  )
  const [own, other, third] = [ann!, bo!, bo!].map(
    ({ id }, at) => rows.filter((row) => row.employee_id === id)[at === 2 ? 1 : 0]!.id
  )
  clock.set('2027-04-07T08:00:00Z')
  const theme = async (title: string, learningId: string) =>
    (await as(helge).post('/api/themes', { title, learningId })).json().id as string
  const [kept, merged] = [await theme('Paying fails', own!), await theme('Paying fails again', third!)]
  clock.set('2027-04-08T08:00:00Z')
  const before = await ask('by=team')
  t.equal(before.totals.learnings, 3)

  clock.set('2027-04-09T08:00:00Z')
  const merge = await as(helge).put(`/api/themes/${merged}/merge`, { intoId: kept })
  const taken = await as(ann!).post(`/api/learnings/${own}/withdrawal`)
  t.strictSame([merge.statusCode, taken.statusCode], [200, 204], `${merge.body} ${taken.body}`)
  await db.execute(sql`update learnings set tried_to = '[erased]', obstacle = '[erased]' where id = ${other}`)
  t.equal((await ask('by=team')).totals.learnings, 2, 'today it is one less')
  t.strictSame(await ask('by=team&asOf=2027-04-08T08:00:00Z'), before)
})

t.test('a leave that is taken back leaves the report of yesterday as it was', async (t) => {
  const { clock, ask, db, people } = await company(t)
  await db.execute(sql`insert into absences (id, employee_id, starts_at, ends_at, kind, created_at)
    values (${v7()}, ${people.Product![1]!.id}, '2027-02-01', '2027-02-22', 'leave', '2027-01-20T08:00Z')`)
  const before = await ask('by=team')
  clock.set('2027-04-06T08:00:00Z')
  await db.transaction(async (tx) => {
    const by = { db, now: clock.now, actor: null, requestId: null }
    await recordAudit(tx, by, { action: 'absence.withdrawn', objectType: 'absence', objectId: 'leave' })
    await tx.execute(sql`delete from absences`)
  })
  t.not(JSON.stringify(await ask('by=team')), JSON.stringify(before), 'more is due by now')
  t.strictSame(await ask('by=team&asOf=2027-04-05T12:00:00Z'), before)
})

/** As the import does it: the change and its entry in one transaction. */
async function changeEmployee({ db, now }: { db: Db; now: () => Date }, id: string, change: SQL) {
  await db.transaction(async (tx) => {
    const by = { db, now, actor: null, requestId: null }
    await recordAudit(tx, by, { action: 'employee.changed', objectType: 'employee', objectId: id })
    await tx.execute(sql`update employees set ${change} where id = ${id}`)
  })
}

t.test('whose working days changed since was away for as long as they were by the old ones', async (t) => {
  const { clock, ask, db, people } = await company(t)
  const { id } = people.Product![1]!
  // Three weeks from Monday to Friday are one absence; who works on Saturdays came back between them.
  for (const midnight of ['2027-01-31T23:00Z', '2027-02-07T23:00Z', '2027-02-14T23:00Z'])
    await db.execute(sql`insert into absences (id, employee_id, starts_at, ends_at, kind, created_at)
      values (${v7()}, ${id}, ${midnight}::timestamptz, ${midnight}::timestamptz + interval '5 days', 'leave', '2027-01-20T08:00Z')`)
  clock.set('2027-04-05T08:00:00Z')
  const before = await ask('by=team')
  clock.set('2027-04-06T08:00:00Z')
  await changeEmployee({ db, now: clock.now }, id, sql`working_days = '{1,2,3,4,5,6}'`)
  const today = await ask('by=team')
  t.strictSame(await ask('by=team&asOf=2027-04-05T12:00:00Z'), before)
  t.not(JSON.stringify(today), JSON.stringify(before), 'by the new ones it is another report')
})

t.test(
  'who has a quota of their own and moved since owes the rest by that of the team of then',
  async (t) => {
    const { clock, ask, db, people, teams } = await company(t)
    const { id } = people.Product![1]!
    await db.execute(sql`insert into quotas (id, scope, team_id, employee_id, minutes, per_weeks, from_on, to_on, created_at) values
    (${v7()}, 'team', ${teams.Product!.id}, null, 480, 4, '2026-01-01', null, '2020-01-01'),
    (${v7()}, 'person', null, ${id}, 60, 4, '2027-02-01', '2027-03-01', '2020-01-01')`)
    clock.set('2027-04-05T08:00:00Z')
    const before = await ask('by=team')
    clock.set('2027-04-06T08:00:00Z')
    await changeEmployee({ db, now: clock.now }, id, sql`team_id = ${teams.Support!.id}`)
    const today = await ask('by=team')
    t.strictSame(await ask('by=team&asOf=2027-04-05T12:00:00Z'), before)
    t.not(JSON.stringify(today), JSON.stringify(before), 'today they owe elsewhere')
  }
)

t.test('a day as asOf is its end by the clock of who asks, and today is now', async (t) => {
  const { clock, ask, db, people, as, helge } = await company(t)
  clock.set('2027-04-20T08:00:00Z')
  const credit = async (minutes: number, enteredAt: string) =>
    db.insert(ledgerEntries).values({
      ...{ employeeId: people.Product![0]!.id, kind: 'credited', minutes, onDay: '2027-04-01' },
      enteredAt: new Date(enteredAt)
    })
  await credit(1, '2027-04-18T21:59:00Z')
  await credit(2, '2027-04-18T22:01:00Z')
  await credit(4, '2027-04-20T07:00:00Z')
  const credited = async (asOf: string) => (await ask(`by=team&asOf=${asOf}`)).totals.creditedMinutes
  t.equal(await credited('2027-04-18'), 1, 'midnight in Oslo is 22:00 UTC')
  t.equal(await credited('2027-04-19'), 3)
  t.equal(await credited('2027-04-20'), 7)
  t.equal(await credited('2027-04-18T22:01:00Z'), 3)
  for (const asOf of [
    '2027-04-21',
    '2027-13-01',
    '2027-02-30',
    '2027-02-30T09:00:00Z',
    '2027-04-20T09:00:00Z',
    'yesterday'
  ]) {
    t.equal((await as(helge).get(`/api/participation?by=team&${DAYS}&asOf=${asOf}`)).statusCode, 400, asOf)
  }
})

for (const seed of [4, 5]) {
  t.test(`the sums of every report are those of the ledger, to the minute (seed ${seed})`, async (t) => {
    const { clock, happen, ask, db } = await company(t)
    const something = happen(seed)
    for (let hour = 0; hour < 70; hour += 1) {
      clock.set(new Date(Date.parse('2027-04-10T00:00:00Z') + hour * 3_600_000).toISOString())
      await something()
    }
    clock.set('2027-04-29T08:00:00Z')
    const balances = [...(await readBalances(db, PERIOD)).values()]
    const names = [
      'dueMinutes',
      'workedMinutes',
      'creditedMinutes',
      'carriedMinutes',
      'waivedMinutes',
      'balanceMinutes'
    ] as const
    for (const by of KINDS) {
      const { rows, totals } = await ask(`by=${by}`)
      for (const name of names) {
        const sum = balances.reduce((total, balance) => total + balance[name], 0)
        t.equal(totals[name], sum, `${by}: ${name} of everybody`)
        const isRounded = by.startsWith('period') && /due|waived|balance/.test(name)
        if (by === 'track' && !['workedMinutes', 'creditedMinutes'].includes(name)) continue
        const added = rows.reduce((total: number, row: Record<string, number>) => total + row[name]!, 0)
        if (isRounded)
          t.ok(Math.abs(added - sum) <= rows.length * balances.length, `${by}: ${name}, rounded by piece`)
        else t.equal(added, sum, `${by}: ${name} of the rows`)
      }
    }
  })
}
