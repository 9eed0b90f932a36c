import { and, eq, isNull } from 'drizzle-orm'
import t from 'tap'
import { assignments } from '../../../db/schema/assignments.ts'
import { auditEntries } from '../../../db/schema/audit.ts'
import { learnings } from '../../../db/schema/learnings.ts'
import { ledgerEntries } from '../../../db/schema/ledger.ts'
import type { Employee } from '../../helpers/people.ts'
import { insertAssignment, insertRotation, insertShift } from '../../helpers/shifts.ts'
import type { Json } from '../../helpers/slack/workspace.ts'
import { type SlackHouse, slackHouse, wordsOf } from './slack-cast.ts'

/** Amara has a shift ahead and one that is over; everybody is linked to Slack. */
async function shiftsOfAmara(house: SlackHouse, places: { swapsNeedApproval?: boolean } = {}) {
  const { db, amara, link } = house
  await link()
  const rotation = await insertRotation(db, 'Nordic', {
    minSeats: 0,
    hostsRequired: 0,
    desiredSeats: 2,
    ...places
  })
  const ahead = await insertShift(db, rotation, '2027-03-09T08:00Z', '2027-03-09T12:00Z')
  const over = await insertShift(db, rotation, '2027-02-26T08:00Z', '2027-02-26T12:00Z')
  const seat = await insertAssignment(db, ahead, amara)
  const worked = await insertAssignment(db, over, amara)
  return { rotation, ahead, over, seat, worked }
}

const holdersOf = async ({ db }: SlackHouse, { id }: { id: string }) => {
  const rows = await db
    .select({ employeeId: assignments.employeeId })
    .from(assignments)
    .where(and(eq(assignments.shiftId, id), isNull(assignments.releasedAt)))
  return rows.map(({ employeeId }) => employeeId)
}

async function pressAs(house: SlackHouse, who: Employee, actionId: string, whose: Employee = who) {
  const { slack, app, user, inbox, direct } = house
  const message = inbox(whose).findLast(({ blocks }) => JSON.stringify(blocks).includes(`"${actionId}"`))!
  const { request, responseUrl } = slack.press(user(who), direct(whose), message, actionId)
  const reply = await app.inject(request)
  return { reply, message, request, answers: slack.answersAt(responseUrl) }
}

async function askBo(house: SlackHouse, places = {}) {
  const { as, amara, bo, deliver } = house
  const things = await shiftsOfAmara(house, places)
  const asked = { giveAssignmentId: things.seat.id, asks: [{ employeeId: bo.id }] }
  const reply = await as(amara).post('/api/swaps', asked)
  if (reply.statusCode !== 201) throw new Error(reply.body)
  await deliver()
  return { ...things, swapId: reply.json().id as string }
}

t.test(
  'a swap is accepted by a press: the seat changes hands, the button makes room, the log says how',
  async (t) => {
    const house = await slackHouse(t)
    const { db, amara, bo } = house
    const { ahead, swapId } = await askBo(house)
    const { reply, message, answers } = await pressAs(house, bo, 'swap.accept')
    t.strictSame([reply.statusCode, reply.body], [200, ''])
    t.strictSame(await holdersOf(house, ahead), [bo.id])
    t.strictSame(answers, [])
    t.match(wordsOf(message), '✓ You have accepted. The shifts have changed hands.')
    t.notMatch(JSON.stringify(message.blocks), 'swap.accept')
    t.match(message.metadata, { event_type: 'lyttepost_notice' }, 'it is known again all the same')
    const audit = await db.select().from(auditEntries).where(eq(auditEntries.objectId, swapId))
    t.match(
      audit.map(({ action, actorId, via }) => ({ action, actorId, via })),
      [
        { action: 'swap.proposed', actorId: amara.id, via: 'session' },
        { action: 'swap.accepted', actorId: bo.id, via: 'slack' },
        { action: 'swap.carried-out', actorId: bo.id, via: 'slack' }
      ]
    )
  }
)

