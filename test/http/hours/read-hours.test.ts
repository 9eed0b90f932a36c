import { eq } from 'drizzle-orm'
import t from 'tap'
import { absences } from '../../../db/schema/absences.ts'
import { auditEntries } from '../../../db/schema/audit.ts'
import { ledgerEntries } from '../../../db/schema/ledger.ts'
import { quotas } from '../../../db/schema/quotas.ts'
import { readBalances } from '../../../src/hours/read-balances.ts'
import { insertEmployee } from '../../helpers/people.ts'
import { insertAssignment } from '../../helpers/shifts.ts'
import { amaraWorkedAShift } from './hours-cast.ts'

t.test('the hours of a shift are proposed from its end until somebody confirms them', async (t) => {
  const { amara, as, clock, confirm, rotation, shift, seat } = await amaraWorkedAShift(t)
  const proposed = async () => (await as(amara).get('/api/me/hours')).json().proposed
  clock.set('2027-03-01T11:59:59Z')
  t.strictSame(await proposed(), [])
  clock.set('2027-03-01T12:00:00Z')
  t.strictSame(await proposed(), [
    {
      assignmentId: seat.id,
      shiftId: shift.id,
      rotationId: rotation.id,
      rotationName: 'Nordic office hours',
      onDay: '2027-03-01',
      startsAt: '2027-03-01T08:00:00.000Z',
      endsAt: '2027-03-01T12:00:00.000Z',
      plannedMinutes: 240,
      activity: null,
      confirmUntil: '2027-03-15T12:00:00.000Z'
    }
  ])
  await confirm(amara)
  t.strictSame(await proposed(), [])
})

t.test('a seat given up proposes nothing', async (t) => {
  const { bo, as, db, shift } = await amaraWorkedAShift(t)
  await insertAssignment(db, shift, bo, { releasedAt: new Date('2027-02-20T08:00:00Z') })
  t.strictSame((await as(bo).get('/api/me/hours')).json(), { proposed: [], items: [], nextCursor: null })
})

t.test('the ledger comes in pages, latest day first, each entry once', async (t) => {
  const { amara, bo, as, db } = await amaraWorkedAShift(t)
  const days = ['2027-02-01', '2027-02-02', '2027-02-02', '2027-02-02', '2027-02-05']
  const entry = { kind: 'credited' as const, minutes: 30 }
  await db.insert(ledgerEntries).values(days.map((onDay) => ({ ...entry, onDay, employeeId: amara.id })))
  await db.insert(ledgerEntries).values({ ...entry, onDay: '2027-02-03', employeeId: bo.id })

  const seen: { id: string; onDay: string }[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const reply = await as(amara).get(`/api/me/hours?limit=2${cursor && `&cursor=${cursor}`}`)
    t.equal(reply.json().proposed.length, cursor === '' ? 1 : 0, 'proposed hours come with the first page')
    seen.push(...reply.json().items)
    cursor = reply.json().nextCursor
  }
  t.strictSame(
    seen.map(({ onDay }) => onDay),
    days.toReversed()
  )
  t.equal(new Set(seen.map(({ id }) => id)).size, days.length)
})

t.test('a cursor that is not one of ours is refused', async (t) => {
  const { amara, as } = await amaraWorkedAShift(t)
  const forged = Buffer.from(`2027-99-99\n${amara.id}`).toString('base64url')
  for (const cursor of [forged, 'x', '%00']) {
    t.match((await as(amara).get(`/api/me/hours?cursor=${cursor}`)).json(), { status: 400 }, cursor)
  }
})

t.test('a lead of the team and HR see the hours of a person, others do not', async (t) => {
  const { amara, bo, sofie, ada, lars, helge, as, db } = await amaraWorkedAShift(t)
  const look = (who: { id: string }) => as(who).get(`/api/employees/${amara.id}/hours`)
  for (const who of [amara, lars, helge]) {
    t.equal((await look(who)).json().proposed.length, 1, who.name)
  }
  for (const who of [bo, sofie, ada]) {
    t.match((await look(who)).json(), { status: 404, code: 'EMPLOYEE_NOT_FOUND' }, who.name)
  }
  const looks = await db.select().from(auditEntries).where(eq(auditEntries.action, 'hours.viewed'))
  t.strictSame(
    looks.map(({ actorId }) => actorId),
    [lars.id, helge.id],
    'who looked is written down'
  )
})

