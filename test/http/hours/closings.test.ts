import { and, eq } from 'drizzle-orm'
import t, { type Test } from 'tap'
import { auditEntries } from '../../../db/schema/audit.ts'
import { closings } from '../../../db/schema/closings.ts'
import { employees } from '../../../db/schema/employees.ts'
import { ledgerEntries } from '../../../db/schema/ledger.ts'
import { notices } from '../../../db/schema/notices.ts'
import { quotas } from '../../../db/schema/quotas.ts'
import { closeDuePeriods } from '../../../src/hours/close-period.ts'
import { letBothGo } from './at-the-gate.ts'
import { amaraWorkedAShift } from './hours-cast.ts'

/** Ten minutes a day are due, 900 in the first quarter of 2027; Amara worked 240. It is 15 April. */
async function quarterIsOver(t: Test, cap = 240) {
  const app = await amaraWorkedAShift(t)
  const { db, as, amara, helge, confirm, clock } = app
  await db.insert(quotas).values({ scope: 'organisation', minutes: 280, perWeeks: 4, fromOn: '2027-01-01' })
  const confirmed = (await confirm(amara)).json()
  clock.set('2027-04-15T08:00:00Z')
  if (cap !== 240) await as(helge).put('/api/hours/policy', { periodMonths: 3, capMinutes: cap })
  const close = (onDay = '2027-02-10', who = helge) => as(who).post('/api/hours/closings', { onDay })
  const balance = async (fromOn: string, toOn: string) =>
    (await as(amara).get(`/api/me/balance?fromOn=${fromOn}&toOn=${toOn}`)).json()
  const closed = async () => (await as(amara).get('/api/me/closed-balances')).json().items
  const told = async () => db.select().from(notices).where(eq(notices.employeeId, amara.id))
  const carried = async () => {
    const mine = and(eq(ledgerEntries.employeeId, amara.id), eq(ledgerEntries.kind, 'carried'))
    const rows = await db.select().from(ledgerEntries).where(mine).orderBy(ledgerEntries.id)
    return rows.map(({ onDay, minutes }) => `${onDay} ${minutes}`)
  }
  return { ...app, confirmed, close, balance, closed, told, carried }
}

t.test(
  'closing carries each balance into the next quarter, cut to the cap, and tells each person',
  async (t) => {
    const { close, balance, closed, told, carried, db, helge } = await quarterIsOver(t)
    const reply = await close()
    t.equal(reply.statusCode, 201, reply.body)
    t.match(reply.json(), {
      ...{ fromOn: '2027-01-01', toOn: '2027-04-01', capMinutes: 240, isNew: true, changed: 8 }
    })
    t.match(await closed(), [
      {
        ...{
          fromOn: '2027-01-01',
          toOn: '2027-04-01',
          capMinutes: 240,
          closedAt: '2027-04-15T08:00:00.000Z'
        },
        ...{ dueMinutes: 900, workedMinutes: 240, creditedMinutes: 0, waivedMinutes: 0, broughtMinutes: 0 },
        ...{ balanceMinutes: -660, takenMinutes: -240 }
      }
    ])
    t.strictSame(await carried(), ['2027-03-31 660', '2027-04-01 -240'])
    t.match(await balance('2027-04-01', '2027-07-01'), {
      dueMinutes: 910,
      carriedMinutes: -240,
      balanceMinutes: -1150
    })
    t.match(
      await balance('2027-01-01', '2027-04-01'),
      { carriedMinutes: 0, balanceMinutes: -660 },
      'at its end'
    )
    t.match(await balance('2027-01-01', '2027-07-01'), { balanceMinutes: -1150 }, 'and is counted once')
    t.match(await told(), [
      { kind: 'period-closed', facts: { balanceMinutes: -660, takenMinutes: -240, lapsedMinutes: -420 } }
    ])
    t.equal((await db.select().from(notices)).length, 8, 'everybody who owed anything')
    const [entry] = await db.select().from(auditEntries).where(eq(auditEntries.action, 'period.closed'))
    t.match(entry, { actorId: helge.id, after: { fromOn: '2027-01-01', people: 8 } })
  }
)

