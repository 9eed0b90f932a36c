import { eq } from 'drizzle-orm'
import t, { type Test } from 'tap'
import { activityReports } from '../../../db/schema/activity-reports.ts'
import { auditEntries } from '../../../db/schema/audit.ts'
import { forgetOldActivity } from '../../../src/activity/forget-old-activity.ts'
import { insertAssignment, insertShift } from '../../helpers/shifts.ts'
import { amaraWorkedAShift } from '../hours/hours-cast.ts'

const AMARA = 'amara.okafor@fjordlys.example'
const on = (time: string) => `2027-03-01T${time}:00Z`
const report = (externalId: string, from: string, to: string, more: object = {}) => ({
  ...{ externalId, person: AMARA, from: on(from), to: on(to), tickets: 2 },
  ...more
})

async function helpDesk(t: Test) {
  const house = await amaraWorkedAShift(t)
  const send = (reports: object[], more: object = {}, who: { id: string } = house.ada) =>
    house.as(who).post('/api/integrations/activity', { source: 'zendesk', reports, ...more })
  const stored = () => house.db.select().from(activityReports).orderBy(activityReports.externalId)
  const proposed = async (who: { id: string } = house.amara) =>
    (await house.as(who).get('/api/me/hours')).json().proposed as {
      assignmentId: string
      activity: unknown
    }[]
  return { ...house, send, stored, proposed }
}

t.test('reports propose hours, with their source, and book nothing until the person confirms', async (t) => {
  const { send, proposed, entries, confirm, seat, amara } = await helpDesk(t)
  const reply = await send([report('a', '08:30', '10:00'), report('b', '09:30', '11:00', { tickets: 3 })])
  t.equal(reply.statusCode, 200, reply.body)
  const proposal = {
    minutes: 150,
    workedFrom: '2027-03-01T08:30:00.000Z',
    workedTo: '2027-03-01T11:00:00.000Z'
  }
  const whole = { ...proposal, tickets: 5, sources: ['zendesk'] }
  t.strictSame(reply.json(), {
    dryRun: false,
    ...{ added: 2, changed: 0, unchanged: 0, refusedCount: 0, refused: [] },
    proposals: [{ assignmentId: seat.id, employeeId: amara.id, ...whole }]
  })
  t.match(await proposed(), [{ assignmentId: seat.id, plannedMinutes: 240, activity: whole }])
  t.strictSame(await entries(), [], 'nothing is booked by itself')
  t.equal((await confirm(amara, { minutes: 150, reason: 'As Zendesk shows' })).statusCode, 201)
  t.match(await entries(), [{ minutes: 150, reason: 'As Zendesk shows' }])
  t.strictSame(await proposed(), [])
})

t.test('the same report again changes nothing; with other times it says these', async (t) => {
  const { send, stored, proposed, db } = await helpDesk(t)
  await send([report('a', '08:30', '10:00')])
  t.match((await send([report('a', '08:30', '10:00')])).json(), { added: 0, changed: 0, unchanged: 1 })
  t.equal(
    (await db.select().from(auditEntries).where(eq(auditEntries.action, 'activity.reported'))).length,
    1
  )
  t.match((await send([report('a', '08:30', '11:30')])).json(), { added: 0, changed: 1, unchanged: 0 })
  t.equal((await stored()).length, 1)
  t.match(await proposed(), [{ activity: { minutes: 180 } }])
  t.match((await send([report('a', '08:30', '11:30')], { source: 'intercom' })).json(), { added: 1 })
  t.match(await proposed(), [{ activity: { minutes: 180, tickets: 4, sources: ['intercom', 'zendesk'] } }])
})

t.test('what cannot be taken is refused with the reason, and the rest is taken', async (t) => {
  const { send, stored, hanna, confirm, amara, bo, db, shift } = await helpDesk(t)
  await insertAssignment(db, shift, bo)
  await confirm(amara)
  const reports = [
    report('nobody', '09:00', '10:00', { person: 'nobody@fjordlys.example' }),
    report('confirmed', '09:00', '10:00'),
    report('no-shift', '09:00', '10:00', { person: hanna.id }),
    report('good', '09:00', '10:00', { person: bo.id }),
    report('good', '10:00', '11:00', { person: bo.id }),
    report('future', '12:30', '13:01', { person: bo.id }),
    report('turned', '10:00', '09:00', { person: bo.id })
  ]
  const { refused, added } = (await send(reports)).json()
  const told = refused.map(({ line, reason }: { line: number; reason: string }) => `${line} ${reason}`)
  t.strictSame(told, [
    ...['1 unknown-person', '2 hours-confirmed', '3 no-shift', '5 twice', '6 in-the-future'],
    '7 ends-before-start'
  ])
  t.ok(refused.every(({ remedy }: { remedy: string }) => remedy.length > 20))
  t.equal(added, 1)
  t.match(await stored(), [{ externalId: 'good', employeeId: bo.id }])
})

