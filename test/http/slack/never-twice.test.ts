import { addMinutes } from 'date-fns'
import t from 'tap'
import type { Db } from '../../../db/client.ts'
import { notices } from '../../../db/schema/notices.ts'
import type { AnyContext } from '../../../src/context.ts'
import { type Random, randomFrom } from '../../../src/engine/plan/random.ts'
import { deliverNotices } from '../../../src/notices/outbox/deliver-notices.ts'
import type { Posted } from '../../helpers/slack/workspace.ts'
import { deliveriesIn } from '../notices/notices-cast.ts'
import { type SlackHouse, slackHouse, wordsOf } from './slack-cast.ts'

/** SLACK_NOTICES=10000 npm test -- --limit 1200 slack/never-twice runs as many as issue 7 names. */
const COUNT = Number(process.env.SLACK_NOTICES ?? 200)

/** A crash between what Slack took and writing it down: every outcome is lost. */
class PowerCut extends Error {}

/** A database whose client dies at these steps: as it writes down what was sent, before or after a transaction. */
function mortal(db: Db, dies: (step: 'record' | 'before' | 'after') => boolean): Db {
  return new Proxy(db, {
    get: (_, name) => {
      const value: unknown = Reflect.get(db, name)
      if (name === 'update' && dies('record')) throw new PowerCut('record')
      if (name !== 'transaction') return typeof value === 'function' ? value.bind(db) : value
      return async (work: Parameters<Db['transaction']>[0]) => {
        if (dies('before')) throw new PowerCut('before')
        const result = await db.transaction(work)
        if (dies('after')) throw new PowerCut('after')
        return result
      }
    }
  })
}

t.test(
  'sent, and dead before it was written down: it is found in the conversation and not sent again',
  async (t) => {
    const { db, system, amara, tell, link, inbox, later, slack, direct } = await slackHouse(t)
    await link()
    await tell(amara, 'swap-withdrawn', { by: { name: 'Lars' } })
    await t.rejects(deliverNotices({ ...system, db: mortal(db, (step) => step === 'record') }), {
      message: 'record'
    })
    t.equal(inbox(amara).length, 1)
    t.match(await deliveriesIn(db), [{ sentAt: null, attempts: 1 }])
    later(11)
    await deliverNotices(system)
    t.equal(inbox(amara).length, 1)
    t.match(await deliveriesIn(db), [
      { sentAt: Date, attempts: 2, receipt: `${direct(amara)} ${inbox(amara)[0]!.ts}` }
    ])
    t.equal(slack.called('chat.postMessage').length, 1)
  }
)

t.test(
  'an answer that is lost, then a conversation that cannot be read: rather late than twice',
  async (t) => {
    const { db, system, amara, tell, link, inbox, later, slack } = await slackHouse(t)
    await link()
    await tell(amara, 'swap-withdrawn', { by: { name: 'Lars' } })
    slack.goWrong((method) => (method === 'chat.postMessage' ? 'lost-after' : null))
    await deliverNotices(system)
    t.match(await deliveriesIn(db), [{ sentAt: null, lastError: /did not answer/ }])
    slack.goWrong((method) => (method === 'conversations.history' ? { error: 'missing_scope' } : null))
    later(5)
    await deliverNotices(system)
    t.match(await deliveriesIn(db), [{ sentAt: null, lastError: /missing_scope/ }])
    slack.goWrong(() => null)
    later(60)
    await deliverNotices(system)
    t.match(await deliveriesIn(db), [{ sentAt: Date, lastError: null }])
    t.equal(inbox(amara).length, 1)
  }
)

t.test('it is found behind hundreds of later messages', async (t) => {
  const { db, system, amara, tell, link, inbox, later, slack, direct } = await slackHouse(t)
  await link()
  await tell(amara, 'swap-withdrawn', { by: { name: 'Lars' } })
  slack.goWrong((method) => (method === 'chat.postMessage' ? 'lost-after' : null))
  await deliverNotices(system)
  slack.goWrong(() => null)
  for (let i = 0; i < 450; i += 1) {
    slack.workspace.answer('chat.postMessage', { channel: direct(amara), text: `chatter ${i}` })
  }
  later(5)
  await deliverNotices(system)
  t.match(await deliveriesIn(db), [{ sentAt: Date }])
  t.equal(inbox(amara).length, 451)
  t.equal(slack.called('conversations.history').length, 3)
})

async function insertMany({ db, people, clock }: SlackHouse): Promise<void> {
  const ids = Object.values(people).map(({ id }) => id)
  for (let from = 0; from < COUNT; from += 1000) {
    const rows = Array.from({ length: Math.min(1000, COUNT - from) }, (_, i) => ({
      employeeId: ids[(from + i) % ids.length]!,
      // One in ten waits for the digest of the next morning.
      kind: (from + i) % 10 === 0 ? 'theme-passed-on' : 'swap-withdrawn',
      facts: { by: { name: `N${from + i}` }, title: `N${from + i}`, owner: { name: 'Bo' } },
      createdAt: clock.now()
    }))
    await db.insert(notices).values(rows)
  }
}

const numbersIn = (message: Posted) => [...wordsOf(message).matchAll(/\bN\d+\b/g)].map(([number]) => number)

/** What a digest that is too long leaves to the inbox. */
const leftIn = (message: Posted) => Number(/\|\+ (\d+)>/.exec(wordsOf(message))?.[1] ?? 0)

/** One in so many steps goes wrong. */
function mishaps(random: Random) {
  const step = () => random(60) === 0
  const fault = (method: string) => {
    if (!method.startsWith('chat.') && !method.startsWith('conversations.')) return null
    const drawn = random(100)
    if (drawn < 3) return 'lost-before' as const
    if (drawn < 6) return 'lost-after' as const
    return drawn === 6 ? { retryAfter: 20 } : drawn === 7 ? { status: 502 } : null
  }
  return { step, fault }
}

t.test(
  `${COUNT} notices, two replicas, and a death or a loss before and after every step: each is there once`,
  async (t) => {
    const house = await slackHouse(t)
    const { db, system, link, slack, people, inbox, setTime, clock } = house
    await link()
    await insertMany(house)
    const { step, fault } = mishaps(randomFrom(11))
    slack.goWrong(fault)
    const replica = (): AnyContext => ({ ...system, db: mortal(db, step) })
    let deaths = 0
    for (let round = 0; round < 2000; round += 1) {
      const ends = await Promise.allSettled([replica(), replica()].map((ctx) => deliverNotices(ctx)))
      deaths += ends.filter((end) => end.status === 'rejected').length
      for (const end of ends) if (end.status === 'rejected') t.type(end.reason, PowerCut)
      const rows = await deliveriesIn(db)
      if (rows.length === COUNT && rows.every(({ sentAt }) => sentAt !== null)) break
      setTime(addMinutes(clock.now(), round % 2 === 0 ? 11 : 120).toISOString())
    }
    const messages = Object.values(people).flatMap((person) => inbox(person))
    const found = messages.flatMap(numbersIn)
    const left = messages.reduce((sum, message) => sum + leftIn(message), 0)
    t.equal(new Set(found).size + left, COUNT, 'none is lost')
    t.equal(found.length + left, COUNT, 'none is there twice')
    t.ok(deaths > 0 && slack.called('conversations.history').length > 0, `${deaths} deaths`)
    t.ok((await deliveriesIn(db)).every(({ failedAt, skippedAt }) => failedAt === null && skippedAt === null))
  }
)
