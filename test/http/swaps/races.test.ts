import { and, eq, isNull } from 'drizzle-orm'
import t, { type Test } from 'tap'
import { assignments } from '../../../db/schema/assignments.ts'
import { proposals } from '../../../db/schema/proposals.ts'
import { insertEmployee, insertSmallCompany } from '../../helpers/people.ts'
import { insertAssignment, insertRotation, insertShift } from '../../helpers/shifts.ts'
import { drainNotices, seatsInForce } from './swaps-cast.ts'
import { atTheGate, type Reply, twoApps } from './two-apps.ts'

/** Each of these races is run so often, on two processes. */
const ROUNDS = Number(process.env.ROUNDS ?? 5)

/** Mondays and a Tuesday without hosts; Amara and Bo are on the first, Eva and Ada are free. */
async function aCompany(t: Test) {
  const apps = await twoApps(t)
  const { db } = apps
  const company = await insertSmallCompany(db)
  const rotation = await insertRotation(db, 'Nordic', { hostsRequired: 0, spacingDays: 7 })
  const shiftOn = (day: string) => insertShift(db, rotation, `${day}T08:00:00Z`, `${day}T12:00:00Z`)
  const first = await shiftOn('2027-03-08')
  const tuesday = await shiftOn('2027-03-09')
  const later = await shiftOn('2027-04-05')
  const { amara, bo, eva, ada } = company
  const people = [amara, bo, eva, ada]
  await apps.signIn(people)
  const amaras = await insertAssignment(db, first, amara)
  const bos = await insertAssignment(db, tuesday, bo)
  const evas = await insertAssignment(db, later, eva)
  const cover = async (who: { id: string }, giveAssignmentId: string, ...asked: { id: string }[]) => {
    const asks = asked.map(({ id }) => ({ employeeId: id }))
    const reply = await apps.post(0, who, '/api/swaps', { giveAssignmentId, asks })
    if (reply.status !== 201) throw new Error(JSON.stringify(reply.body))
    return reply.body.id
  }
  const seats = () => seatsInForce(db, people)
  const stateOf = async (swapId: string) => {
    const [row] = await db.select().from(proposals).where(eq(proposals.id, swapId))
    return row!
  }
  return { ...apps, ...company, amaras, bos, evas, cover, seats, stateOf }
}

const statuses = (replies: Reply[]) => replies.map(({ status }) => status).sort()

t.test(
  'two proposals for one seat, both accepted at once: one is carried out, the other closes',
  async (t) => {
    const { db, pool, amara, eva, ada, amaras, cover, post, seats, stateOf } = await aCompany(t)
    for (let turn = 0; turn < ROUNDS; turn += 1) {
      const one = await cover(amara, amaras.id, eva)
      const other = await cover(amara, amaras.id, ada)
      await drainNotices(db)
      const { replies, held } = await atTheGate(pool, { table: 'employees', id: amara.id }, [
        () => post(0, eva, `/api/swaps/${one}/acceptance`),
        () => post(1, ada, `/api/swaps/${other}/acceptance`)
      ])
      t.equal(held, 2, 'both were held at the gate')
      t.strictSame(statuses(replies), [200, 409])
      t.equal(replies.find(({ status }) => status === 409)!.body.code, 'SWAP_NOT_OPEN')
      const winner = replies[0]!.status === 200 ? one : other
      const loser = winner === one ? other : one
      t.match(await stateOf(loser), { carriedOutAt: null, closedCause: 'changed_hands' })
      t.equal((await seats()).filter((seat) => seat.includes('03-08')).length, 1, 'one person in the seat')
      const told = (await drainNotices(db)).map((notice) => notice.split(' ')[0])
      t.strictSame(told, ['swap-accepted', 'swap-accepted', 'swap-closed', 'swap-closed'])
      t.equal((await post(0, amara, `/api/swaps/${winner}/undo`)).status, 200)
    }
  }
)

t.test(
  'one person accepts two covers that cannot both be worked, at once: one is refused by the rule',
  async (t) => {
    const { pool, amara, bo, ada, amaras, bos, cover, post, seats } = await aCompany(t)
    for (let turn = 0; turn < ROUNDS; turn += 1) {
      const one = await cover(amara, amaras.id, ada)
      const other = await cover(bo, bos.id, ada)
      const { replies } = await atTheGate(pool, { table: 'employees', id: ada.id }, [
        () => post(0, ada, `/api/swaps/${one}/acceptance`),
        () => post(1, ada, `/api/swaps/${other}/acceptance`)
      ])
      t.strictSame(statuses(replies), [200, 409])
      t.match(replies.find(({ status }) => status === 409)!.body, {
        code: 'SWAP_NOT_ALLOWED',
        details: [{ rule: 'too-close', employeeName: 'Ada Admin' }]
      })
      t.equal((await seats()).filter((seat) => seat.startsWith('Ada')).length, 1)
      const won = replies[0]!.status === 200 ? one : other
      t.equal((await post(0, ada, `/api/swaps/${won}/undo`)).status, 200)
      const [who, lost] = won === one ? [bo, other] : [amara, one]
      t.equal((await post(0, who, `/api/swaps/${lost}/withdrawal`)).status, 200)
    }
  }
)