t.test('closing twice, or five times at once, changes nothing more', async (t) => {
  const { close, carried, told } = await quarterIsOver(t)
  const replies = await Promise.all([1, 2, 3, 4, 5].map(() => close()))
  t.strictSame(replies.map(({ statusCode }) => statusCode).sort(), [200, 200, 200, 200, 201])
  t.match((await close('2027-03-31')).json(), { isNew: false, changed: 0 })
  t.equal((await carried()).length, 2)
  t.equal((await told()).length, 1)
})

t.test('a correction in a closed quarter carries on at once, period after period', async (t) => {
  const { close, closed, carried, told, as, amara, lars, confirmed, clock } = await quarterIsOver(t, 1000)
  await close()
  clock.set('2027-07-15T08:00:00Z')
  await close('2027-04-01')
  t.strictSame(await carried(), ['2027-03-31 660', '2027-04-01 -660', '2027-06-30 1570', '2027-07-01 -1000'])
  const before = (await told()).length
  await as(lars).post(`/api/hours/${confirmed.id}/correction`, { minutes: 840, reason: 'The whole week' })
  t.strictSame((await carried()).slice(4), [
    '2027-03-31 -600',
    '2027-04-01 600',
    '2027-06-30 -600',
    '2027-07-01 30'
  ])
  t.match(await closed(), [
    { fromOn: '2027-04-01', broughtMinutes: -60, balanceMinutes: -970, takenMinutes: -970 },
    { fromOn: '2027-01-01', workedMinutes: 840, balanceMinutes: -60, takenMinutes: -60 }
  ])
  t.strictSame(
    (await told())
      .slice(before)
      .map(({ kind }) => kind)
      .sort(),
    ['hours-corrected', 'period-closed', 'period-closed']
  )
  await as(lars).post(`/api/employees/${amara.id}/credits`, {
    minutes: 60,
    onDay: '2027-03-01',
    reason: 'A page'
  })
  t.match((await closed())[1], { creditedMinutes: 60, balanceMinutes: 0, takenMinutes: 0 })
})

t.test('what the quota was changed to afterwards is brought in line by closing again', async (t) => {
  const { close, closed, db, as, amara, helge } = await quarterIsOver(t)
  await close()
  await as(helge).post('/api/quotas', {
    ...{ scope: 'person', employeeId: amara.id, hours: 0, weeks: 1, fromOn: '2027-01-01' }
  })
  await db.delete(notices)
  t.match((await close()).json(), { isNew: false, changed: 1 })
  t.match(await closed(), [{ dueMinutes: 0, balanceMinutes: 240, takenMinutes: 240 }])
  t.match(await db.select().from(notices), [
    { employeeId: amara.id, facts: { takenBefore: -240, takenMinutes: 240 } }
  ])
})

t.test('a period is closed in order, by HR, and once it is over everywhere', async (t) => {
  const { close, clock, db, lars, ada } = await quarterIsOver(t)
  t.match((await close('2027-04-01')).json(), { status: 409, code: 'PERIOD_NOT_OVER' })
  for (const who of [lars, ada]) t.equal((await close('2027-02-01', who)).statusCode, 403)
  clock.set('2027-04-01T11:59:59Z')
  t.match((await close()).json(), { code: 'PERIOD_NOT_OVER' }, 'it is still March somewhere')
  clock.set('2027-04-01T12:00:00Z')
  t.equal((await close()).statusCode, 201)
  clock.set('2027-10-02T08:00:00Z')
  t.match((await close('2027-08-01')).json(), {
    ...{ status: 409, code: 'BOOKS_NOT_IN_ORDER', details: { nextFromOn: '2027-04-01' } }
  })
  t.match((await close('2026-12-31')).json(), { code: 'BOOKS_NOT_IN_ORDER' })
  t.equal((await close('0001-01-01')).statusCode, 400)
  t.equal((await db.select().from(closings)).length, 1)
})

