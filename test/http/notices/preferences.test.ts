import { eq } from 'drizzle-orm'
import t from 'tap'
import { auditEntries } from '../../../db/schema/audit.ts'
import { employees } from '../../../db/schema/employees.ts'
import { unsubscribeToken } from '../../../src/notices/email/unsubscribe-token.ts'
import { GROUPS, KINDS } from '../../../src/notices/kinds.ts'
import { newSigningKey } from '../../../src/sign-in/signing-key.ts'
import { testApp } from '../../helpers/app.ts'
import { insertSmallCompany } from '../../helpers/people.ts'
import { deliveriesIn, house, houseWithDoor } from './notices-cast.ts'

const URL = '/api/me/notice-preferences'

t.test('until somebody chooses, it is as the table in the code says, with quiet nights', async (t) => {
  const { as, amara } = await houseWithDoor(t)
  const { groups, quietHours } = (await as(amara).get(URL)).json()
  t.strictSame(quietHours, { startsAt: '20:00', endsAt: '07:00' })
  t.strictSame(
    groups.map(({ group, mode, usualMode, because }: Record<string, string>) => [
      group,
      mode,
      usualMode,
      because
    ]),
    Object.entries(GROUPS).map(([group, { mode, because }]) => [group, mode, mode, because])
  )
  t.equal(groups.flatMap(({ kinds }: { kinds: string[] }) => kinds).length, Object.keys(KINDS).length)
})

t.test('a person chooses groups and quiet hours for themselves, and the rest stays', async (t) => {
  const { db, as, amara, bo } = await houseWithDoor(t)
  const chosen = await as(amara).put(URL, { modes: { swaps: 'digest', hours: 'inbox' } })
  t.equal(chosen.statusCode, 200)
  await as(amara).put(URL, { quietHours: { startsAt: '18:00', endsAt: '09:00' } })
  await as(amara).put(URL, { modes: { hours: 'at_once' } })
  const modesOf = async (who: { id: string }) => {
    const { groups, quietHours } = (await as(who).get(URL)).json()
    const modes = groups.map(({ group, mode }: Record<string, string>) => [group, mode])
    return { ...Object.fromEntries(modes), quietHours }
  }
  const amaras = { swaps: 'digest', hours: 'at_once', schedule: 'at_once' }
  t.match(await modesOf(amara), { ...amaras, quietHours: { startsAt: '18:00', endsAt: '09:00' } })
  t.match(await modesOf(bo), { swaps: 'at_once', hours: 'digest' }, 'nobody else’s')
  const audit = await db.select().from(auditEntries)
  const changed = audit.filter(({ action }) => action === 'notice-preferences.changed')
  t.match(changed, [{ actorId: amara.id, objectId: amara.id }, {}, {}])
  t.equal(changed.length, 3)
})

t.test('what cannot be is refused: other groups, other modes, a night without length', async (t) => {
  const { as, amara } = await houseWithDoor(t)
  for (const body of [{ modes: { lunch: 'digest' } }, { modes: { swaps: 'never' } }, { quiet: null }]) {
    t.equal((await as(amara).put(URL, body)).statusCode, 400)
  }
  const empty = await as(amara).put(URL, { quietHours: { startsAt: '20:00', endsAt: '20:00' } })
  t.match(empty.json(), { status: 400, code: 'QUIET_HOURS_EMPTY' })
  const none = await as(amara).put(URL, { quietHours: null })
  t.equal(none.json().quietHours, null)
})

t.test(
  'at night a notice waits for the morning of its reader, unless it is urgent or they never mind',
  async (t) => {
    const { db, as, tell, deliver, clock, amara, bo, eva, sent } = await houseWithDoor(
      t,
      '2027-03-01T21:00:00Z'
    )
    await as(eva).put(URL, { quietHours: null })
    await db.update(employees).set({ timeZone: 'America/New_York' }).where(eq(employees.id, bo.id))
    const soon = { startsAt: '2027-03-02T05:00:00Z', endsAt: '2027-03-02T09:00:00Z' }
    await tell(amara, 'swap-withdrawn')
    await tell(amara, 'seat-given-up', { shifts: [] })
    await tell(amara, 'swap-undone', { given: [soon], taken: [], by: { name: 'Lars' } })
    await tell(eva, 'swap-declined')
    await tell(bo, 'swap-refused')
    await deliver()
    t.strictSame(
      sent.map(({ to, title }) => [to.name, title]).sort(),
      [
        ['Amara Okafor', 'Lars undid your cover'],
        ['Amara Okafor', 'Your seat is open, as you are away'],
        ['Bo Berg', 'Somebody refused your cover'],
        ['Eva Executive', 'Somebody said no to the cover']
      ],
      'urgent; about a shift that begins before the night is over; four in the afternoon there; never minds'
    )
    clock.set('2027-03-02T05:59:00Z')
    await deliver()
    t.equal(sent.length, 4)
    clock.set('2027-03-02T06:00:00Z')
    await deliver()
    t.match(sent.at(-1), { to: { name: 'Amara Okafor' }, title: 'Somebody withdrew the cover' })
  }
)

