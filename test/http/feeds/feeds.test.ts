import { Writable } from 'node:stream'
import { eq } from 'drizzle-orm'
import ICAL from 'ical.js'
import t, { type Test } from 'tap'
import { absences } from '../../../db/schema/absences.ts'
import { assignments } from '../../../db/schema/assignments.ts'
import { employees } from '../../../db/schema/employees.ts'
import { feedAddresses } from '../../../db/schema/feed-addresses.ts'
import { learnings } from '../../../db/schema/learnings.ts'
import { rotations } from '../../../db/schema/rotations.ts'
import { shifts } from '../../../db/schema/shifts.ts'
import { testApp } from '../../helpers/app.ts'
import { insertSmallCompany } from '../../helpers/people.ts'
import { insertAssignment, insertRotation, insertShift } from '../../helpers/shifts.ts'
import { CALENDAR_PROGRAMS } from './calendar-programs.ts'

const QUEUE = 'https://desk.example.com/queue?a=1;b=2,c'

/** Amara and a host on mornings in Oslo, one shift before and one after each clock change, and far ones. */
async function aCalendar(t: Test, parts: Parameters<typeof testApp>[1] = {}) {
  const app = await testApp(t, { now: '2027-03-01T08:00:00Z', ...parts })
  const company = await insertSmallCompany(app.db)
  const rotation = await insertRotation(app.db, 'Morgenvakt; "Nord", æøå', { queueUrl: QUEUE })
  const seats = []
  for (const day of ['2026-12-07', '2027-03-24', '2027-03-31', '2027-10-27', '2027-11-03', '2028-02-28']) {
    const offset = day === '2027-03-31' || day === '2027-10-27' ? '+02:00' : '+01:00'
    const shift = await insertShift(app.db, rotation, `${day}T09:00:00${offset}`, `${day}T13:00:00${offset}`)
    await insertAssignment(app.db, shift, company.hanna)
    seats.push(await insertAssignment(app.db, shift, company.amara))
  }
  const { amara } = company
  const make = async (body: object = { purpose: 'own' }, who: { id: string } = amara) => {
    const reply = await app.as(who).post('/api/me/feeds', body)
    if (reply.statusCode !== 201) throw new Error(reply.body)
    const { url, id } = reply.json() as { url: string; id: string }
    return { id, url, path: new URL(url).pathname }
  }
  const read = (path: string, headers = {}) => app.app.inject({ method: 'GET', url: path, headers })
  return { ...app, ...company, rotation, seats, make, read }
}

t.test(
  'four calendar programs read the same start, end, title and count, over both clock changes',
  async (t) => {
    const { make, read } = await aCalendar(t)
    const { path } = await make()
    const reply = await read(path)
    t.match(reply.headers, { 'content-type': 'text/calendar; charset=utf-8' })
    const seen = Object.entries(CALENDAR_PROGRAMS).map(([name, parse]) => ({
      name,
      events: parse(reply.body)
    }))
    t.strictSame(
      seen[0]!.events.map(({ startsAt, endsAt }) => `${startsAt} ${endsAt}`),
      [
        '2026-12-07T08:00:00.000Z 2026-12-07T12:00:00.000Z',
        '2027-03-24T08:00:00.000Z 2027-03-24T12:00:00.000Z',
        '2027-03-31T07:00:00.000Z 2027-03-31T11:00:00.000Z',
        '2027-10-27T07:00:00.000Z 2027-10-27T11:00:00.000Z',
        '2027-11-03T08:00:00.000Z 2027-11-03T12:00:00.000Z',
        '2028-02-28T08:00:00.000Z 2028-02-28T12:00:00.000Z'
      ],
      'three months back and twelve ahead'
    )
    t.equal(seen[0]!.events[0]!.title, 'Support: Morgenvakt; "Nord", æøå')
    for (const { name, events } of seen) t.strictSame(events, seen[0]!.events, name)
    t.notMatch(reply.body, /TZID/)
  }
)