t.test('a report sent again after the hours are confirmed is no mistake', async (t) => {
  const { send, confirm, amara, entries } = await helpDesk(t)
  await send([report('a', '08:30', '10:00')])
  await confirm(amara)
  t.match((await send([report('a', '08:30', '10:00')])).json(), { unchanged: 1, refused: [], proposals: [] })
  t.match((await send([report('a', '08:30', '11:00')])).json(), { refused: [{ reason: 'hours-confirmed' }] })
  t.match(await entries(), [{ minutes: 240 }])
})

t.test('a dry run says what would happen and writes nothing', async (t) => {
  const { send, stored, db } = await helpDesk(t)
  const reply = await send([report('a', '08:30', '10:00')], { dryRun: true })
  t.match(reply.json(), { dryRun: true, added: 1, proposals: [{ minutes: 90 }] })
  t.strictSame([await stored(), await db.select().from(auditEntries)], [[], []])
})

t.test('a report over two shifts of a person is shared among them without a minute twice', async (t) => {
  const { send, db, rotation, amara, clock, seat } = await helpDesk(t)
  clock.set('2027-03-01T18:00:00Z')
  const next = await insertShift(db, rotation, on('12:00'), on('16:00'))
  const second = await insertAssignment(db, next, amara)
  const { proposals } = (await send([report('a', '10:00', '14:00')])).json()
  const shares = proposals.map(({ assignmentId, minutes }: { assignmentId: string; minutes: number }) => [
    assignmentId,
    minutes
  ])
  t.strictSame(shares, [[seat.id, 120] as const, [second.id, 120] as const])
})

t.test('what the help desk saw is for the person alone, and gone after 90 days', async (t) => {
  const { send, as, amara, lars, stored, db, clock } = await helpDesk(t)
  await send([report('a', '08:30', '10:00')])
  const seen = (await as(lars).get(`/api/employees/${amara.id}/hours`)).json()
  t.match(seen.proposed, [{ activity: null }], 'the lead sees that hours wait, not what she did')
  const at = (instant: string) => {
    clock.set(instant)
    return forgetOldActivity({ db, now: clock.now, actor: null, requestId: null })
  }
  await at('2027-05-30T09:00:00Z')
  t.equal((await stored()).length, 1)
  await at('2027-05-30T10:00:01Z')
  t.equal((await stored()).length, 0)
})

t.test('a key needs the scope, and its person the role', async (t) => {
  const { app, as, ada, amara, stored } = await helpDesk(t)
  const keyOf = async (who: { id: string }, scopes: string[]) => {
    const expiresAt = '2027-04-01T08:00:00Z'
    return (await as(who).post('/api/me/api-keys', { name: 'Help desk', scopes, expiresAt })).json()
      .token as string
  }
  const call = (token: string) =>
    app.inject({
      ...{ method: 'POST', url: '/api/integrations/activity' },
      headers: { authorization: `Bearer ${token}` },
      payload: { reports: [report('a', '08:30', '10:00')] }
    })
  t.match((await call(await keyOf(ada, ['hours:write']))).json(), {
    code: 'SCOPE_MISSING',
    details: { scope: 'activity:write' }
  })
  t.match((await call(await keyOf(amara, ['activity:write']))).json(), { code: 'NOT_ALLOWED' })
  t.equal((await call(await keyOf(ada, ['activity:write']))).statusCode, 200)
  t.match(await stored(), [{ source: 'other', tickets: 2 }])
})

t.test('the page of today shows it in the fields already, and one tap confirms it', async (t) => {
  const { send, as, amara, seat, entries } = await helpDesk(t)
  const page = async () =>
    (await as(amara).send('GET', '/', { headers: { accept: 'text/html' } })).body.replaceAll(/\s+/g, ' ')
  t.notMatch(await page(), /saw you work/)
  await send([report('a', '08:30', '10:00', { tickets: 12 })])
  const html = await page()
  t.match(html, /Zendesk saw you work 1\.5 h \(12 tickets\)/)
  t.match(html, /<details open/)
  t.match(html, /name="minutes"[^>]*value="90"|value="90"[^>]*name="minutes"/)
  t.match(html, /value="As Zendesk shows"/)
  const form = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' }
  const payload = 'minutes=90&reason=As+Zendesk+shows'
  const reply = await as(amara).send('POST', `/hours/${seat.id}`, { headers: form, payload })
  t.equal(reply.statusCode, 303, reply.body)
  t.match(await entries(), [{ minutes: 90, reason: 'As Zendesk shows' }])
})
