import { eq, sql } from 'drizzle-orm'
import t from 'tap'
import { openDatabase } from '../../../db/client.ts'
import { absences } from '../../../db/schema/absences.ts'
import { employees } from '../../../db/schema/employees.ts'
import { keepLongAbsences } from '../../../src/quotas/keep-long-absences.ts'
import { readDue } from '../../../src/quotas/read-due.ts'
import { quotasApp } from './quotas-app.ts'

/** Three weeks, Monday to Friday. */
const WEEKS = [
  ['2027-03-01', '2027-03-05'],
  ['2027-03-08', '2027-03-12'],
  ['2027-03-15', '2027-03-19']
] as const

/** Four weeks, in which the default of the tests owes 240 minutes. */
const MARCH = { fromOn: '2027-03-01', toOn: '2027-03-29' }

async function dueApp(t: Parameters<typeof quotasApp>[0]) {
  const app = await quotasApp(t)
  await app.set(app.helge, { scope: 'organisation' })
  const dueOf = async ({ id }: { id: string }, period = MARCH) =>
    (await readDue(app.db, { employeeIds: [id], ...period })).get(id)
  const change = ({ id }: { id: string }, fields: Partial<typeof employees.$inferInsert>) =>
    app.db.update(employees).set(fields).where(eq(employees.id, id))
  /** Local days in Oslo, first and last included; away at work hours only. */
  const away = ({ id }: { id: string }, firstOn: string, lastOn: string) =>
    app.db.insert(absences).values({
      employeeId: id,
      startsAt: new Date(`${firstOn}T08:00:00+01:00`),
      endsAt: new Date(`${lastOn}T16:00:00+01:00`),
      kind: 'sick'
    })
  return { ...app, dueOf, change, away }
}

t.test('everybody asked for is answered, with 0 where nothing is due, and nobody else', async (t) => {
  const { db, amara, bo, change } = await dueApp(t)
  await change(bo, { joinedOn: '2027-06-01' })
  const nobody = '0190f3c4-0000-7000-8000-000000000000'
  const due = await readDue(db, { employeeIds: [amara.id, bo.id, nobody], ...MARCH })
  t.strictSame(
    due,
    new Map(
      [
        [amara.id, 240],
        [bo.id, 0]
      ].sort() as [string, number][]
    )
  )
  t.equal((await readDue(db, MARCH)).size, 8, 'without ids it is everybody')
  t.equal((await readDue(db, { employeeIds: [], ...MARCH })).size, 0)
  t.strictSame(
    [...(await readDue(db, { fromOn: '2027-03-01', toOn: '2027-03-01' })).values()],
    Array(8).fill(0)
  )
})

t.test('a 60% person who joins in mid-period owes 60% of the share left', async (t) => {
  const { amara, bo, dueOf, change } = await dueApp(t)
  await change(amara, { ftePercent: 60, joinedOn: '2027-03-15' })
  t.equal(await dueOf(amara), 72)
  await change(bo, { leavesOn: '2027-03-07' })
  t.equal(await dueOf(bo), 60, 'the last day is worked')
})

t.test('the most specific quota wins, day by day', async (t) => {
  const { set, helge, product, amara, bo, hanna, dueOf, db } = await dueApp(t)
  await set(helge, { scope: 'team', teamId: product.id, hours: 8 })
  await set(helge, {
    scope: 'person',
    employeeId: amara.id,
    hours: 2,
    fromOn: '2027-03-08',
    toOn: '2027-03-15'
  })
  t.equal(await dueOf(hanna), 240, 'organisation')
  t.equal(await dueOf(bo), 480, 'team')
  t.equal(await dueOf(amara), 480 * 0.75 + 30, 'one week by the own quota, three by the team’s')
  const all = await readDue(db, MARCH)
  t.strictSame(
    [hanna, bo, amara].map(({ id }) => all.get(id)),
    [240, 480, 390],
    'the same when asked together'
  )
})

t.test('a newer quota of the same scope takes over on its day, the older counts before', async (t) => {
  const { set, helge, bo, dueOf } = await dueApp(t)
  await set(helge, { scope: 'organisation', hours: 8, fromOn: '2027-03-15' })
  t.equal(await dueOf(bo), 120 + 240)
  t.equal(
    await dueOf(bo, { fromOn: '2026-12-01', toOn: '2027-01-01' }),
    0,
    'before the first quota nothing is due'
  )
})

t.test('fourteen days away in a row owe nothing, thirteen owe all', async (t) => {
  const { amara, bo, dueOf, away } = await dueApp(t)
  await away(amara, '2027-03-01', '2027-03-14')
  await away(bo, '2027-03-01', '2027-03-13')
  t.equal(await dueOf(amara), 120)
  t.equal(await dueOf(bo), 240)
})

t.test('absences that touch, or have only days off between, are one', async (t) => {
  const { amara, bo, eva, dueOf, away, change } = await dueApp(t)
  for (const [monday, friday] of WEEKS) await away(amara, monday, friday)
  t.equal(await dueOf(amara), Math.round(9 * (240 / 28)), 'away from Monday 1 to Friday 19')
  await away(bo, '2027-03-01', '2027-03-07')
  await away(bo, '2027-03-08', '2027-03-14')
  t.equal(await dueOf(bo), 120)
  await change(eva, { workingDays: [1, 2, 3, 4, 5, 6] })
  for (const [monday, friday] of WEEKS) await away(eva, monday, friday)
  t.equal(await dueOf(eva), 240, 'who works on Saturdays was back')
})