t.test('acceptance and withdrawal at once: one of them happens, and the seats agree with it', async (t) => {
  const { pool, amara, ada, amaras, cover, post, seats, stateOf } = await aCompany(t)
  const before = await seats()
  for (let turn = 0; turn < ROUNDS; turn += 1) {
    const swap = await cover(amara, amaras.id, ada)
    const { replies } = await atTheGate(pool, { table: 'employees', id: amara.id }, [
      () => post(turn, ada, `/api/swaps/${swap}/acceptance`),
      () => post(turn + 1, amara, `/api/swaps/${swap}/withdrawal`)
    ])
    t.strictSame(statuses(replies), [200, 409])
    const isDone = replies[0]!.status === 200
    t.equal((await stateOf(swap)).carriedOutAt !== null, isDone)
    t.equal((await seats()).join() !== before.join(), isDone)
    if (isDone) t.equal((await post(0, ada, `/api/swaps/${swap}/undo`)).status, 200)
  }
  t.strictSame(await seats(), before)
})

t.test('both sides undo at once: it is undone once', async (t) => {
  const { db, pool, amara, ada, amaras, cover, post, seats } = await aCompany(t)
  const before = await seats()
  for (let turn = 0; turn < ROUNDS; turn += 1) {
    const swap = await cover(amara, amaras.id, ada)
    t.equal((await post(0, ada, `/api/swaps/${swap}/acceptance`)).status, 200)
    await drainNotices(db)
    const { replies } = await atTheGate(pool, { table: 'employees', id: amara.id }, [
      () => post(0, amara, `/api/swaps/${swap}/undo`),
      () => post(1, ada, `/api/swaps/${swap}/undo`)
    ])
    t.strictSame(statuses(replies), [200, 409])
    t.strictSame(await drainNotices(db), [`swap-undone ${amara.id}`, `swap-undone ${ada.id}`].sort())
    t.strictSame(await seats(), before)
  }
})

t.test('the seat is passed on while its swap is undone: whoever comes second is refused', async (t) => {
  const { db, pool, amara, eva, ada, amaras, cover, post, seats } = await aCompany(t)
  const before = await seats()
  for (let turn = 0; turn < ROUNDS; turn += 1) {
    const swap = await cover(amara, amaras.id, ada)
    t.equal((await post(0, ada, `/api/swaps/${swap}/acceptance`)).status, 200)
    const [{ id: seat }] = (await db
      .select({ id: assignments.id })
      .from(assignments)
      .where(and(isNull(assignments.releasedAt), eq(assignments.employeeId, ada.id)))) as [{ id: string }]
    const onward = await cover(ada, seat, eva)
    const { replies } = await atTheGate(pool, { table: 'employees', id: ada.id }, [
      () => post(turn, amara, `/api/swaps/${swap}/undo`),
      () => post(turn + 1, eva, `/api/swaps/${onward}/acceptance`)
    ])
    t.strictSame(statuses(replies), [200, 409])
    t.equal((await seats()).length, before.length, 'nobody has two seats, none is lost')
    if (replies[0]!.status === 200) continue
    t.equal(replies[0]!.body.code, 'SEATS_MOVED_ON')
    t.equal((await post(0, eva, `/api/swaps/${onward}/undo`)).status, 200)
    t.equal(
      (await post(0, amara, `/api/swaps/${swap}/undo`)).status,
      200,
      'undone in turn, it is possible again'
    )
  }
  t.strictSame(await seats(), before)
})

t.test('acceptance and deactivation of who accepts, at once: nobody who is gone holds a seat', async (t) => {
  const { db, pool, amara, ada, helge, product, amaras, cover, post, signIn } = await aCompany(t)
  await signIn([helge])
  for (let turn = 0; turn < ROUNDS; turn += 1) {
    const cleo = await insertEmployee(db, `Cleo ${'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[turn % 26]}`, product)
    await signIn([cleo])
    const swap = await cover(amara, amaras.id, cleo, ada)
    const { replies } = await atTheGate(pool, { table: 'employees', id: cleo.id }, [
      () => post(turn, cleo, `/api/swaps/${swap}/acceptance`),
      () => post(turn + 1, helge, `/api/employees/${cleo.id}/deactivation`)
    ])
    t.equal(replies[1]!.status, 200)
    t.strictSame(
      await seatsInForce(db, [cleo]).then((all) => all.filter((seat) => seat.startsWith('Cleo'))),
      []
    )
    if (replies[0]!.status === 200) break
    t.equal(replies[0]!.body.code, 'SWAP_NOT_OPEN')
    t.equal((await post(0, amara, `/api/swaps/${swap}/withdrawal`)).status, 200)
  }
})