t.test('a second look changes nothing and costs nothing', async (t) => {
  const { make, read, clock } = await aCalendar(t)
  const { path } = await make()
  const first = await read(path)
  clock.set('2027-03-01T09:30:00Z')
  const second = await read(path)
  t.equal(second.body, first.body)
  const third = await read(path, { 'if-none-match': `W/"other", ${first.headers.etag}` })
  t.equal(third.statusCode, 304)
  t.equal(third.body, '')
})

t.test(
  'what changes keeps its UID and grows its SEQUENCE; what is given up is sent as cancelled',
  async (t) => {
    const { db, make, read, seats, amara } = await aCalendar(t)
    const { path } = await make()
    const eventOf = async (place: number) => {
      const component = new ICAL.Component(ICAL.parse((await read(path)).body)).getAllSubcomponents('vevent')[
        place
      ]!
      const value = (name: string) => String(component.getFirstPropertyValue(name))
      return {
        uid: value('uid'),
        status: value('status'),
        transp: value('transp'),
        sequence: Number(value('sequence'))
      }
    }
    const [before] = [await eventOf(2)]
    t.match(before, { status: 'CONFIRMED', transp: 'OPAQUE', sequence: 0 })
    const seat = seats[2]!
    await db
      .update(shifts)
      .set({ endsAt: new Date('2027-03-31T12:00:00Z') })
      .where(eq(shifts.id, seat.shiftId))
    const moved = await eventOf(2)
    t.match(moved, { uid: before.uid, status: 'CONFIRMED' })
    t.ok(moved.sequence > before.sequence, 'an hour longer')
    await db
      .update(assignments)
      .set({ releasedAt: new Date('2027-03-01T10:00:00Z') })
      .where(eq(assignments.id, seat.id))
    const given = await eventOf(2)
    t.match(given, { uid: before.uid, status: 'CANCELLED', transp: 'TRANSPARENT' })
    t.ok(given.sequence > moved.sequence)
    const [shift] = await db.select().from(shifts).where(eq(shifts.id, seat.shiftId))
    await insertAssignment(db, shift!, amara)
    const again = await eventOf(2)
    t.match(again, { uid: before.uid, status: 'CONFIRMED' })
    t.ok(again.sequence > given.sequence)
  }
)

t.test(
  'buddy, queue and link are in the description; absence reasons and other secrets are not',
  async (t) => {
    const { db, make, read, amara, seats } = await aCalendar(t)
    const { startsAt, endsAt } = seats[1]!
    await db.insert(absences).values({ employeeId: amara.id, kind: 'sick', startsAt, endsAt })
    const words = { triedTo: 'Pair the hub', obstacle: 'Code expired', customerWords: 'Where is my code?' }
    await db
      .insert(learnings)
      .values({ shiftId: seats[1]!.shiftId, employeeId: amara.id, type: 'bug', ...words })
    const { path } = await make({ purpose: 'own', shownAs: 'free' })
    const { body } = await read(path)
    const events = new ICAL.Component(ICAL.parse(body)).getAllSubcomponents('vevent')
    t.equal(
      events[1]!.getFirstPropertyValue('description'),
      `Your buddy: Hanna Host\nQueue: ${QUEUE}\nThe shift, and swapping it: http://localhost:3000/shifts/${seats[1]!.shiftId}`
    )
    t.equal(events[1]!.getFirstPropertyValue('transp'), 'TRANSPARENT')
    t.notMatch(body, /sick|absen/i)
    t.notMatch(body, /my code|Pair the hub|expired/, 'nor what customers said')
  }
)