t.test(
  'a digest comes at eight by the reader’s clock, in one message, in the order of what happened',
  async (t) => {
    const { db, tell, deliver, clock, amara, bo, eva, sent } = await house(t)
    await db
      .update(employees)
      .set({ timeZone: 'America/New_York', locale: 'nb' })
      .where(eq(employees.id, bo.id))
    for (const minutes of [30, 60]) await tell(amara, 'hours-credited', { minutes, onDay: '2027-02-26' })
    await tell(bo, 'hours-credited', { minutes: 90, onDay: '2027-02-26' })
    await tell(eva, 'hours-credited', { minutes: 45, onDay: '2027-02-26' })
    await deliver()
    t.strictSame(sent, [])
    clock.set('2027-03-01T13:00:00Z')
    await deliver()
    t.match(sent, [{ to: { name: 'Bo Berg' }, title: 'Oversikten din for mandag 1. mars: ett varsel' }])
    clock.set('2027-03-02T07:00:00Z')
    await deliver()
    t.equal(sent.length, 3)
    const toAmara = sent.find(({ to }) => to.email === amara.email)!
    t.match(toAmara, {
      to: { name: 'Amara Okafor' },
      title: 'Your digest of Tuesday 2 March: 2 notices',
      parts: [{ title: 'Somebody credited you 30 min' }, { title: 'Somebody credited you 1 h' }],
      unsubscribeUrl: /\.digest$/
    })
    const toEva = sent.find(({ to }) => to.email === eva.email)!
    t.match(toEva.parts, [{ title: 'Somebody credited you 45 min' }])
    t.strictSame([toAmara.parts.length, toEva.parts.length], [2, 1], 'each gets their own and nothing else')
    const [first, second] = (await deliveriesIn(db)).filter(({ employeeId }) => employeeId === amara.id)
    t.equal(toAmara.messageId, first!.messageId)
    t.equal(second!.messageOf, first!.id)
    t.strictSame([first!.sentAt, second!.sentAt], [clock.now(), clock.now()])
  }
)

t.test('what somebody turned off is not made, and what waits is not sent', async (t) => {
  const { db, as, tell, deliver, clock, amara, sent } = await houseWithDoor(t)
  await tell(amara, 'hours-credited', { minutes: 30, onDay: '2027-02-26' })
  await deliver()
  await as(amara).put(URL, { modes: { hours: 'inbox', swaps: 'inbox' } })
  await tell(amara, 'swap-withdrawn')
  clock.set('2027-03-02T08:00:00Z')
  await deliver()
  t.strictSame(sent, [])
  const rows = await deliveriesIn(db)
  t.match(rows, [{ skipReason: 'inbox' }])
  t.equal(rows.length, 1, 'of what was turned off before there is no delivery at all')
  t.equal((await as(amara).get('/api/me/notices')).json().items.length, 2, 'both are in the inbox')
})

t.test(
  'a link in a message turns off its kind: by one press for people, by a post for programs',
  async (t) => {
    const signingKey = newSigningKey()
    const { app, db, as } = await testApp(t, { signingKey })
    const { amara, bo } = await insertSmallCompany(db)
    const linkTo = (employeeId: string, group: string) =>
      `/unsubscribe/${unsubscribeToken(signingKey, { employeeId, group })}`
    const modeOf = async (who: { id: string }, wanted: string) =>
      (await as(who).get(URL)).json().groups.find(({ group }: { group: string }) => group === wanted).mode

    const opened = await app.inject({ url: linkTo(amara.id, 'swaps'), headers: { 'accept-language': 'sv' } })
    t.equal(opened.statusCode, 200)
    t.match(opened.body, 'Stäng av')
    t.equal(await modeOf(amara, 'swaps'), 'at_once', 'opening it changes nothing: programs open links too')

    const url = linkTo(amara.id, 'swaps')
    const form = { 'content-type': 'application/x-www-form-urlencoded' }
    const clicked = await app.inject({
      method: 'POST',
      url,
      headers: form,
      payload: 'List-Unsubscribe=One-Click'
    })
    t.equal(clicked.statusCode, 200)
    t.equal(await modeOf(amara, 'swaps'), 'inbox')
    t.equal(await modeOf(amara, 'seats'), 'at_once')
    t.equal(await modeOf(bo, 'swaps'), 'at_once')

    const parts = { 'content-type': 'multipart/form-data; boundary=x' }
    const payload =
      '--x\r\ncontent-disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n'
    const posted = await app.inject({ method: 'POST', url: linkTo(bo.id, 'digest'), headers: parts, payload })
    t.equal(posted.statusCode, 200)
    t.strictSame([await modeOf(bo, 'hours'), await modeOf(bo, 'team')], ['inbox', 'inbox'])
    t.equal(await modeOf(bo, 'swaps'), 'at_once', 'of a digest: what comes in digests')
  }
)

t.test('an address that we have not signed turns off nothing', async (t) => {
  const { app, db, as } = await testApp(t)
  const { amara } = await insertSmallCompany(db)
  const claim = { employeeId: amara.id, group: 'swaps' }
  const foreign = unsubscribeToken(newSigningKey(), claim)
  const [text] = foreign.split('.')
  for (const token of [foreign, `${text}.`, text!, 'nonsense', `${foreign}.x`]) {
    const reply = await app.inject({ method: 'POST', url: `/unsubscribe/${token}` })
    t.equal(reply.statusCode, 404)
  }
  t.equal((await as(amara).get(URL)).json().groups[2].mode, 'at_once')
})
