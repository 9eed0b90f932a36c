import { eq } from 'drizzle-orm'
import t from 'tap'
import { employees } from '../../../db/schema/employees.ts'
import { slackLinks } from '../../../db/schema/slack-links.ts'
import { insertRotation, insertShift } from '../../helpers/shifts.ts'
import { deliveriesIn } from '../notices/notices-cast.ts'
import { slackHouse, wordsOf } from './slack-cast.ts'

t.test(
  'a notice comes as a direct message in its reader’s language, with its buttons and its link',
  async (t) => {
    const house = await slackHouse(t)
    const { db, amara, bo, tell, deliver, inbox, link } = house
    await db.update(employees).set({ locale: 'nb' }).where(eq(employees.id, bo.id))
    await link()
    const rotation = await insertRotation(db, 'Nordic')
    const shift = await insertShift(db, rotation, '2027-03-09T08:00Z', '2027-03-09T12:00Z')
    for (const person of [amara, bo]) {
      await tell(person, 'seat-offered', {
        ...{ shiftId: shift.id, rotationId: rotation.id, rotationName: 'Nordic & <co>' },
        ...{ startsAt: shift.startsAt, endsAt: shift.endsAt }
      })
    }
    await deliver()
    const [toAmara] = inbox(amara)
    const [toBo] = inbox(bo)
    t.match(toAmara!.text, 'A seat is open, and you fit')
    t.match(wordsOf(toAmara!), 'Nordic &amp; &lt;co&gt;: Tuesday 9 March, 09:00–13:00')
    t.match(wordsOf(toAmara!), 'Take the seat')
    t.match(wordsOf(toBo!), 'tirsdag 9. mars, 09:00–13:00')
    t.match(wordsOf(toBo!), 'Ta plassen')
    const [pressed, open] = toAmara!.blocks[1]!.elements as Record<string, unknown>[]
    t.match(pressed, { action_id: 'seat.take', value: shift.id, style: 'primary' })
    t.match(open, { url: 'https://support.fjordlys.example/swaps' })
    const rows = await deliveriesIn(db)
    t.match(rows, [{ channel: 'slack', attempts: 1, receipt: /^D\d+ \d+\.\d+$/ }, { channel: 'slack' }])
    t.match(toAmara!.metadata, { event_type: 'lyttepost_notice', event_payload: { key: rows[0]!.messageId } })
  }
)

t.test(
  'of a digest of a hundred the first are whole and all have their titles, within what Slack takes',
  async (t) => {
    const { amara, tell, deliver, inbox, link, setTime, db } = await slackHouse(t)
    await link()
    for (let i = 1; i <= 100; i += 1) {
      await tell(amara, 'hours-credited', { minutes: i, onDay: '2027-02-26', reason: '<&>'.repeat(400) })
    }
    await deliver()
    setTime('2027-03-02T07:00:00Z')
    await deliver()
    t.equal(inbox(amara).length, 1)
    const [message] = inbox(amara)
    t.ok(message!.blocks.length <= 50, `${message!.blocks.length} blocks`)
    t.equal([...wordsOf(message!).matchAll(/credited you/g)].length, 100)
    t.notMatch(wordsOf(message!), '/inbox|+')
    t.ok((await deliveriesIn(db)).every(({ sentAt }) => sentAt !== null))
  }
)

t.test(
  'of a digest whose titles do not fit the inbox holds the rest, and the message says how many',
  async (t) => {
    const { amara, tell, deliver, inbox, link, setTime } = await slackHouse(t)
    await link()
    const by = { name: '<&>'.repeat(60) }
    for (let i = 0; i < 60; i += 1)
      await tell(amara, 'hours-credited', { minutes: i, onDay: '2027-02-26', by })
    await deliver()
    setTime('2027-03-02T07:00:00Z')
    await deliver()
    const [message] = inbox(amara)
    t.ok(message!.blocks.length <= 50)
    const words = wordsOf(message!)
    const shown =
      message!.blocks.filter(({ type }) => type === 'actions').length + [...words.matchAll(/^• /gm)].length
    const left = Number(/<https:\/\/support\.fjordlys\.example\/inbox\|\+ (\d+)>/.exec(words)?.[1])
    t.ok(left > 0)
    t.equal(shown + left, 60)
    t.notMatch(words, /&(?!amp;|lt;|gt;)/, 'no sign is cut in two')
  }
)