t.test('a swap is declined by a press', async (t) => {
  const house = await slackHouse(t)
  const { amara, bo, as } = house
  const { ahead, swapId } = await askBo(house)
  const { message } = await pressAs(house, bo, 'swap.decline')
  t.match(wordsOf(message), '✓ You have said no.')
  t.strictSame(await holdersOf(house, ahead), [amara.id])
  t.equal((await as(amara).get(`/api/swaps/${swapId}`)).json().state, 'declined')
})

t.test(
  'a swap that waits for a lead is approved by a press, and by nobody who is on one of its sides',
  async (t) => {
    const house = await slackHouse(t)
    const { db, bo, lars, deliver, as } = house
    const { ahead, swapId } = await askBo(house, { swapsNeedApproval: true })
    const asked = await pressAs(house, bo, 'swap.accept')
    t.match(wordsOf(asked.message), 'A lead has to approve it')
    t.strictSame(await holdersOf(house, ahead), [house.amara.id])
    await deliver()
    const wrong = await pressAs(house, bo, 'swap.approve', lars)
    t.equal(wrong.answers[0]!.text, (await as(bo).post(`/api/swaps/${swapId}/approval`)).json().title)
    t.equal(wrong.message.edits, 0)
    const { reply, message, answers } = await pressAs(house, lars, 'swap.approve')
    t.strictSame([reply.statusCode, reply.body, answers], [200, '', []])
    t.match(wordsOf(message), '✓ You have approved it. The shifts have changed hands.')
    t.notMatch(JSON.stringify(message.blocks), '"swap.approve"')
    t.strictSame(await holdersOf(house, ahead), [bo.id])
    const audit = await db.select().from(auditEntries).where(eq(auditEntries.objectId, swapId))
    t.match(
      audit.filter(({ action }) => action === 'swap.approved').map(({ actorId, via }) => ({ actorId, via })),
      [{ actorId: lars.id, via: 'slack' }]
    )
  }
)

t.test('somebody else’s swap is refused as in the API, and the button stays for whom it is', async (t) => {
  const house = await slackHouse(t)
  const { amara, bo, eva, as } = house
  const { ahead, swapId } = await askBo(house)
  const inApi = (await as(eva).post(`/api/swaps/${swapId}/acceptance`)).json()
  const { reply, message, answers } = await pressAs(house, eva, 'swap.accept', bo)
  t.equal(reply.statusCode, 200)
  t.match(answers, [{ response_type: 'ephemeral', replace_original: false }])
  t.equal(answers[0]!.text, inApi.title)
  t.equal(message.edits, 0)
  t.strictSame(await holdersOf(house, ahead), [amara.id])
})

t.test('who was deactivated, and who is nobody of ours, is refused politely', async (t) => {
  const house = await slackHouse(t)
  const { amara, bo, as, ada, slack, app, inbox, direct } = house
  const { ahead } = await askBo(house)
  t.equal((await as(ada).post(`/api/employees/${bo.id}/deactivation`)).statusCode, 200)
  const { reply, answers } = await pressAs(house, bo, 'swap.accept')
  t.equal(reply.statusCode, 200)
  t.match(answers, [{ text: /nobody here has your address/ }])
  const stranger = slack.workspace.addUser('stranger@elsewhere.example')
  const { request, responseUrl } = slack.press(stranger, direct(bo), inbox(bo)[0]!, 'swap.accept')
  await app.inject(request)
  t.match(slack.answersAt(responseUrl), [{ text: /nobody here has your address/ }])
  t.strictSame(await holdersOf(house, ahead), [amara.id])
})

