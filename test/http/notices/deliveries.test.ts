import { eq } from 'drizzle-orm'
import t from 'tap'
import { deliveries } from '../../../db/schema/deliveries.ts'
import { employees } from '../../../db/schema/employees.ts'
import { DELIVERY_STATES, deliveryState } from '../../../src/engine/telling/delivery-state.ts'
import { ChannelDown, type Message, MessageRefused, type Sender } from '../../../src/notices/post.ts'
import { deeds } from '../../helpers/audit.ts'
import { deliveriesIn, houseWithDoor, postBy } from './notices-cast.ts'

const failing = (error: Error): Sender => ({ send: () => Promise.reject(error) })

t.test(
  'an administrator sees what failed and why, not what it says, and sends it again with the same id',
  async (t) => {
    const { db, as, tell, deliver, system, clock, ada, amara, sent } = await houseWithDoor(t)
    await tell(amara, 'swap-refused', { reason: 'Between you and me' })
    await tell(amara, 'swap-withdrawn')
    await deliver({ ...system, post: postBy(failing(new MessageRefused('550 No such user'))) })
    const failed = (await as(ada).get('/api/deliveries?state=failed')).json()
    t.equal(failed.items.length, 2)
    const [, dead] = failed.items
    t.match(dead, {
      ...{ state: 'failed', channel: 'email', attempts: 1, lastError: '550 No such user' },
      ...{ notice: { kind: 'swap-refused' }, employee: { id: amara.id, name: 'Amara Okafor' } }
    })
    t.notMatch(JSON.stringify(failed), 'Between you and me')

    clock.set('2027-03-01T10:00:00Z')
    const again = await as(ada).post(`/api/deliveries/${dead.id}/resending`)
    t.match(again.json(), { id: dead.id, state: 'retrying', attempts: 0 })
    await deliver()
    t.match(sent, [{ messageId: dead.messageId }])
    t.equal(sent.length, 1, 'the other stays dead')
    const twice = await as(ada).post(`/api/deliveries/${dead.id}/resending`)
    t.match(twice.json(), { status: 409, code: 'DELIVERY_NOT_FAILED', details: { state: 'sent' } })
    const audit = await deeds(db)
    const about = audit.filter(({ objectId }) => objectId === dead.id).map(({ action }) => action)
    t.strictSame(about.sort(), ['delivery.failed', 'delivery.resent'])
    t.match(audit.at(-1), { actorId: ada.id, before: { lastError: '550 No such user' } })
  }
)

t.test('who is held by the brake on leavers is sent nothing; their inbox keeps it', async (t) => {
  const { db, as, tell, deliver, system, clock, amara, bo, sent } = await houseWithDoor(t)
  const suspend = (suspendedAt: Date | null) =>
    db.update(employees).set({ suspendedAt }).where(eq(employees.id, amara.id))
  await tell(amara, 'swap-withdrawn')
  await deliver({ ...system, post: postBy(failing(new Error('451 later'))) })
  await suspend(clock.now())
  await tell(amara, 'swap-withdrawn')
  await tell(bo, 'swap-withdrawn')
  clock.set('2027-03-01T09:00:00Z')
  await deliver()
  t.match(sent, [{ employeeId: bo.id }])
  t.equal(sent.length, 1)
  const made = (await deliveriesIn(db)).filter(({ employeeId }) => employeeId === amara.id)
  t.match(made, [{ sentAt: null, skipReason: 'left' }], 'the one that was on its way, and no other')
  await suspend(null)
  await deliver()
  t.equal(sent.length, 1, 'what was written meanwhile is not sent late')
  t.equal((await as(amara).get('/api/me/notices')).json().items.length, 2)
})

