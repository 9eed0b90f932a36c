import type { RequestListener } from 'node:http'
import { eq } from 'drizzle-orm'
import t, { type Test } from 'tap'
import { absences } from '../../../db/schema/absences.ts'
import { auditEntries } from '../../../db/schema/audit.ts'
import { calendarFeeds } from '../../../db/schema/calendar-feeds.ts'
import { employees } from '../../../db/schema/employees.ts'
import { notices } from '../../../db/schema/notices.ts'
import { refreshCalendars } from '../../../src/absences/feed/refresh-calendars.ts'
import { readDue } from '../../../src/quotas/read-due.ts'
import { canary, stranger } from '../../helpers/stranger.ts'
import { promisedMornings } from './absences-cast.ts'

const event = (uid: string, from: string, to: string, ...more: string[]) => [
  'BEGIN:VEVENT',
  `UID:${uid}`,
  'SUMMARY:Doctor about the knee',
  'DESCRIPTION:private matter',
  `DTSTART:${from}`,
  `DTEND:${to}`,
  ...more,
  'END:VEVENT'
]
const calendar = (...lines: string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//test//EN', ...lines, 'END:VCALENDAR', ''].join('\r\n')
const THURSDAY = event('a', '20270304T090000Z', '20270304T100000Z')
const FRIDAY = event('b', '20270305T090000Z', '20270305T100000Z')

/** The company, and a stranger's server whose answer the test sets. */
async function subscribing(t: Test) {
  let answer: RequestListener = (_, reply) => reply.end(calendar())
  const server = await stranger(t, (request, reply) => answer(request, reply))
  const app = await promisedMornings(t, '2027-03-02T06:00:00Z', { outbound: server.outbound })
  const { as, db, clock } = app
  const says = (...lines: string[]) => {
    answer = (_, reply) => reply.end(calendar(...lines))
  }
  const fails = (status: number) => {
    answer = (_, reply) => reply.writeHead(status).end()
  }
  const subscribe = (who: { id: string }, address = `${server.url}/secret-token.ics`) =>
    as(who).put('/api/me/calendar', { address })
  const refresh = () =>
    refreshCalendars({ db, now: clock.now, actor: null, requestId: null, outbound: server.outbound })
  const spans = async () =>
    (await db.select().from(absences).orderBy(absences.startsAt)).map(
      ({ startsAt, endsAt }) => `${startsAt.toISOString().slice(5, 16)} ${endsAt.toISOString().slice(5, 16)}`
    )
  return { ...app, server, says, fails, subscribe, refresh, spans }
}

t.test('I subscribe to my calendar, see that it is read, and end it', async (t) => {
  const { as, amara, says, subscribe, spans, server } = await subscribing(t)
  t.equal((await as(amara).get('/api/me/calendar')).statusCode, 404)
  says(...FRIDAY)
  const reply = await subscribe(amara)
  t.equal(reply.statusCode, 200, reply.body)
  t.match(reply.json(), { server: 'calendar.example', failure: null, busySpans: 1 })
  t.notMatch(reply.body, /secret-token/, 'the address is a secret')
  t.strictSame(await spans(), ['03-05T09:00 03-05T10:00'])
  t.equal((await subscribe(amara, `webcal://calendar.example:${server.port}/x.ics`)).statusCode, 200)
  t.strictSame(await spans(), ['03-05T09:00 03-05T10:00'], 'another address takes the place of the first')
  t.equal((await as(amara).delete('/api/me/calendar')).statusCode, 204)
  t.strictSame(await spans(), [])
  t.equal((await as(amara).delete('/api/me/calendar')).statusCode, 404)
})

t.test('free and busy, nothing else: no title or text of the calendar is anywhere', async (t) => {
  const { amara, lars, helge, as, product, says, subscribe, pool } = await subscribing(t)
  says(...THURSDAY)
  await subscribe(amara)
  const { rows } = await pool.query(
    `select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`
  )
  for (const { table_name: table } of rows) {
    const found = await pool.query(
      `select count(*)::int as n from "${table}" x where x::text ~* 'doctor|knee|private'`
    )
    t.equal(found.rows[0].n, 0, table)
  }
  for (const who of [lars, helge]) {
    const seen = await as(who).get(`/api/teams/${product.id}/absences?fromOn=2027-03-01&toOn=2027-03-31`)
    t.match(seen.json().items, [{ name: 'Amara Okafor', away: [{ startsAt: '2027-03-04T09:00:00.000Z' }] }])
    t.notMatch(seen.body, /feed|calendar/)
  }
  const traces = await pool.query(`select before, after from audit_entries`)
  t.notMatch(JSON.stringify(traces.rows), /secret-token|calendar.example/)
})

t.test(
  'a busy time on a published shift is flagged to me and my lead, and goes with the calendar',
  async (t) => {
    const { as, amara, lars, kindsTo, flags, says, subscribe, refresh, clock, spans } = await subscribing(t)
    says(...FRIDAY)
    await subscribe(amara)
    t.strictSame(await kindsTo(lars), [])
    says(...THURSDAY)
    clock.set('2027-03-02T07:00:00Z')
    await refresh()
    t.strictSame(await spans(), ['03-04T09:00 03-04T10:00'])
    t.strictSame(await flags(amara), [false, true])
    t.strictSame([await kindsTo(lars), await kindsTo(amara)], [['shift-in-absence'], ['shift-in-absence']])
    clock.set('2027-03-02T08:10:00Z')
    await refresh()
    t.strictSame(await kindsTo(lars), ['shift-in-absence'], 'the same once more is no news')
    await as(amara).delete('/api/me/calendar')
    t.strictSame(await kindsTo(lars), ['shift-in-absence', 'shift-clear-again'])
  }
)

t.test('my own shift, back from my calendar, is not in its own way', async (t) => {
  const { amara, flags, says, subscribe, spans } = await subscribing(t)
  says(
    ...event('a', '20270304T080000Z', '20270304T120000Z'),
    ...event('b', '20270304T120000Z', '20270304T130000Z')
  )
  await subscribe(amara)
  t.strictSame(await spans(), ['03-04T12:00 03-04T13:00'])
  t.strictSame(await flags(amara), [false, false])
})

t.test('overlapping busy times are one, and my own absences stand beside them', async (t) => {
  const { as, amara, says, subscribe, spans } = await subscribing(t)
  says(...FRIDAY, ...event('c', '20270305T093000Z', '20270305T110000Z'))
  await subscribe(amara)
  t.strictSame(await spans(), ['03-05T09:00 03-05T11:00'])
  const noted = await as(amara).post('/api/me/absences', { fromOn: '2027-03-05', kind: 'leave' })
  t.equal(noted.statusCode, 201, noted.body)
  const { items } = (await as(amara).get('/api/me/absences')).json()
  const fromFeed = items.find(({ source }: { source: string }) => source === 'feed')
  t.match((await as(amara).delete(`/api/me/absences/${fromFeed.id}`)).json(), {
    code: 'ABSENCE_FROM_CALENDAR'
  })
})

t.test('what cannot be read keeps what it said, and after three days I am told, once', async (t) => {
  const { amara, kindsTo, told, says, fails, subscribe, refresh, spans, clock, as } = await subscribing(t)
  says(...FRIDAY)
  await subscribe(amara)
  fails(404)
  for (const at of ['03-02T10:00', '03-03T10:00', '03-04T10:00', '03-05T05:00']) {
    clock.set(`2027-${at}:00Z`)
    await refresh()
  }
  t.match((await as(amara).get('/api/me/calendar')).json(), { failure: 'refused', busySpans: 1 })
  t.strictSame(await kindsTo(amara), [])
  for (const at of ['03-05T07:00', '03-05T09:30', '03-08T10:00']) {
    clock.set(`2027-${at}:00Z`)
    await refresh()
  }
  t.strictSame(await kindsTo(amara), ['calendar-not-readable'])
  t.match((await told(amara))[0], { facts: { cause: 'refused', todo: 'subscribe-again' } })
  t.strictSame(await spans(), ['03-05T09:00 03-05T10:00'])
  says()
  clock.set('2027-03-08T12:00:00Z')
  await refresh()
  t.match((await as(amara).get('/api/me/calendar')).json(), { failure: null })
  t.strictSame(await spans(), [], 'a busy hour that is over serves nobody')
})

t.test(
  'the job asks each server once an hour, on however many replicas, and not for those who left',
  async (t) => {
    const { amara, bo, server, says, subscribe, refresh, clock, db } = await subscribing(t)
    says(...FRIDAY)
    await subscribe(amara)
    await subscribe(bo)
    const before = server.connections()
    await refresh()
    t.equal(server.connections(), before, 'just read')
    clock.set('2027-03-02T07:00:00Z')
    await refresh()
    await refresh()
    t.equal(server.connections(), before + 2)
    await db.update(employees).set({ deactivatedAt: clock.now() }).where(eq(employees.id, bo.id))
    clock.set('2027-03-02T08:00:00Z')
    await Promise.all([refresh(), refresh()])
    t.ok(server.connections() <= before + 4)
    t.equal((await db.select().from(absences)).length, 1, 'twice at once writes once')
    t.strictSame(
      (await db.select().from(calendarFeeds)).map(({ employeeId }) => employeeId),
      [amara.id]
    )
  }
)

t.test('an address that leads inside is refused, told why, and never called', async (t) => {
  const { amara, as, db, subscribe } = await subscribing(t)
  const inside = await canary(t)
  const cases: [address: string, cause: string][] = [
    [`https://127.0.0.1:${inside.port}/a.ics`, 'address-not-public'],
    [`https://2130706433:${inside.port}/a.ics`, 'address-not-public'],
    [`https://[::ffff:127.0.0.1]:${inside.port}/a.ics`, 'address-not-public'],
    [`webcal://10.0.0.1:${inside.port}/a.ics`, 'address-not-public'],
    [`http://calendar.example:${inside.port}/a.ics`, 'address-not-usable']
  ]
  for (const [address, cause] of cases) {
    t.match(
      (await subscribe(amara, address)).json(),
      { code: 'CALENDAR_NOT_READABLE', details: { cause } },
      address
    )
  }
  t.equal(inside.connections(), 0)
  t.strictSame(await db.select().from(calendarFeeds), [])
  t.equal((await as(amara).put('/api/me/calendar', { address: '' })).statusCode, 400)
})

t.test('what is no calendar is refused, and what was there stays', async (t) => {
  const { amara, says, fails, subscribe, spans, db } = await subscribing(t)
  says(...FRIDAY)
  await subscribe(amara)
  fails(200)
  t.match((await subscribe(amara)).json(), { details: { cause: 'not-a-calendar' } })
  t.strictSame(await spans(), ['03-05T09:00 03-05T10:00'])
  t.equal(
    (await db.select().from(auditEntries).where(eq(auditEntries.action, 'calendar.subscribed'))).length,
    1
  )
  t.strictSame(await db.select().from(notices), [])
})

t.test('a busy hour is no leave: hours due stay, while a month away lowers them', async (t) => {
  const { amara, says, subscribe, db, clock } = await subscribing(t)
  const due = async () =>
    (await readDue(db, { employeeIds: [amara.id], fromOn: '2027-04-01', toOn: '2027-07-01' })).get(amara.id)!
  const whole = await due()
  t.ok(whole > 0)
  const daily = event('a', '20270401T090000Z', '20270401T093000Z', 'RRULE:FREQ=DAILY;COUNT=80')
  says(...daily)
  await subscribe(amara)
  t.equal(await due(), whole, 'a meeting every day')
  clock.set('2027-03-02T08:00:00Z')
  says('BEGIN:VEVENT', 'UID:l', 'DTSTART;VALUE=DATE:20270501', 'DTEND;VALUE=DATE:20270601', 'END:VEVENT')
  await subscribe(amara)
  t.ok((await due()) < whole, 'a month')
})

t.test('leave that is over stays when the calendar goes, for hours due were reckoned by it', async (t) => {
  const { as, amara, says, subscribe, spans, clock, db, server } = await subscribing(t)
  const leave = [
    'BEGIN:VEVENT',
    'UID:l',
    'DTSTART;VALUE=DATE:20270308',
    'DTEND;VALUE=DATE:20270322',
    'END:VEVENT'
  ]
  says(...leave, ...FRIDAY, ...event('c', '20270405T090000Z', '20270405T100000Z'))
  await subscribe(amara)
  clock.set('2027-04-01T08:00:00Z')
  says(...event('c', '20270405T090000Z', '20270405T100000Z'))
  await subscribe(amara)
  t.strictSame(await spans(), ['03-07T23:00 03-21T23:00', '04-05T09:00 04-05T10:00'])
  await subscribe(amara, `${server.url}/another.ics`)
  t.match(await db.select().from(absences).orderBy(absences.startsAt), [
    { source: 'own' },
    { source: 'feed' }
  ])
  says('BEGIN:VEVENT', 'UID:m', 'DTSTART;VALUE=DATE:20270412', 'DTEND;VALUE=DATE:20270419', 'END:VEVENT')
  await subscribe(amara, `${server.url}/another.ics`)
  clock.set('2027-05-01T08:00:00Z')
  await as(amara).delete('/api/me/calendar')
  t.strictSame(await spans(), ['03-07T23:00 03-21T23:00', '04-11T22:00 04-18T22:00'])
})
