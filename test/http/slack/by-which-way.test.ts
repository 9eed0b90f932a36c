import { eq } from 'drizzle-orm'
import t, { type Test } from 'tap'
import { slackLinks } from '../../../db/schema/slack-links.ts'
import { GROUPS, NOTICE_GROUPS } from '../../../src/notices/kinds.ts'
import { deliverNotices } from '../../../src/notices/outbox/deliver-notices.ts'
import { MessageRefused } from '../../../src/notices/post.ts'
import { unsubscribe } from '../../../src/notices/preferences/unsubscribe.ts'
import { newSigningKey } from '../../../src/sign-in/signing-key.ts'
import { testAppOn } from '../../helpers/app.ts'
import { deliveriesIn } from '../notices/notices-cast.ts'
import { slackHouse, withMail, wordsOf } from './slack-cast.ts'

const URL = '/api/me/notice-preferences'
const BY_LARS = { by: { name: 'Lars' } }
const PUBLISHED = { rotationName: 'Nordic', fromOn: '2027-03-08', toOn: '2027-03-15' }

/** Mail beside Slack, with everybody linked. */
async function bothWays(t: Test) {
  const house = await slackHouse(t)
  const { both, sent } = withMail(house)
  await house.link()
  const { app: _, as } = await testAppOn(t, house.db, {
    ...{
      now: house.clock.now().toISOString(),
      slack: house.opened,
      post: both.post,
      signingKey: newSigningKey()
    }
  })
  const titlesTo = (who: { email: string }) =>
    sent.filter(({ to }) => to.email === who.email).map(({ title }) => title)
  const modesOf = async (who: { id: string }) => {
    const { groups } = (await as(who).get(URL)).json()
    return Object.fromEntries(
      groups.map(({ group, mode, slackMode }: Record<string, string>) => [group, [mode, slackMode]])
    ) as Record<string, [string, string]>
  }
  const deliver = () => house.deliver(both)
  return { ...house, both, sent, as, titlesTo, modesOf, deliver }
}

t.test(
  'who is in Slack gets there what waits for an answer, by mail the rest, and nothing by both',
  async (t) => {
    const { amara, tell, deliver, inbox, titlesTo, modesOf } = await bothWays(t)
    await tell(amara, 'swap-withdrawn', BY_LARS)
    await tell(amara, 'rotation-published', PUBLISHED)
    await deliver()
    t.equal(inbox(amara).length, 1)
    t.match(wordsOf(inbox(amara)[0]!), 'Lars withdrew the cover')
    t.strictSame(titlesTo(amara).length, 1)
    t.match(titlesTo(amara)[0], 'Nordic')
    const modes = await modesOf(amara)
    for (const group of NOTICE_GROUPS) {
      const { mode, by } = GROUPS[group]
      const usual = { slack: ['inbox', mode], email: [mode, 'inbox'], both: [mode, mode] }[by]
      t.strictSame(modes[group], usual, group)
    }
  }
)

t.test(
  'who is not in Slack gets everything by mail; where there is no mail, everything by Slack',
  async (t) => {
    const { db, amara, bo, tell, deliver, both, system, inbox, titlesTo, modesOf } = await bothWays(t)
    await db.delete(slackLinks).where(eq(slackLinks.employeeId, bo.id))
    for (const who of [amara, bo]) {
      await tell(who, 'swap-withdrawn', BY_LARS)
      await tell(who, 'rotation-published', PUBLISHED)
    }
    await deliver()
    t.equal(titlesTo(bo).length, 2)
    t.equal(inbox(bo).length, 0)
    for (const [group, [mode]] of Object.entries(await modesOf(bo)))
      t.equal(mode, GROUPS[group as keyof typeof GROUPS].mode, group)

    await tell(amara, 'rotation-published', PUBLISHED)
    await tell(amara, 'swap-refused', BY_LARS)
    const alone = { ...both.post!, channels: { slack: both.post!.channels.slack! } }
    const before = inbox(amara).length
    await deliverNotices({ ...system, post: alone })
    t.equal(inbox(amara).length, before + 2)
  }
)

t.test('by Slack and by e-mail each as chosen; never by Slack comes by e-mail', async (t) => {
  const { amara, bo, eva, tell, as, inbox, setTime, deliver, sent, modesOf } = await bothWays(t)
  t.match((await as(amara).get(URL)).json().slack, { isSetUp: true, isLinked: true })
  await as(amara).put(URL, { slackModes: { swaps: 'inbox' } })
  await as(bo).put(URL, { modes: { swaps: 'inbox' }, slackModes: { swaps: 'digest' } })
  await as(eva).put(URL, { modes: { swaps: 'at_once' } })
  t.strictSame((await modesOf(amara)).swaps, ['at_once', 'inbox'])
  for (const person of [amara, bo, eva]) await tell(person, 'swap-withdrawn', BY_LARS)
  await deliver()
  t.strictSame(sent.map(({ to }) => to.name).sort(), ['Amara Okafor', 'Eva Executive'])
  t.strictSame([inbox(amara).length, inbox(bo).length, inbox(eva).length], [0, 0, 1])
  await tell(bo, 'swap-refused', BY_LARS)
  await deliver()
  setTime('2027-03-02T07:00:00Z')
  await deliver()
  t.equal(inbox(bo).length, 1, 'in one message, at eight')
  t.match(inbox(bo)[0]!.text, 'Your digest of Tuesday 2 March: 2 notices')
  t.match(wordsOf(inbox(bo)[0]!), /Lars withdrew the cover[\s\S]*Lars refused your cover/)
})

