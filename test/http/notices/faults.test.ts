import { addMinutes } from 'date-fns'
import t, { type Test } from 'tap'
import type { Db } from '../../../db/client.ts'
import { notices } from '../../../db/schema/notices.ts'
import type { AnyContext } from '../../../src/context.ts'
import { type Random, randomFrom } from '../../../src/engine/plan/random.ts'
import { deliverNotices } from '../../../src/notices/outbox/deliver-notices.ts'
import { ChannelDown, type Message, type Sender } from '../../../src/notices/post.ts'
import { testDatabase } from '../../helpers/database.ts'
import { insertEmployee, insertTeam } from '../../helpers/people.ts'
import { deliveriesIn, postBy } from './notices-cast.ts'

/** Fewer than the 10,000 of issue 7, for speed: OUTBOX_NOTICES=10000 npm test -- --limit 600 notices/faults runs all. */
const COUNT = Number(process.env.OUTBOX_NOTICES ?? 1_000)
const PEOPLE = 40
/** One in so many transactions breaks off before it begins, and as many after it is committed. */
const CUTS = 60
/** One in so many messages is lost before the receiver has it, and as many after. */
const LOSSES = 50

class PowerCut extends Error {}

/** A database whose client dies now and then, just before a transaction or a statement, or just after a transaction. */
function mortal(db: Db, random: Random): Db {
  const dies = () => random(CUTS) === 0
  return new Proxy(db, {
    get: (_, name) => {
      const value: unknown = Reflect.get(db, name)
      if (name === 'update' && dies()) throw new PowerCut('before a statement')
      if (name !== 'transaction') return typeof value === 'function' ? value.bind(db) : value
      return async (work: Parameters<Db['transaction']>[0]) => {
        if (dies()) throw new PowerCut('before')
        const result = await db.transaction(work)
        if (dies()) throw new PowerCut('after')
        return result
      }
    }
  })
}

/**
 * A receiver as mail servers are: it notes every message that it takes by its Message-ID, whatever becomes of the sender
 * afterwards. Where the sender dies between the receiver's "taken" and writing that down, the receiver sees the message
 * a second time: same Message-ID, same content. Counting distinct ids is what a mail store does that sorts such out.
 */
function receiver(random: Random, losses = LOSSES) {
  const taken = new Map<string, Message[]>()
  const isLost = () => losses > 0 && random(losses) === 0
  const sender: Sender = {
    send: async (message) => {
      if (isLost()) throw random(4) === 0 ? new ChannelDown('421 closing') : new Error('451 greylisted')
      taken.set(message.messageId, [...(taken.get(message.messageId) ?? []), message])
      if (isLost()) throw new Error('connection lost after the last dot')
      return '250 taken'
    }
  }
  return { taken, sender }
}

async function insertNotices(db: Db, now: Date): Promise<void> {
  const team = await insertTeam(db, 'Product')
  const people: { id: string }[] = []
  for (let i = 0; i < PEOPLE; i += 1)
    people.push(await insertEmployee(db, `Person ${'x'.repeat(i + 1)}`, team))
  for (let from = 0; from < COUNT; from += 1000) {
    const rows = Array.from({ length: Math.min(1000, COUNT - from) }, (_, i) => ({
      employeeId: people[(from + i) % PEOPLE]!.id,
      // One in ten waits for the digest of the next morning.
      kind: (from + i) % 10 === 0 ? 'theme-passed-on' : 'swap-withdrawn',
      facts: { by: { name: `N${from + i}` }, title: `N${from + i}`, owner: { name: 'Bo' } },
      createdAt: now
    }))
    await db.insert(notices).values(rows)
  }
}

const numbersIn = (message: Message) => message.parts.map(({ title }) => /N\d+/.exec(title)![0])

async function twoReplicas(t: Test) {
  const { db } = await testDatabase(t)
  let now = new Date('2027-03-01T09:00:00Z')
  await insertNotices(db, now)
  const contextOf = (of: Db, sender: Sender): AnyContext => ({
    ...{ db: of, now: () => now, actor: null, requestId: null, post: postBy(sender) }
  })
  const later = (minutes: number) => {
    now = addMinutes(now, minutes)
  }
  return { db, contextOf, later }
}

const openIn = async (db: Db) => (await deliveriesIn(db)).filter(({ sentAt }) => sentAt === null).length

t.test(`${COUNT} notices, two replicas, and a death or a loss before and after every step`, async (t) => {
  const { db, contextOf, later } = await twoReplicas(t)
  const random = randomFrom(7)
  const { taken, sender } = receiver(random)
  let deaths = 0
  for (let round = 0; round < 400; round += 1) {
    const before = taken.size
    const workers = [0, 1].map(() => deliverNotices(contextOf(mortal(db, random), sender)))
    const ends = await Promise.allSettled(workers)
    deaths += ends.filter((end) => end.status === 'rejected').length
    for (const end of ends) if (end.status === 'rejected') t.type(end.reason, PowerCut)
    const rows = await deliveriesIn(db)
    if (rows.length === COUNT && rows.every(({ sentAt }) => sentAt !== null)) break
    later(taken.size === before ? 120 : 15)
  }

  const messages = [...taken.values()]
  const told = messages.flatMap(([message]) => numbersIn(message!))
  t.equal(new Set(told).size, COUNT, 'none is lost')
  t.equal(told.length, COUNT, 'none is in two messages: by Message-ID each comes once')
  const resent = messages.filter((copies) => copies.length > 1)
  const isSame = (copies: Message[]) => new Set(copies.map((copy) => numbersIn(copy).join())).size === 1
  t.ok(resent.every(isSame), 'what comes again under an id says the same')
  t.ok(resent.length > 0 && deaths > 0, `the faults did happen: ${deaths} deaths, ${resent.length} resent`)
  t.ok(
    messages.some(([message]) => message!.parts.length > 1),
    'digests are among them'
  )
  const rows = await deliveriesIn(db)
  t.strictSame(
    rows.filter(({ failedAt, skippedAt }) => failedAt ?? skippedAt),
    [],
    'and none was given up'
  )
})

t.test('without faults two replicas at once send every message exactly once', async (t) => {
  const { db, contextOf, later } = await twoReplicas(t)
  const { taken, sender } = receiver(randomFrom(1), 0)
  await Promise.all([0, 1].map(() => deliverNotices(contextOf(db, sender))))
  t.equal(await openIn(db), COUNT / 10, 'digests wait')
  later(24 * 60)
  await Promise.all([0, 1].map(() => deliverNotices(contextOf(db, sender))))
  t.equal(await openIn(db), 0)
  t.strictSame(
    [...taken.values()].filter((copies) => copies.length !== 1),
    []
  )
})
