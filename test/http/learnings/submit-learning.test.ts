import t from 'tap'
import { auditEntries } from '../../../db/schema/audit.ts'
import { learnings, nothingNewAnswers } from '../../../db/schema/learnings.ts'
import { insertAssignment, insertShift } from '../../helpers/shifts.ts'
import { amaraListened, loginLoop } from './learnings-cast.ts'

t.test('someone of the shift hands in what they heard, as often as there are points', async (t) => {
  const { amara, rotation, shift, submit, db } = await amaraListened(t)
  const full = {
    customerWords: 'I have tried all morning',
    timesThisShift: 3,
    minutesLost: 45,
    ticketUrl: 'https://help.example/tickets/12345678',
    action: 'Sent the code by hand'
  }
  const reply = await submit(amara, full)
  t.equal(reply.statusCode, 201, reply.body)
  t.match(reply.json(), {
    ...loginLoop,
    ...full,
    shiftId: shift.id,
    rotationId: rotation.id,
    rotationName: 'Nordic office hours',
    shiftStartsAt: '2027-03-01T08:00:00.000Z',
    submittedAt: '2027-03-01T13:00:00.000Z',
    submittedBy: { id: amara.id, name: 'Amara Okafor', teamId: amara.teamId },
    masked: []
  })
  t.match((await submit(amara)).json(), {
    timesThisShift: 1,
    minutesLost: 0,
    customerWords: null,
    action: null
  })
  t.equal(await db.$count(learnings), 2)
})

t.test('obvious personal data is masked before it is stored, and the answer says where', async (t) => {
  const { amara, submit, db } = await amaraListened(t)
  const reply = await submit(amara, {
    triedTo: 'Log in as kari@example.com',
    customerWords: 'Call me on 912 34 567, my number is 01010750160',
    obstacle: 'Ola, ola@example.com, is let in',
    action: 'Called back, and charged 4111 1111 1111 1111'
  })
  t.match(reply.json(), {
    triedTo: 'Log in as [e-mail]',
    customerWords: 'Call me on [phone number], my number is [identity number]',
    obstacle: 'Ola, [e-mail], is let in',
    action: 'Called back, and charged [card number]',
    masked: [
      { field: 'triedTo', kinds: ['e-mail'] },
      { field: 'obstacle', kinds: ['e-mail'] },
      { field: 'customerWords', kinds: ['phone-number', 'identity-number'] },
      { field: 'action', kinds: ['card-number'] }
    ]
  })
  const kept = JSON.stringify([await db.select().from(learnings), await db.select().from(auditEntries)])
  t.notMatch(kept, /kari@|ola@|912 34 567|01010750160|4111/)
})

t.test('only people in a seat of the shift hand in', async (t) => {
  const { bo, lars, helge, submit, nothingNew, db, shift } = await amaraListened(t)
  await insertAssignment(db, shift, bo, { releasedAt: new Date('2027-02-20T08:00:00Z') })
  for (const who of [bo, lars, helge]) {
    for (const send of [submit(who), nothingNew(who)]) {
      t.match((await send).json(), { status: 403, code: 'NOT_ON_THIS_SHIFT' }, who.name)
    }
  }
  t.equal((await submit(null)).statusCode, 401)
  const missing = '00000000-0000-7000-8000-000000000000'
  t.match((await submit(bo, {}, missing)).json(), { status: 404, code: 'SHIFT_NOT_FOUND' })
  t.equal((await nothingNew(bo, missing)).statusCode, 404)
  t.equal(await db.$count(learnings), 0)
})

t.test('the window opens with the shift and closes 14 days after it', async (t) => {
  const { amara, hanna, clock, submit, nothingNew } = await amaraListened(t)
  const both = async () => [await submit(amara), await nothingNew(hanna)].map((reply) => reply.statusCode)
  clock.set('2027-03-01T07:59:59Z')
  t.equal((await submit(amara)).json().code, 'SHIFT_NOT_STARTED')
  t.strictSame(await both(), [409, 409])
  clock.set('2027-03-01T08:00:00Z')
  t.strictSame(await both(), [201, 200])
  clock.set('2027-03-15T11:59:59Z')
  t.strictSame(await both(), [201, 200])
  clock.set('2027-03-15T12:00:00Z')
  t.equal((await submit(amara)).json().code, 'LEARNING_WINDOW_CLOSED')
  t.strictSame(await both(), [409, 409])
})