t.test('whatever is read of somebody’s hours by another is written down and shown to them', async (t) => {
  const { amara, lars, bo, seat, as, db } = await amaraWorkedAShift(t)
  const addresses = [
    `/api/employees/${amara.id}/hours`,
    `/api/employees/${amara.id}/closed-balances`,
    `/api/assignments/${seat.id}/hours`
  ]
  const looks = async () =>
    (await db.select().from(auditEntries).where(eq(auditEntries.action, 'hours.viewed'))).length
  for (const [at, address] of addresses.entries()) {
    t.equal((await as(amara).get(address)).statusCode, 200)
    t.equal((await as(bo).get(address)).statusCode, 404)
    t.equal(await looks(), at, 'their own look and a refused one are no views')
    t.equal((await as(lars).get(address)).statusCode, 200)
    t.equal(await looks(), at + 1, address)
  }
  const { items } = (await as(amara).get('/api/me/views')).json()
  t.strictSame(
    items.map(({ viewer, what }: { viewer: { name: string }; what: string }) => `${viewer.name}: ${what}`),
    ['Lars Lead: hours', 'Lars Lead: hours', 'Lars Lead: hours']
  )
})

t.test('the balance is worked and credited minus due, of the days asked for only', async (t) => {
  const { amara, lars, as, db, confirm } = await amaraWorkedAShift(t)
  await db.insert(quotas).values({ scope: 'organisation', minutes: 280, perWeeks: 4, fromOn: '2026-01-01' })
  const { id } = (await confirm(amara)).json()
  await as(amara).post(`/api/hours/${id}/correction`, { minutes: 200, reason: 'Left early' })
  await as(lars).post(`/api/employees/${amara.id}/credits`, {
    ...{ minutes: 30, onDay: '2027-02-28', reason: 'Help pages' }
  })
  const balance = async (fromOn: string, toOn: string) =>
    (await as(amara).get(`/api/me/balance?fromOn=${fromOn}&toOn=${toOn}`)).json()
  t.strictSame(await balance('2027-02-22', '2027-03-08'), {
    fromOn: '2027-02-22',
    toOn: '2027-03-08',
    dueMinutes: 140,
    workedMinutes: 200,
    creditedMinutes: 30,
    carriedMinutes: 0,
    waivedMinutes: 0,
    balanceMinutes: 90
  })
  t.match(await balance('2027-02-22', '2027-03-01'), {
    dueMinutes: 70,
    workedMinutes: 0,
    creditedMinutes: 30
  })
  t.match(await balance('2027-03-01', '2027-03-02'), {
    dueMinutes: 10,
    workedMinutes: 200,
    creditedMinutes: 0
  })
})

t.test('a period must be one', async (t) => {
  const { amara, as } = await amaraWorkedAShift(t)
  const periods = [
    ['2027-03-01', '2027-03-01'],
    ['2027-03-02', '2027-03-01'],
    ['0000-01-01', '0000-02-01'],
    ['2000-01-01', '2027-01-01']
  ]
  for (const [fromOn, toOn] of periods) {
    const reply = await as(amara).get(`/api/me/balance?fromOn=${fromOn}&toOn=${toOn}`)
    t.match(reply.json(), { status: 400, code: 'PERIOD_NOT_VALID' }, `${fromOn} - ${toOn}`)
  }
})

t.test('balances of any number of people take the same number of queries', async (t) => {
  const { amara, bo, product, db, pool } = await amaraWorkedAShift(t)
  let queries = 0
  const query = pool.query
  pool.query = ((...args: Parameters<typeof query>) => {
    queries += 1
    return query.apply(pool, args)
  }) as typeof query
  const countFor = async (employeeIds: string[] | undefined, people: number) => {
    queries = 0
    const period = { fromOn: '2027-01-01', toOn: '2028-01-01' }
    const balances = await readBalances(db, { ...period, ...(employeeIds && { employeeIds }) })
    t.equal(balances.size, people)
    return queries
  }
  const ofOne = await countFor([amara.id], 1)
  t.ok(ofOne > 0)
  t.equal(await countFor([amara.id, bo.id], 2), ofOne)
  const ofAll = await countFor(undefined, 8)
  const away = { startsAt: new Date('2027-03-01T00:00Z'), endsAt: new Date('2027-04-01T00:00Z') }
  for (const name of ['Cleo', 'Dag', 'Elin']) {
    const { id: employeeId } = await insertEmployee(db, name, product)
    await db.insert(absences).values({ ...away, employeeId, kind: 'leave' })
  }
  t.equal(await countFor(undefined, 11), ofAll)
})