t.test('a team or a rotation has its calendar too, one event a shift with its people', async (t) => {
  const { make, read, rotation, amara, hanna } = await aCalendar(t)
  const titles = async (path: string) =>
    CALENDAR_PROGRAMS['ical.js']((await read(path)).body).map(({ title }) => title)
  const whole = await titles((await make({ purpose: 'rotation', rotationId: rotation.id })).path)
  t.equal(whole.length, 6)
  t.ok(whole[0]!.endsWith(': Amara Okafor, Hanna Host'), whole[0]!)
  const teams = await titles((await make({ purpose: 'team', teamId: hanna.teamId })).path)
  t.ok(teams[0]!.endsWith(': Hanna Host'))
  t.strictSame(
    await titles((await make({ purpose: 'team', teamId: amara.teamId }, hanna)).path).then(
      (all) => all.length
    ),
    6
  )
})

t.test('an address works until it is revoked, replaced or its person leaves, then nowhere', async (t) => {
  const { db, make, read, as, amara, bo } = await aCalendar(t)
  const first = await make()
  const second = await make()
  t.equal((await read(first.path)).statusCode, 404, 'replaced')
  t.equal((await read(second.path)).statusCode, 200)
  t.equal((await as(bo).delete(`/api/me/feeds/${second.id}`)).statusCode, 404, 'somebody else')
  t.equal((await as(amara).delete(`/api/me/feeds/${second.id}`)).statusCode, 204)
  t.match((await read(second.path)).json(), { code: 'FEED_NOT_FOUND' })
  const third = await make()
  await db.update(employees).set({ deactivatedAt: new Date() }).where(eq(employees.id, amara.id))
  t.equal((await read(third.path)).statusCode, 404, 'left')
})

t.test('addresses are listed with their last use and without the secret, which nothing stores', async (t) => {
  const { db, make, read, as, amara, clock } = await aCalendar(t)
  const { path, id } = await make()
  const list = async () => (await as(amara).get('/api/me/feeds')).json().items
  t.match(await list(), [{ id, purpose: 'own', shownAs: 'busy', lastUsedAt: null }])
  await read(path)
  clock.set('2027-03-01T08:40:00Z')
  await read(path)
  t.match(await list(), [{ lastUsedAt: '2027-03-01T08:00:00.000Z' }], 'to the hour')
  clock.set('2027-03-01T09:10:00Z')
  await read(path)
  t.match(await list(), [{ lastUsedAt: '2027-03-01T09:10:00.000Z' }])
  const token = path.split('/')[2]!.replace('.ics', '')
  t.equal(Buffer.from(token, 'base64url').length * 8, 192)
  const rows = JSON.stringify([await db.select().from(feedAddresses), await list()])
  t.notOk(rows.includes(token))
})

t.test('an address that cannot be made says why', async (t) => {
  const { as, amara, rotation } = await aCalendar(t)
  const make = async (body: object) => (await as(amara).post('/api/me/feeds', body)).json()
  t.match(await make({ purpose: 'team' }), { code: 'FEED_OBJECT_NOT_NAMED', details: { field: 'teamId' } })
  t.match(await make({ purpose: 'own', rotationId: rotation.id }), { details: { field: 'rotationId' } })
  const nobody = '00000000-0000-7000-8000-00000000dead'
  t.match(await make({ purpose: 'rotation', rotationId: nobody }), {
    status: 404,
    code: 'FEED_OBJECT_NOT_FOUND'
  })
})

t.test('addresses that are keys do not stand in the log', async (t) => {
  const lines: string[] = []
  const logTo = new Writable({
    write: (chunk, _, done) => {
      lines.push(String(chunk))
      done()
    }
  })
  const { db, make, read, app } = await aCalendar(t, { logLevel: 'info', logTo })
  await db.update(rotations).set({ name: 'Other' })
  const { path } = await make()
  await read(path)
  await app.inject({ method: 'GET', url: '/sign-in/link/a-secret-of-mine?x=1' })
  const log = lines.join('')
  t.match(log, /"route":"\/feeds\/:file"/)
  t.match(log, /"route":"\/sign-in\/link\/:token"/)
  t.notOk(log.includes(path.split('/')[2]!) || log.includes('a-secret-of-mine'))
})
