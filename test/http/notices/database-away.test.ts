import t from 'tap'
import type { Db } from '../../../db/client.ts'
import type { AnyContext } from '../../../src/context.ts'
import { deliveriesIn, house } from './notices-cast.ts'

interface Update {
  set: (values: object) => { where: (condition: unknown) => Promise<unknown> }
}

/** A database that goes away so many times as something is written down; `isDone`: after it was done, unheard. */
function unreachable(db: Db, times: number, isDone = false): Db {
  let left = times
  const update = (table: unknown): Update => ({
    set: (values) => ({
      where: async (condition) => {
        if (isDone)
          await (db.update as unknown as (table: unknown) => Update)
            .call(db, table)
            .set(values)
            .where(condition)
        throw new Error('Connection terminated unexpectedly')
      }
    })
  })
  return new Proxy(db, {
    get: (_, name) => {
      const value: unknown = Reflect.get(db, name)
      if (name === 'update' && left > 0) {
        left -= 1
        return update
      }
      return typeof value === 'function' ? value.bind(db) : value
    }
  })
}

/** The context of a job whose database goes away; `waits` are the pauses it made. */
function awayFor({ db, system }: { db: Db; system: AnyContext }, times: number, isDone = false) {
  const waits: number[] = []
  const pause = async (ms: number) => void waits.push(ms)
  const ctx = { ...system, db: unreachable(db, times, isDone), post: { ...system.post!, pause } }
  return { waits, ctx }
}

t.test(
  'what was sent while the database went away is written down when it answers, not sent again',
  async (t) => {
    for (const [times, isDone] of [
      [3, false],
      [1, true]
    ] as const) {
      const parts = await house(t)
      const { db, tell, deliver, clock, amara, sent } = parts
      await tell(amara, 'swap-withdrawn')
      const { ctx, waits } = awayFor(parts, times, isDone)
      await deliver(ctx)
      t.strictSame(waits, [1_000, 3_000, 10_000].slice(0, times))
      t.match(await deliveriesIn(db), [{ sentAt: Date, attempts: 1, claimedBy: null, lastError: null }])
      clock.set('2027-03-01T09:00:00Z')
      await deliver()
      t.equal(sent.length, 1)
    }
  }
)

t.test(
  'a database that stays away fails the job; the message comes again under its id when the claim is over',
  async (t) => {
    const parts = await house(t)
    const { db, tell, deliver, clock, amara, sent } = parts
    await tell(amara, 'swap-withdrawn')
    const { ctx, waits } = awayFor(parts, 5)
    await t.rejects(deliver(ctx), { message: /Connection terminated/ })
    t.strictSame(waits, [1_000, 3_000, 10_000, 30_000])
    clock.set('2027-03-01T08:11:00Z')
    await deliver()
    t.strictSame(sent.length, 2)
    t.equal(sent[0]!.messageId, sent[1]!.messageId)
    t.match(await deliveriesIn(db), [{ sentAt: Date, attempts: 2 }])
  }
)
