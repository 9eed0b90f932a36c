import { eq } from 'drizzle-orm'
import t from 'tap'
import { employees } from '../../../db/schema/employees.ts'
import { insertAssignment, insertRotation, insertShift } from '../../helpers/shifts.ts'
import { faultsIn } from '../../helpers/slack/check-blocks.ts'
import { type SlackHouse, slackHouse, wordsOf } from './slack-cast.ts'

async function company(house: SlackHouse) {
  const { db, amara, hanna, link } = house
  await link()
  const rotation = await insertRotation(db, 'Nordic', { minSeats: 0, hostsRequired: 0 })
  const shiftOn = (day: string, from: string, to: string) =>
    insertShift(db, rotation, `${day}T${from}:00Z`, `${day}T${to}:00Z`)
  const over = await shiftOn('2027-02-26', '08:00', '12:00')
  const on = await shiftOn('2027-03-01', '07:00', '11:00')
  const next = await shiftOn('2027-03-09', '08:00', '12:00')
  await insertAssignment(db, over, amara)
  await insertAssignment(db, on, hanna)
  const seat = await insertAssignment(db, next, amara)
  await insertAssignment(db, next, hanna)
  return { rotation, over, on, next, seat, shiftOn }
}

async function ask({ app, slack, user }: SlackHouse, who: { id: string }, text: string) {
  const { request } = slack.command(user(who), text)
  const reply = await app.inject(request)
  const body = reply.json() as { response_type: string; blocks: Record<string, unknown>[] }
  t.equal(body.response_type, 'ephemeral', 'for who asks alone')
  t.strictSame(faultsIn(body.blocks, 50), [])
  return { ...body, words: wordsOf(body) }
}

t.test('/support me: my shifts with my buddy, my hours, and what waits, with buttons', async (t) => {
  const house = await slackHouse(t)
  const { amara, app, slack, user, as } = house
  await company(house)
  const { words, blocks } = await ask(house, amara, 'me')
  t.match(words, '• Tuesday 9 March, 09:00–13:00: Nordic; your buddy is Hanna Host')
  t.match(words, 'This quarter: 0 h of')
  t.match(words, 'How long was your shift in Nordic, Friday 26 February, 09:00–13:00?')
  const { request, responseUrl } = slack.press(
    user(amara),
    'C1',
    { ts: '1.1', text: '', blocks, edits: 0 },
    'hours.confirm'
  )
  const form = new URLSearchParams(request.payload)
  const payload = JSON.parse(form.get('payload')!)
  delete payload.message
  payload.container = { type: 'message', is_ephemeral: true }
  await app.inject(slack.interaction(payload))
  t.match(slack.answersAt(responseUrl), [{ replace_original: true, text: 'Confirmed: 4 h.' }])
  t.equal((await as(amara).get('/api/me/hours')).json().items.length, 1)
})

t.test('/support now and next, in the language and by the clock of who asks', async (t) => {
  const house = await slackHouse(t)
  const { db, amara, bo } = house
  await company(house)
  await db.update(employees).set({ locale: 'sv', timeZone: 'Europe/London' }).where(eq(employees.id, bo.id))
  t.match(
    (await ask(house, amara, 'now')).words,
    'Nordic: Monday 1 March, 08:00–12:00, Hanna Host, one seat open'
  )
  t.match(
    (await ask(house, bo, 'NEXT please')).words,
    'Nordic: tisdag 9 mars, 08:00–12:00, Hanna Host, Amara Okafor'
  )
})

t.test('/support swap: what I am asked and the seats that fit me, to be answered by a press', async (t) => {
  const house = await slackHouse(t)
  const { amara, bo, eva, as } = house
  const { seat } = await company(house)
  const proposal = { giveAssignmentId: seat.id, asks: [{ employeeId: bo.id }] }
  t.equal((await as(amara).post('/api/swaps', proposal)).statusCode, 201)
  const asked = await ask(house, bo, 'swap')
  t.match(asked.words, 'Amara Okafor asks you to take Tuesday 9 March, 09:00–13:00.')
  t.match(asked.words, 'Yes\nNo')
  t.match(asked.words, '<https://support.fjordlys.example/swaps|Offer or swap one of your shifts>')
  const other = await ask(house, eva, 'swap')
  t.notMatch(other.words, 'Amara Okafor asks', 'nobody else’s')
})

t.test('anything else is answered with what can be asked', async (t) => {
  const house = await slackHouse(t)
  const { amara } = house
  await company(house)
  t.match((await ask(house, amara, '')).words, /^Ask `\/support me`/)
  t.match((await ask(house, amara, '<!channel> & co')).words, /^I do not know “&lt;!channel&gt;”/)
  t.match((await ask(house, amara, 'constructor')).words, /^I do not know “constructor”/)
})