t.test('an absence counts whole where the period cuts it', async (t) => {
  const { amara, bo, dueOf, away } = await dueApp(t)
  await away(amara, '2027-02-15', '2027-03-03')
  t.equal(await dueOf(amara), Math.round(25 * (240 / 28)))
  for (const [from, to] of [
    ['2027-02-14', '2027-02-20'],
    ['2027-02-21', '2027-02-28'],
    ['2027-03-01', '2027-03-07']
  ] as const) {
    await away(bo, from, to)
  }
  t.equal(await dueOf(bo), 180)
})

t.test('a day away is a day of the person’s own zone', async (t) => {
  const { amara, dueOf, change, db } = await dueApp(t)
  await change(amara, { timeZone: 'America/New_York' })
  // 1 March 00:00 to 15 March 00:00 in New York, which changes its clocks on the 14th.
  const span = { startsAt: new Date('2027-03-01T05:00:00Z'), endsAt: new Date('2027-03-15T04:00:00Z') }
  await db.insert(absences).values({ employeeId: amara.id, ...span, kind: 'leave' })
  t.equal(await dueOf(amara), 120)
})

t.test('who is deactivated owes nothing from the next day on', async (t) => {
  const { amara, bo, dueOf, change } = await dueApp(t)
  await change(amara, { deactivatedAt: new Date('2027-03-07T23:30:00Z') })
  t.equal(await dueOf(amara), Math.round(8 * (240 / 28)), 'Monday the 8th had begun in Oslo')
  await change(bo, { deactivatedAt: new Date('2027-03-20T12:00:00Z'), leavesOn: '2027-03-07' })
  t.equal(await dueOf(bo), 60)
})

t.test(
  '10,000 people and 30,000 absences over a year are answered by four queries, in under a second on a quiet machine',
  async (t) => {
    const { db, product, helge, set } = await dueApp(t)
    await db.execute(sql`
    insert into employees (id, name, email, title, team_id, time_zone, country, working_days, work_starts_at,
      work_ends_at, fte_percent, joined_on)
    select gen_random_uuid(), 'Person ' || n, 'p' || n || '@x.example', '', ${product.id}, 'Europe/Oslo', 'NO',
      '{1,2,3,4,5}', '08:00', '16:00', 50 + n % 50, date '2020-01-01' + n % 300
    from generate_series(1, 10000) n`)
    await db.execute(sql`
    insert into absences (id, employee_id, starts_at, ends_at, kind)
    select gen_random_uuid(), e.id, at, at + interval '5 days', 'leave'
    from employees e, unnest(array['2027-02-15', '2027-07-05', '2027-12-20']::timestamptz[]) at
    where e.title = ''`)
    await set(helge, { scope: 'team', teamId: product.id, hours: 3 })
    let queries = 0
    const counted = new Proxy(db, {
      get: (target, name) => {
        if (name === 'select') queries += 1
        return Reflect.get(target, name)
      }
    })
    const started = performance.now()
    const due = await readDue(counted, { fromOn: '2027-01-01', toOn: '2028-01-01' })
    const took = performance.now() - started
    t.equal(due.size, 10_008)
    t.equal(queries, 4)
    t.comment(`${took.toFixed(0)} ms`)
  }
)

t.test('half days off are no days away, however many follow each other', async (t) => {
  const { amara, bo, dueOf, db } = await dueApp(t)
  const days = Array.from({ length: 28 }, (_, day) => new Date(Date.UTC(2027, 2, 1 + day)))
  const daily = (employeeId: string, fromHour: number, toHour: number) =>
    db.insert(absences).values(
      days.map((day) => ({
        employeeId,
        kind: 'leave' as const,
        startsAt: new Date(+day + fromHour * 3_600_000),
        endsAt: new Date(+day + toHour * 3_600_000)
      }))
    )
  const whole = (await dueOf(amara))!
  await daily(amara.id, -1, 12)
  t.equal(await dueOf(amara), whole, 'every morning')
  await daily(bo.id, 7, 15)
  t.ok((await dueOf(bo))! < whole, 'at work hours only, but most of them')
})

t.test(
  'everybody together owes what each does alone, from long absences that are kept or have changed',
  async (t) => {
    const { db, clock, connection, amara, bo, eva, lars, away, change } = await dueApp(t)
    await away(amara, '2027-03-01', '2027-03-16')
    await away(eva, '2027-03-01', '2027-03-05')
    await change(bo, { leavesOn: '2027-03-10', ftePercent: 60 })
    await change(lars, { deactivatedAt: new Date('2027-03-07T23:30Z') })
    const isSame = async (when: string) => {
      const together = await readDue(db, MARCH)
      const alone = await readDue(db, { employeeIds: [...together.keys()], ...MARCH })
      t.strictSame([...together].sort(), [...alone].sort(), when)
    }
    await isSame('before the job has kept them')
    await keepLongAbsences({ db, now: clock.now, actor: null, requestId: null })
    await isSame('with those that are kept')
    await away(eva, '2027-03-06', '2027-03-20')
    await isSame('with an absence that became long since')
    const { db: owner, close } = openDatabase(connection)
    t.teardown(close)
    await owner.execute(sql`delete from stale_absences`)
    await owner.execute(sql`update long_absences set to_on = to_on + 4`)
    t.equal((await readDue(db, MARCH)).get(amara.id), 69, 'those that are kept are read')
  }
)
