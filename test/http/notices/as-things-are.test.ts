import { eq } from 'drizzle-orm'
import t, { type Test } from 'tap'
import { assignments } from '../../../db/schema/assignments.ts'
import { employees } from '../../../db/schema/employees.ts'
import { ledgerEntries } from '../../../db/schema/ledger.ts'
import { proposalAsks, proposals } from '../../../db/schema/proposals.ts'
import { rotations } from '../../../db/schema/rotations.ts'
import { shifts } from '../../../db/schema/shifts.ts'
import type { Message } from '../../../src/notices/post.ts'
import { plainText } from '../../../src/notices/render/render-notice.ts'
import { insertAssignment, insertRotation, insertShift } from '../../helpers/shifts.ts'
import { deliveriesIn, house } from './notices-cast.ts'

/** The house with a shift in Oslo on Wednesday from nine to one, on which Amara sits with Hanna as host. */
async function wednesday(t: Test) {
  const parts = await house(t)
  const { db, amara, hanna } = parts
  const rotation = await insertRotation(db, 'Nordic', { queueUrl: 'https://queue.example/nordic' })
  const shift = await insertShift(db, rotation, '2027-03-03T08:00:00Z', '2027-03-03T12:00:00Z')
  const seat = await insertAssignment(db, shift, amara)
  await insertAssignment(db, shift, hanna)
  const { id: shiftId, startsAt, endsAt } = shift
  const span = { shiftId, startsAt, endsAt }
  const facts = { ...span, assignmentId: seat.id, rotationId: rotation.id, rotationName: 'Nordic' }
  return { ...parts, rotation, shift, seat, span, facts }
}

const textOf = ({ parts }: Message) =>
  parts.map(({ title, body }) => `${title}\n${plainText(body)}`).join('\n')

t.test('a reminder names the buddy and the queue as they are when it is sent', async (t) => {
  const { tell, deliver, amara, facts, sent } = await wednesday(t)
  await tell(amara, 'shift-tomorrow', facts)
  await deliver()
  t.equal(
    textOf(sent[0]!),
    `Within a day: your shift in Nordic
Wednesday 3 March, 09:00–13:00

Your buddy is Hanna Host, who opens with a call.

The queue: https://queue.example/nordic`
  )
})

t.test(
  'everybody reads their own language and their own clock, with the rotation’s where it differs',
  async (t) => {
    const { db, tell, deliver, amara, bo, eva, facts, sent } = await wednesday(t)
    const move = (id: string, timeZone: string, locale: 'nb' | 'sv') =>
      db.update(employees).set({ timeZone, locale }).where(eq(employees.id, id))
    await move(bo.id, 'America/New_York', 'nb')
    await move(eva.id, 'Pacific/Auckland', 'sv')
    const span = {
      rotationName: 'Nordic',
      rotationId: facts.rotationId,
      shifts: [facts],
      name: 'Hanna',
      todo: ''
    }
    for (const reader of [amara, bo, eva]) await tell(reader, 'seat-opened', span)
    await deliver()
    const textFor = ({ id }: { id: string }) => textOf(sent.find(({ employeeId }) => employeeId === id)!)
    t.match(textFor(amara), '- Nordic: Wednesday 3 March, 09:00–13:00\n')
    t.match(textFor(bo), '- Nordic: onsdag 3. mars, 03:00–07:00 (09:00–13:00 i Oslo)\n')
    t.match(textFor(bo), 'Hanna er borte')
    t.match(textFor(eva), '- Nordic: onsdag 3 mars, 21:00–01:00 (09:00–13:00 i Oslo)\n')
    t.match(textFor(eva), 'Hanna är borta')
  }
)

t.test('a shift that moved since says so, and so does one that was dropped', async (t) => {
  const { db, tell, deliver, bo, facts, shift, sent } = await wednesday(t)
  const asked = { shifts: [facts], employeeId: 'x', name: 'Amara', todo: 'agree-who-takes-over' }
  await tell(bo, 'shift-in-absence', asked)
  await db
    .update(shifts)
    .set({ endsAt: new Date('2027-03-03T11:00:00Z') })
    .where(eq(shifts.id, shift.id))
  await deliver()
  t.match(
    textOf(sent[0]!),
    'it has moved: instead of Wednesday 3 March, 09:00–13:00 it is Wednesday 3 March, 09:00–12:00.'
  )
  await tell(bo, 'shift-in-absence', asked)
  await db.update(assignments).set({ releasedAt: new Date() })
  await db.update(shifts).set({ minSeats: 0, desiredSeats: 0, maxSeats: 0 }).where(eq(shifts.id, shift.id))
  await deliver()
  t.match(textOf(sent[1]!), 'Since then it has been dropped: Wednesday 3 March, 09:00–13:00.')
})

t.test('a publication that is told late says which of its shifts are no longer yours', async (t) => {
  const { db, tell, deliver, amara, rotation, seat, span, sent } = await wednesday(t)
  const published = {
    rotationId: rotation.id,
    rotationName: 'Nordic',
    fromOn: '2027-03-01',
    toOn: '2027-03-08'
  }
  const { shiftId: _, ...given } = span
  await tell(amara, 'rotation-published', { ...published, given: [given], taken: [], moved: [] })
  await deliver()
  t.notMatch(textOf(sent[0]!), 'Since then')
  await tell(amara, 'rotation-published', { ...published, given: [given], taken: [], moved: [] })
  await db.update(assignments).set({ releasedAt: new Date() }).where(eq(assignments.id, seat.id))
  await deliver()
  t.match(textOf(sent[1]!), 'Since then no longer yours: Wednesday 3 March, 09:00–13:00.')
})