t.test(
  'what Slack will never take comes by mail, once, and the dead letter stays for all to see',
  async (t) => {
    const { db, amara, user, tell, deliver, inbox, titlesTo } = await bothWays(t)
    await tell(amara, 'swap-withdrawn', BY_LARS)
    user(amara).deleted = true
    for (let run = 0; run < 3; run += 1) await deliver()
    t.strictSame(titlesTo(amara), ['Lars withdrew the cover'])
    t.equal(inbox(amara).length, 0)
    const rows = await deliveriesIn(db)
    t.match(rows, [
      { channel: 'slack', failedAt: Date, lastError: /user_disabled/ },
      { channel: 'email', sentAt: Date }
    ])
  }
)

t.test(
  'while Slack is down mail takes over within minutes, and what it has is not sent there later',
  async (t) => {
    const { db, amara, tell, deliver, slack, inbox, later, titlesTo } = await bothWays(t)
    await tell(amara, 'swap-withdrawn', BY_LARS)
    slack.goWrong((method) => (method.startsWith('chat.') ? { status: 503 } : null))
    let minutes = 0
    for (; minutes < 60 && titlesTo(amara).length === 0; minutes += 1) {
      await deliver()
      later(1)
    }
    t.ok(minutes <= 12, `${minutes} minutes`)
    t.strictSame(titlesTo(amara), ['Lars withdrew the cover'])
    slack.goWrong(() => null)
    later(600)
    await deliver()
    t.equal(inbox(amara).length, 0)
    t.match(await deliveriesIn(db), [{ channel: 'slack', failedAt: Date, attempts: 4 }, { channel: 'email' }])
  }
)

t.test('whose link ends, and who turns Slack off, gets by mail what was on its way there', async (t) => {
  const { db, as, amara, bo, tell, deliver, setTime, inbox, titlesTo } = await bothWays(t)
  setTime('2027-03-01T21:00:00Z')
  for (const who of [amara, bo]) await tell(who, 'swap-withdrawn', BY_LARS)
  await deliver()
  await db.update(slackLinks).set({ slackUserId: null }).where(eq(slackLinks.employeeId, amara.id))
  await as(bo).put(URL, { slackModes: { swaps: 'inbox' } })
  setTime('2027-03-02T08:00:00Z')
  await deliver()
  await deliver()
  for (const who of [amara, bo])
    t.strictSame([inbox(who).length, titlesTo(who)], [0, ['Lars withdrew the cover']])
})

t.test('who wants no mail of it gets none, not even instead', async (t) => {
  const { db, as, amara, bo, both, tell, deliver, later, slack, inbox, sent } = await bothWays(t)
  await as(amara).put(URL, { modes: { swaps: 'inbox' } })
  await unsubscribe(both, { employeeId: bo.id, group: 'swaps' })
  for (const who of [amara, bo]) await tell(who, 'swap-withdrawn', BY_LARS)
  slack.goWrong((method) => (method === 'chat.postMessage' ? { status: 503 } : null))
  for (let run = 0; run < 5; run += 1) {
    await deliver()
    later(30)
  }
  t.strictSame(sent, [])
  const rows = await deliveriesIn(db)
  t.equal(rows.length, 2)
  for (const row of rows) t.match(row, { channel: 'slack', failedAt: null })
  slack.goWrong(() => null)
  later(240)
  await deliver()
  t.equal(inbox(amara).length, 1, 'and Slack is tried as long as ever')
})

t.test('a worker that lost its claim has nothing sent by mail', async (t) => {
  const { db, amara, tell, deliver, both, slack, later, sent, inbox } = await bothWays(t)
  await tell(amara, 'swap-withdrawn', BY_LARS)
  const { slack: sender } = both.post!.channels
  const stopped = {
    send: async (message: Parameters<NonNullable<typeof sender>['send']>[0]) => {
      later(11)
      await deliver()
      throw new MessageRefused(`too late for ${message.messageId}`)
    }
  }
  await deliverNotices({
    ...both,
    post: { ...both.post!, channels: { ...both.post!.channels, slack: stopped } }
  })
  t.equal(inbox(amara).length, 1)
  t.strictSame(sent, [])
  t.match(await deliveriesIn(db), [{ channel: 'slack', sentAt: Date }])
  t.equal(slack.called('chat.postMessage').length, 1)
})