t.test('who is not in Slack gets nothing there; whose link ends before it is sent neither', async (t) => {
  const { db, amara, bo, user, tell, deliver, link, slack, inbox } = await slackHouse(t, {
    now: '2027-03-01T21:00:00Z'
  })
  slack.workspace.users.delete(user(bo).id)
  await link()
  await tell(amara, 'swap-withdrawn')
  await tell(bo, 'swap-withdrawn')
  await deliver()
  const [waiting, ...others] = await deliveriesIn(db)
  t.match(waiting, { employeeId: amara.id, nextAt: new Date('2027-03-02T06:00:00Z') })
  t.strictSame(others, [])
  await db.update(slackLinks).set({ slackUserId: null }).where(eq(slackLinks.employeeId, amara.id))
  await db.execute('update deliveries set next_at = created_at')
  await deliver()
  t.match(await deliveriesIn(db), [{ skipReason: 'unlinked' }])
  t.strictSame([inbox(amara), slack.called('chat.postMessage')], [[], []])
})

t.test('when Slack asks to wait, what was not taken waits for so long and has lost no attempt', async (t) => {
  const { db, amara, tell, deliver, link, slack, inbox, clock, later } = await slackHouse(t)
  await link()
  for (let i = 0; i < 12; i += 1) await tell(amara, 'swap-withdrawn', { by: { name: `N${i}` } })
  slack.goWrong((method) =>
    method === 'chat.postMessage' && inbox(amara).length >= 4 ? { retryAfter: 90 } : null
  )
  await deliver()
  const rows = await deliveriesIn(db)
  const open = rows.filter(({ sentAt }) => sentAt === null)
  t.equal(inbox(amara).length + open.length, 12)
  t.ok(open.length >= 3, `${open.length} wait`)
  const nextAt = new Date(clock.now().getTime() + 90_000)
  for (const row of open)
    t.match(row, { attempts: 0, lastError: null, failedAt: null, claimedBy: null, nextAt })
  slack.goWrong(() => null)
  later(1)
  await deliver()
  t.equal(inbox(amara).length + open.length, 12, 'not before')
  later(1)
  await deliver()
  t.equal(inbox(amara).length, 12)
  t.equal(slack.called('conversations.history').length, 0, 'what was refused so needs no looking for')
})

t.test(
  'a token that was revoked is no fault of a message; a user who is gone is a dead letter to be resent',
  async (t) => {
    const { db, as, ada, amara, user, tell, deliver, link, slack, inbox, later } = await slackHouse(t)
    await link()
    for (let i = 0; i < 8; i += 1) await tell(amara, 'swap-withdrawn')
    slack.goWrong((method) => (method === 'chat.postMessage' ? { error: 'token_revoked' } : null))
    await deliver()
    t.ok(slack.called('chat.postMessage').length <= 5, 'as many as are sent at once')
    const tried = (await deliveriesIn(db)).filter(({ lastError }) => lastError !== null)
    t.match(tried[0], { lastError: /token_revoked/, failedAt: null })
    slack.goWrong(() => null)
    later(60)
    await deliver()
    t.equal(inbox(amara).length, 8)

    await tell(amara, 'swap-withdrawn')
    user(amara).deleted = true
    await deliver()
    const dead = (await deliveriesIn(db)).at(-1)!
    t.match(dead, { failedAt: Date, lastError: /user_disabled/, attempts: 1 })
    user(amara).deleted = false
    const reply = await as(ada).post(`/api/deliveries/${dead.id}/resending`)
    t.match(reply.json(), { state: 'retrying', channel: 'slack' })
    await deliver()
    t.equal(inbox(amara).length, 9)
  }
)