t.test(
  'a seat is taken by a press; a rule that stands in the way is named in the person’s language',
  async (t) => {
    const house = await slackHouse(t)
    const { db, bo, tell, deliver, as } = house
    const { ahead, rotation } = await shiftsOfAmara(house)
    await as(bo).put('/api/me/language', { locale: 'nb' })
    await db.execute(`update employees set locale = 'nb' where id = '${bo.id}'`)
    const facts = {
      shiftId: ahead.id,
      rotationName: 'Nordic',
      startsAt: ahead.startsAt,
      endsAt: ahead.endsAt
    }
    await tell(bo, 'seat-offered', facts)
    await deliver()
    const clash = await insertShift(db, rotation, '2027-03-09T12:30Z', '2027-03-09T14:00Z')
    const other = await insertAssignment(db, clash, bo)
    const refused = await pressAs(house, bo, 'seat.take')
    t.match(refused.answers, [{ text: /Dette ville bryte reglene nedenfor[\s\S]*• Bo Berg: / }])
    await db.update(assignments).set({ releasedAt: house.clock.now() }).where(eq(assignments.id, other.id))
    const { message } = await pressAs(house, bo, 'seat.take')
    t.match(wordsOf(message), '✓ Plassen er din: tirsdag 9. mars, 09:00–13:00.')
    t.ok((await holdersOf(house, ahead)).includes(bo.id))
  }
)

t.test('hours are confirmed by a press, as planned, and only once', async (t) => {
  const house = await slackHouse(t)
  const { db, amara, tell, deliver } = house
  const { worked, over } = await shiftsOfAmara(house)
  const facts = { assignmentId: worked.id, shiftId: over.id, rotationName: 'Nordic' }
  await tell(amara, 'confirm-hours', { ...facts, startsAt: over.startsAt, endsAt: over.endsAt })
  house.setTime('2027-03-01T08:00:01Z')
  await deliver()
  house.setTime('2027-03-02T07:00:00Z')
  await deliver()
  const first = await pressAs(house, amara, 'hours.confirm')
  t.match(wordsOf(first.message), '✓ Confirmed: 4 h.')
  t.match(await db.select().from(ledgerEntries), [
    { employeeId: amara.id, minutes: 240, assignmentId: worked.id }
  ])
  const again = house.slack.press(
    house.user(amara),
    house.direct(amara),
    {
      ...first.message,
      blocks: first.request && [
        {
          type: 'actions',
          block_id: 'part-0',
          elements: [{ type: 'button', action_id: 'hours.confirm', value: worked.id }]
        }
      ]
    } as never,
    'hours.confirm'
  )
  await house.app.inject(again.request)
  t.match(house.slack.answersAt(again.responseUrl), [
    { response_type: 'ephemeral', text: /confirmed|entered|already/i }
  ])
  t.equal((await db.select().from(ledgerEntries)).length, 1)
})

const FORM: Record<string, Json> = {
  type: { selected_option: { value: 'hard_to_use' } },
  triedTo: { value: 'Change the delivery address' },
  obstacle: { value: 'The button is grey; she is ada.lovelace@example.com' },
  customerWords: { value: null },
  timesThisShift: { value: '3' },
  minutesLost: { value: '10' },
  ticketUrl: { value: 'https://tickets.example.com/7' },
  canFix: { selected_options: [{ value: 'yes' }] }
}

async function openForm(house: SlackHouse) {
  const { amara, tell, deliver, slack } = house
  const { over, worked } = await shiftsOfAmara(house)
  const facts = {
    assignmentId: worked.id,
    shiftId: over.id,
    rotationName: 'Nordic',
    dueAt: '2027-03-05T08:00:00Z'
  }
  await tell(amara, 'hand-in-learning', { ...facts, startsAt: over.startsAt, endsAt: over.endsAt })
  await deliver()
  await pressAs(house, amara, 'learning.write')
  const view = [...slack.workspace.views.values()].at(-1)!
  return { over, view }
}