t.test('HR changes the cap and the length of periods for closings to come', async (t) => {
  const { close, as, helge, amara, clock } = await quarterIsOver(t)
  t.match((await as(amara).get('/api/hours/policy')).json(), { periodMonths: 3, capMinutes: 240 })
  await close()
  t.equal((await as(helge).put('/api/hours/policy', { periodMonths: 5, capMinutes: 0 })).statusCode, 400)
  await as(helge).put('/api/hours/policy', { periodMonths: 12, capMinutes: 0 })
  t.match((await close()).json(), { capMinutes: 240, changed: 0 }, 'what is closed keeps its cap')
  clock.set('2028-01-02T08:00:00Z')
  t.match((await close('2027-05-01')).json(), { fromOn: '2027-04-01', toOn: '2028-01-01', capMinutes: 0 })
  const { items } = (await as(amara).get('/api/hours/closings')).json()
  t.match(items, [{ fromOn: '2027-04-01', closedBy: { name: 'Helge HR' } }, { fromOn: '2027-01-01' }])
})

t.test('the job closes a quarter two weeks after its end, in order, and never twice', async (t) => {
  const { db, clock, carried, told } = await quarterIsOver(t)
  const system = { db, now: clock.now, actor: null, requestId: null }
  const spans = async () => (await db.select().from(closings)).map(({ fromOn }) => fromOn)
  clock.set('2027-04-15T23:00:00Z')
  await closeDuePeriods(system)
  t.strictSame(await spans(), [], 'corrections are still open')
  clock.set('2027-04-16T13:00:00Z')
  await Promise.all([closeDuePeriods(system), closeDuePeriods(system)])
  t.strictSame(await spans(), ['2027-01-01'])
  clock.set('2027-10-20T04:25:00Z')
  await closeDuePeriods(system)
  t.strictSame(await spans(), ['2027-01-01', '2027-04-01', '2027-07-01'])
  const lines = await carried()
  const notes = (await told()).length
  await closeDuePeriods(system)
  t.strictSame(await carried(), lines)
  t.equal((await told()).length, notes)
})

t.test('who has left takes nothing along', async (t) => {
  const { close, carried, db, amara } = await quarterIsOver(t)
  await db.update(employees).set({ leavesOn: '2027-03-15' }).where(eq(employees.id, amara.id))
  await close()
  t.strictSame(await carried(), ['2027-03-31 500'], 'the balance ends with the period')
})

t.test('hours confirmed while the quarter is closed are in it, whichever comes first', async (t) => {
  const { close, closed, confirm, amara, lars, as, pool, seat, db } = await quarterIsOver(t)
  const [first] = await db.select().from(ledgerEntries).where(eq(ledgerEntries.assignmentId, seat.id))
  const correct = () =>
    as(lars).post(`/api/hours/${first!.id}/correction`, { minutes: 900, reason: 'All week' })
  const replies = await letBothGo(pool, amara, [correct, () => close()])
  t.strictSame(
    replies.map(({ statusCode }) => statusCode),
    [201, 201]
  )
  t.match(await closed(), [{ workedMinutes: 900, balanceMinutes: 0, takenMinutes: 0 }])
  t.ok(confirm)
})

t.test('where somebody stood is seen by the person, their leads and HR', async (t) => {
  const { close, as, amara, bo, lars, helge, sofie } = await quarterIsOver(t)
  await close()
  const look = (who: { id: string }) => as(who).get(`/api/employees/${amara.id}/closed-balances`)
  for (const who of [amara, lars, helge]) t.match((await look(who)).json().items, [{ balanceMinutes: -660 }])
  for (const who of [bo, sofie]) t.equal((await look(who)).statusCode, 404)
})