t.test('who has left gets nothing, whenever they left', async (t) => {
  const { db, tell, deliver, clock, amara, bo, sent } = await wednesday(t)
  const leave = ({ id }: { id: string }) =>
    db.update(employees).set({ deactivatedAt: clock.now() }).where(eq(employees.id, id))
  await leave(bo)
  await tell(bo, 'swap-withdrawn')
  clock.set('2027-03-01T20:00:00Z')
  await tell(amara, 'swap-withdrawn')
  await deliver()
  await leave(amara)
  clock.set('2027-03-02T08:00:00Z')
  await deliver()
  t.strictSame(sent, [])
  t.match(await deliveriesIn(db), [{ employeeId: amara.id, skipReason: 'left', skippedAt: clock.now() }])
})

t.test('what is settled or over is not sent', async (t) => {
  const { db, tell, deliver, clock, amara, bo, lars, shift, seat, facts, span, sent } = await wednesday(t)
  const [swap] = await db
    .insert(proposals)
    .values({
      ...{ kind: 'cover', proposerId: amara.id, giveAssignmentId: seat.id, createdBy: amara.id },
      ...{ expiresAt: shift.startsAt, withdrawnAt: clock.now() }
    })
    .returning()
  await db.insert(proposalAsks).values({ proposalId: swap!.id, employeeId: bo.id })
  const swapFacts = { swapId: swap!.id, swapKind: 'cover', give: span, by: { name: 'Amara' } }
  const cases: [string, { id: string }, string, Record<string, unknown>][] = [
    ['the swap is withdrawn', bo, 'swap-asked', swapFacts],
    ['nobody waits for approval', lars, 'swap-to-approve', swapFacts],
    ['the seat is another’s', bo, 'shift-tomorrow', facts],
    ['it begins at another time', amara, 'shift-tomorrow', { ...facts, startsAt: '2027-03-03T07:00:00Z' }],
    ['the shift has both its people', bo, 'seat-offered', facts],
    ['nobody is missing', lars, 'gap-ahead', { shifts: [{ ...facts, missing: 1 }] }],
    ['the time to answer is over', amara, 'no-show-raised', { ...facts, answerUntil: clock.now() }],
    ['the time to tell is over', amara, 'hand-in-learning', { ...facts, dueAt: clock.now() }]
  ]
  for (const [, reader, kind, some] of cases) await tell(reader, kind, some)
  await deliver()
  t.strictSame(
    sent.map(({ title }) => title),
    []
  )
  const rows = await deliveriesIn(db)
  t.equal(rows.length, cases.length)
  for (const { skipReason } of rows) t.equal(skipReason, 'stale')
})

t.test(
  'hours that were entered since are not asked for, and a learning that was handed in neither',
  async (t) => {
    const { db, tell, deliver, clock, amara, facts, seat, sent } = await wednesday(t)
    clock.set('2027-03-03T13:00:00Z')
    await tell(amara, 'hand-in-learning', { ...facts, dueAt: '2027-03-05T12:00:00Z' })
    await tell(amara, 'confirm-hours', facts)
    const entry = { employeeId: amara.id, assignmentId: seat.id, kind: 'worked' as const }
    await db.insert(ledgerEntries).values({ ...entry, minutes: 240, onDay: '2027-03-03' })
    await deliver()
    clock.set('2027-03-04T08:00:00Z')
    await deliver()
    t.strictSame(
      sent.map(({ title }) => title),
      ['What did you hear on your shift in Nordic?']
    )
  }
)

t.test('a kind that this version does not know stays in the inbox', async (t) => {
  const { db, tell, deliver, amara, sent } = await house(t)
  await tell(amara, 'from-a-later-version')
  await deliver()
  t.strictSame([sent, await deliveriesIn(db)], [[], []])
})

t.test('what was written two days ago is news to nobody', async (t) => {
  const { db, tell, deliver, clock, amara, sent } = await house(t)
  await tell(amara, 'swap-withdrawn')
  clock.set('2027-03-03T08:00:00Z')
  await deliver()
  await deliver()
  t.strictSame([sent, await deliveriesIn(db)], [[], []])
})

t.test(
  'without a way out everything stays in the inbox, and one that is set up later sends nothing old',
  async (t) => {
    const { system, tell, deliver, amara, sent } = await house(t)
    const { post, ...shut } = system
    await tell(amara, 'swap-withdrawn')
    await deliver(shut)
    await deliver({ ...shut, post: { ...post!, channels: {} } })
    await deliver()
    t.strictSame(sent, [])
  }
)

t.test('a rotation without a queue and a host without a buddy leave no gap in the text', async (t) => {
  const { db, rotation, tell, deliver, hanna, facts, shift, sent } = await wednesday(t)
  await db.update(rotations).set({ queueUrl: null }).where(eq(rotations.id, rotation.id))
  const seats = await db.select().from(assignments).where(eq(assignments.shiftId, shift.id))
  const own = seats.find(({ employeeId }) => employeeId === hanna.id)!
  await tell(hanna, 'shift-tomorrow', { ...facts, assignmentId: own.id })
  await deliver()
  t.equal(textOf(sent[0]!), 'Within a day: your shift in Nordic\nWednesday 3 March, 09:00–13:00')
})