t.test('every state in the list is the state by the rule', async (t) => {
  const { db, as, tell, deliver, system, clock, ada, amara, bo } = await houseWithDoor(t)
  for (let i = 0; i < 5; i += 1) await tell(i < 4 ? amara : bo, 'swap-withdrawn')
  await tell(amara, 'hours-credited', {})
  const replies = [null, new Error('451 later'), new MessageRefused('550 no'), null, null]
  const sender: Sender = {
    send: async () => {
      const error = replies.shift()
      if (error) throw error
      return '250 taken'
    }
  }
  await deliver({ ...system, post: postBy(sender) })
  const rows = await deliveriesIn(db)
  const [some, other] = rows.filter(({ sentAt }) => sentAt)
  const until = new Date(+clock.now() + 60_000)
  const set = (id: string, values: Partial<typeof deliveries.$inferInsert>) =>
    db.update(deliveries).set(values).where(eq(deliveries.id, id))
  await set(some!.id, { sentAt: null, skippedAt: clock.now(), skipReason: 'stale' })
  await set(other!.id, { sentAt: null, claimedUntil: until })
  const expected = new Map((await deliveriesIn(db)).map((row) => [row.id, deliveryState(row, clock.now())]))
  t.strictSame([...new Set(expected.values())].sort(), [...DELIVERY_STATES].sort(), 'all six are there')
  for (const state of DELIVERY_STATES) {
    const { items } = (await as(ada).get(`/api/deliveries?state=${state}`)).json()
    const wanted = [...expected].filter(([, is]) => is === state).map(([id]) => id)
    t.strictSame(items.map(({ id }: { id: string }) => id).sort(), wanted.sort(), state)
    for (const item of items) t.equal(item.state, state)
  }
  const all = (await as(ada).get('/api/deliveries?limit=4')).json()
  const rest = (await as(ada).get(`/api/deliveries?limit=4&cursor=${all.nextCursor}`)).json()
  t.equal(new Set([...all.items, ...rest.items].map(({ id }: { id: string }) => id)).size, 6, 'in pages')
})

t.test('what fails ten times is given up after a night, with longer and longer waits between', async (t) => {
  const { db, tell, deliver, system, clock, amara } = await houseWithDoor(t, '2027-03-01T06:00:00Z')
  await tell(amara, 'seat-given-up', { shifts: [] })
  const ctx = { ...system, post: postBy(failing(new Error('451 later'))) }
  const waits: number[] = []
  for (let attempt = 1; attempt <= 10; attempt += 1) {
    await deliver(ctx)
    const [row] = await deliveriesIn(db)
    t.equal(row!.attempts, attempt)
    if (row!.failedAt) break
    waits.push((+row!.nextAt - +clock.now()) / 60_000)
    clock.set(row!.nextAt.toISOString())
  }
  t.strictSame(waits, [1, 2, 4, 8, 16, 32, 64, 128, 240])
  t.match(await deliveriesIn(db), [{ attempts: 10, failedAt: clock.now(), lastError: '451 later' }])
})

t.test('a digest that fails is one dead letter for all that is in it, and is sent again whole', async (t) => {
  const { db, as, tell, deliver, system, clock, ada, amara, sent } = await houseWithDoor(t)
  for (let i = 0; i < 3; i += 1) await tell(amara, 'hours-credited', { minutes: 30, onDay: '2027-02-26' })
  await deliver()
  clock.set('2027-03-02T08:00:00Z')
  await deliver({ ...system, post: postBy(failing(new MessageRefused('552 too big'))) })
  const rows = await deliveriesIn(db)
  t.equal(rows.filter(({ failedAt }) => failedAt).length, 3)
  await as(ada).post(`/api/deliveries/${rows[2]!.id}/resending`)
  await deliver()
  t.match(sent, [{ messageId: rows[0]!.messageId, parts: { length: 3 } }])
})

t.test('a worker that was stopped too long writes nothing about what another has sent', async (t) => {
  const { db, tell, deliver, system, clock, amara } = await houseWithDoor(t)
  await tell(amara, 'swap-withdrawn')
  const sent: Message[] = []
  const other: Sender = { send: async (message) => `250 ${sent.push(message)}` }
  const stopped: Sender = {
    send: async () => {
      clock.set('2027-03-01T08:30:00Z')
      await deliver({ ...system, post: postBy(other) })
      throw new ChannelDown('woken up, and everything has moved on')
    }
  }
  await deliver({ ...system, post: postBy(stopped) })
  t.equal(sent.length, 1)
  t.match(await deliveriesIn(db), [{ sentAt: clock.now(), attempts: 2, lastError: null, receipt: '250 1' }])
})

t.test('a message that kills its worker every time is given up as well', async (t) => {
  const { db, tell, deliver, clock, amara, sent } = await houseWithDoor(t)
  await tell(amara, 'swap-withdrawn')
  await deliver()
  await db.update(deliveries).set({ sentAt: null, attempts: 10 })
  sent.length = 0
  clock.set('2027-03-01T09:00:00Z')
  await deliver()
  t.strictSame(sent, [])
  t.match(await deliveriesIn(db), [{ failedAt: clock.now(), lastError: /broke off/ }])
})
