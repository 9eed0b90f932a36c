import t from 'tap'
import { grants } from '../../../db/schema/employees.ts'
import { testAppOn } from '../../helpers/app.ts'
import { letAllGo } from '../hours/at-the-gate.ts'
import { fortyPeople } from './forty-people.ts'

const METRICS_TOKEN = 'a-token-of-twenty-signs-and-more'

t.test('two leave at the same moment, and one of them is one too many: it is held', async (t) => {
  const { db, pool, idp, extras, end, gone, held } = await fortyPeople(t)
  await end(0, 1, 2, 3)
  // Leavers wait for each other at the administrators' rows as well; the brake may not rest on there being one.
  const admins = await db.delete(grants).returning()
  const off = [{ op: 'replace', path: 'active', value: false }]
  const leave = (index: number) => () => idp.patch(`/Users/${extras[index]!.id}`, off)
  // Both have counted, or one has and the other may not yet, when they come to write down that somebody left.
  const hold = 'lock table scim_leavers in share row exclusive mode'
  const replies = await letAllGo(pool, { hold }, [leave(4), leave(5)])
  t.same(
    replies.map(({ statusCode }) => statusCode),
    [200, 200]
  )
  await db.insert(grants).values(admins)
  t.equal((await gone()).length, 5, 'five may go at once')
  t.equal((await held()).length, 1)
})

t.test('whoever watches the servers sees that somebody is held, and for how long', async (t) => {
  const { app, db, end, decide, clock } = await fortyPeople(t)
  /** Of a replica of its own: each keeps what it read for five seconds. */
  const figures = async () => {
    const replica = await testAppOn(t, db, { metricsToken: METRICS_TOKEN, now: clock.now().toISOString() })
    const headers = { authorization: `Bearer ${METRICS_TOKEN}` }
    const { body } = await replica.app.inject({ url: '/metrics', headers })
    return body.split('\n').filter((line) => line.startsWith('lyttepost_leavers_held'))
  }
  const readiness = async () => {
    const reply = await app.inject({ url: '/readyz' })
    t.equal(reply.statusCode, 200, 'nobody else is kept out for it')
    return reply.json()
  }
  await end(0, 1, 2, 3, 4)
  t.strictSame(await figures(), ['lyttepost_leavers_held 0', 'lyttepost_leavers_held_seconds 0'])
  t.strictSame(await readiness(), { status: 'ready' })

  await end(5, 6)
  clock.set('2027-03-01T08:20:00Z')
  t.strictSame(await figures(), ['lyttepost_leavers_held 2', 'lyttepost_leavers_held_seconds 1200'])
  t.strictSame(await readiness(), { status: 'degraded', degraded: ['leavers'] })

  await decide('release', 5, 6)
  clock.set('2027-03-01T08:21:00Z')
  t.strictSame(await figures(), ['lyttepost_leavers_held 0', 'lyttepost_leavers_held_seconds 0'])
  t.strictSame(await readiness(), { status: 'ready' })
})