t.test(
  'a learning is handed in in a form: what was masked is told, and the field is stored masked',
  async (t) => {
    const house = await slackHouse(t)
    const { db, amara, app, slack, user } = house
    const { over, view } = await openForm(house)
    t.match(view, {
      type: 'modal',
      callback_id: 'learning',
      private_metadata: JSON.stringify({ shiftId: over.id })
    })
    const reply = await app.inject(slack.submit(user(amara), view, FORM))
    t.match(reply.json(), { response_action: 'update', view: { type: 'modal' } })
    t.match(JSON.stringify(reply.json()), /handed in[\s\S]*personal data was replaced/)
    const [row] = await db.select().from(learnings)
    t.match(row, {
      shiftId: over.id,
      employeeId: amara.id,
      type: 'hard_to_use',
      timesThisShift: 3,
      minutesLost: 10
    })
    t.match(row, { canFix: true, ticketUrl: 'https://tickets.example.com/7', customerWords: null })
    t.notMatch(row!.obstacle, 'ada.lovelace')
    const audit = await db.select().from(auditEntries).where(eq(auditEntries.action, 'learning.submitted'))
    t.match(audit, [{ actorId: amara.id, via: 'slack' }])
  }
)

t.test('what is wrong in the form stands below its field, and nothing is stored', async (t) => {
  const house = await slackHouse(t)
  const { db, amara, bo, app, slack, user } = house
  const { view } = await openForm(house)
  const errorsOf = async (changes: Record<string, Json>, who = amara) => {
    const reply = await app.inject(slack.submit(user(who), view, { ...FORM, ...changes }))
    t.match(reply.json(), { response_action: 'errors' })
    return reply.json().errors
  }
  t.strictSame(await errorsOf({ triedTo: { value: '   ' } }), { triedTo: 'This is needed.' })
  t.match(await errorsOf({ timesThisShift: { value: '1e9' } }), { timesThisShift: /cannot be accepted/ })
  t.match(await errorsOf({ type: { selected_option: { value: 'gossip' } } }), { type: /cannot be accepted/ })
  t.match(await errorsOf({ ticketUrl: { value: 'https://x.example/?u=ada@example.com' } }), {
    ticketUrl: /e-mail address/
  })
  t.match(
    await errorsOf({ areaId: { selected_option: { value: '00000000-0000-7000-8000-00000000dead' } } }),
    {
      areaId: /no such product area/
    }
  )
  t.match(await errorsOf({}, bo), { type: /you are not one of them/ }, 'somebody who was not on the shift')
  house.setTime('2027-04-01T08:00:00Z')
  t.match(await errorsOf({}), { type: /within 14 days/ })
  t.strictSame(await db.select().from(learnings), [])
})

t.test('"nothing new" is a press; a press that reached us late opens nothing and says so', async (t) => {
  const house = await slackHouse(t)
  const { amara, slack, user, direct, app, inbox, later, as } = house
  await openForm(house)
  const message = inbox(amara).at(-1)!
  const late = slack.press(user(amara), direct(amara), message, 'learning.write')
  later(0.1)
  await app.inject(late.request)
  t.match(slack.answersAt(late.responseUrl), [{ text: /took too long for Slack/ }])
  const { message: done } = await pressAs(house, amara, 'learning.nothing')
  t.match(wordsOf(done), '✓ Noted: nothing new.')
  t.strictSame((await as(amara).get('/api/me/owed-learnings')).json().items, [])
})

t.test(
  'what takes longer than Slack waits is answered in time, goes on, and says how it ended',
  async (t) => {
    const house = await slackHouse(t)
    const { pool, db, amara, slack, app, user } = house
    const { view } = await openForm(house)
    const gate = await pool.connect()
    await gate.query('begin')
    await gate.query('select from employees where id = $1 for update', [amara.id])
    await gate.query('lock table learnings in access exclusive mode')
    house.opened.answerMs = 30
    const reply = await app.inject(slack.submit(user(amara), view, FORM))
    t.match(JSON.stringify(reply.json()), 'takes longer than usual')
    await gate.query('commit')
    gate.release()
    await app.close()
    t.equal((await db.select().from(learnings)).length, 1)
    t.match(
      JSON.stringify(slack.workspace.views.get(String(view.id))),
      'it is handed in',
      'closing waits for it'
    )
  }
)