t.test('a learning that is not one is refused', async (t) => {
  const { amara, submit, db } = await amaraListened(t)
  const wrong = [
    { type: 'complaint' },
    { triedTo: ' ' },
    { obstacle: undefined },
    { timesThisShift: 0 },
    { minutesLost: -1 },
    { mood: 'bad' },
    { ticketUrl: 'javascript:alert(1)' },
    { ticketUrl: 'ftp://files.example/1' },
    { ticketUrl: 'https://' },
    { ticketUrl: 'https://me:secret@help.example/1' },
    { triedTo: 'zero \u0000 byte' }
  ]
  for (const more of wrong) t.equal((await submit(amara, more)).statusCode, 400, JSON.stringify(more))
  t.equal(await db.$count(learnings), 0)
})

t.test('a learning is of one of seven types', async (t) => {
  const { amara, submit, db } = await amaraListened(t)
  const types = ['bug', 'hard_to_use', 'missing', 'how_to', 'policy_or_process', 'praise', 'other']
  for (const type of types) t.match((await submit(amara, { type })).json(), { type })
  t.equal(await db.$count(learnings), types.length)
})

t.test('"nothing new" is an answer, counted once however often it is given', async (t) => {
  const { amara, clock, nothingNew, seat, db } = await amaraListened(t)
  const answer = { assignmentId: seat.id, answeredAt: '2027-03-01T13:00:00.000Z' }
  t.strictSame((await nothingNew(amara)).json(), answer)
  clock.set('2027-03-02T09:00:00Z')
  t.strictSame((await nothingNew(amara)).json(), answer)
  t.equal(await db.$count(nothingNewAnswers), 1)
  t.match(await db.select().from(auditEntries), [{ action: 'learning.nothing-new', objectId: seat.id }])
})

t.test('who has handed in a learning cannot say "nothing new", of that shift', async (t) => {
  const { amara, hanna, rotation, submit, nothingNew, db } = await amaraListened(t)
  await submit(amara)
  t.match((await nothingNew(amara)).json(), {
    status: 409,
    code: 'LEARNINGS_HANDED_IN',
    details: { learnings: 1 }
  })
  t.equal((await nothingNew(hanna)).statusCode, 200, "another's learning is not mine")
  const other = await insertShift(db, rotation, '2027-03-01T06:00:00Z', '2027-03-01T07:00:00Z')
  await insertAssignment(db, other, amara)
  t.equal((await nothingNew(amara, other.id)).statusCode, 200)
})

t.test('a learning after "nothing new" counts beside it', async (t) => {
  const { amara, submit, nothingNew, db } = await amaraListened(t)
  await nothingNew(amara)
  t.equal((await submit(amara)).statusCode, 201)
  t.equal(await db.$count(nothingNewAnswers), 1)
  t.equal(await db.$count(learnings), 1)
})

t.test('what is owed are my shifts of the last 14 days without an answer of mine', async (t) => {
  const { amara, hanna, bo, as, clock, db, rotation, shift, seat, submit, nothingNew } =
    await amaraListened(t)
  const owed = async (who: { id: string }) =>
    (await as(who).get('/api/me/owed-learnings'))
      .json()
      .items.map((item: { shiftId: string }) => item.shiftId)
  const next = await insertShift(db, rotation, '2027-03-02T08:00:00Z', '2027-03-02T12:00:00Z')
  await insertAssignment(db, next, amara)
  t.strictSame(await owed(amara), [shift.id])
  t.match((await as(amara).get('/api/me/owed-learnings')).json().items, [
    { assignmentId: seat.id, rotationName: 'Nordic office hours', endsAt: '2027-03-01T12:00:00.000Z' }
  ])
  t.strictSame(await owed(bo), [])
  clock.set('2027-03-02T12:00:00Z')
  t.strictSame(await owed(amara), [shift.id, next.id])
  await submit(amara)
  await nothingNew(hanna)
  t.strictSame(await owed(amara), [next.id])
  t.strictSame(await owed(hanna), [])
  clock.set('2027-03-16T12:00:00Z')
  t.strictSame(await owed(amara), [], 'what can no longer be answered is no longer owed')
})
