import { eq } from 'drizzle-orm'
import t, { type Test } from 'tap'
import { drafts } from '../../../db/schema/drafts.ts'
import { idempotencyKeys } from '../../../db/schema/idempotency-keys.ts'
import { ledgerEntries } from '../../../db/schema/ledger.ts'
import { notices } from '../../../db/schema/notices.ts'
import { rotationSlots } from '../../../db/schema/rotations.ts'
import { claimKey } from '../../../src/idempotency/claim-key.ts'
import { forgetOldKeys } from '../../../src/idempotency/forget-old-keys.ts'
import { testApp, testAppOn } from '../../helpers/app.ts'
import { deeds } from '../../helpers/audit.ts'
import { asOwner } from '../../helpers/database.ts'
import { insertSmallCompany } from '../../helpers/people.ts'
import { insertRotation } from '../../helpers/shifts.ts'

const CREDIT = { minutes: 90, onDay: '2027-02-26', reason: 'Wrote three help pages' }

/** Lars, lead of Product, credits Amara hours, with a key. */
async function keyedApp(t: Test) {
  const app = await testApp(t)
  const company = await insertSmallCompany(app.db)
  const post = (who: { id: string }, url: string, key: string, payload: object, on = app) =>
    on.as(who).send('POST', url, { payload, headers: { 'idempotency-key': key } })
  const credit = (key: string, change: object = {}, who = company.lars) =>
    post(who, `/api/employees/${company.amara.id}/credits`, key, { ...CREDIT, ...change })
  const rows = async () => {
    const written = [app.db.$count(ledgerEntries), app.db.$count(notices), deeds(app.db)] as const
    const [booked, told, done] = await Promise.all(written)
    return [booked, told, done.length]
  }
  return { ...app, ...company, post, credit, rows }
}

t.test('a request sent twenty times at once with one key has one effect and one answer', async (t) => {
  const { credit, rows } = await keyedApp(t)
  const replies = await Promise.all(Array.from({ length: 20 }, () => credit('k1')))
  t.equal(replies[0]!.statusCode, 201, replies[0]!.body)
  t.equal(new Set(replies.map(({ statusCode, body }) => `${statusCode} ${body}`)).size, 1)
  t.equal(replies.filter(({ headers }) => headers['idempotency-replayed'] === undefined).length, 1)
  t.strictSame(new Set(replies.map(({ headers }) => headers['content-type'])).size, 1)
  t.strictSame(await rows(), [1, 1, 1])
})

t.test('without a key the same request is done each time', async (t) => {
  const { lars, amara, as, rows } = await keyedApp(t)
  for (const _ of [1, 2]) await as(lars).post(`/api/employees/${amara.id}/credits`, CREDIT)
  t.strictSame(await rows(), [2, 2, 2])
})

t.test('the same key with another body or another address is refused, and nothing is done', async (t) => {
  const { credit, post, lars, bo, rows } = await keyedApp(t)
  await credit('k1')
  const other = { status: 422, code: 'IDEMPOTENCY_KEY_REUSED' }
  t.match((await credit('k1', { minutes: 91 })).json(), other)
  t.match((await post(lars, `/api/employees/${bo.id}/credits`, 'k1', CREDIT)).json(), other)
  t.strictSame(await rows(), [1, 1, 1])
  t.equal((await credit('k2', { minutes: 91 })).statusCode, 201)
})

t.test('keys of different people do not meet', async (t) => {
  const { credit, helge, rows } = await keyedApp(t)
  const first = await credit('k1')
  const second = await credit('k1', {}, helge)
  t.not(first.json().id, second.json().id)
  t.strictSame(await rows(), [2, 2, 2])
})

t.test('a refusal is given again, also when its cause is gone', async (t) => {
  const { credit, rows, clock } = await keyedApp(t)
  const early = await credit('k1', { onDay: '2027-03-02' })
  t.match(early.json(), { status: 409, code: 'CREDIT_DAY_NOT_VALID' })
  clock.set('2027-03-02T07:00:00Z')
  const again = await credit('k1', { onDay: '2027-03-02' })
  t.equal(again.body, early.body)
  t.equal(again.headers['content-type'], early.headers['content-type'])
  t.strictSame(await rows(), [0, 0, 0])
  t.equal((await credit('k2', { onDay: '2027-03-02' })).statusCode, 201)
})

t.test('a failure on our side is undone and does not stick', async (t) => {
  const { credit, rows, connection } = await keyedApp(t)
  const owner = await asOwner(t, connection)
  await owner.query(`create function fail() returns trigger language plpgsql as
    $$ begin raise exception 'broken'; end $$`)
  await owner.query(
    'create trigger breaks before insert on audit_entries for each row execute function fail()'
  )
  t.equal((await credit('k1')).statusCode, 500)
  t.strictSame(await rows(), [0, 0, 0])
  await owner.query('drop trigger breaks on audit_entries')
  const reply = await credit('k1')
  t.equal(reply.statusCode, 201)
  t.equal(reply.headers['idempotency-replayed'], undefined)
  t.strictSame(await rows(), [1, 1, 1])
})

t.test('an effect is never kept without its answer', async (t) => {
  const { credit, rows, connection } = await keyedApp(t)
  const owner = await asOwner(t, connection)
  await owner.query(`create function fail() returns trigger language plpgsql as
    $$ begin raise exception 'broken'; end $$`)
  await owner.query(`create trigger breaks before update on idempotency_keys
    for each row execute function fail()`)
  t.equal((await credit('k1')).statusCode, 500)
  t.strictSame(await rows(), [0, 0, 0], 'the answer could not be stored, so the hours are not either')
  await owner.query('drop trigger breaks on idempotency_keys')
  t.equal((await credit('k1')).statusCode, 201)
})

t.test('the answer outlives the process and is forgotten after a day', async (t) => {
  const { db, lars, amara, credit, post, rows, clock } = await keyedApp(t)
  const first = await credit('k1')
  const second = await testAppOn(t, db, { now: '2027-03-02T07:59:59Z' })
  const url = `/api/employees/${amara.id}/credits`
  t.equal((await post(lars, url, 'k1', CREDIT, second as never)).body, first.body)
  const system = { db, now: second.clock.now, actor: null, requestId: null }
  await forgetOldKeys(system)
  t.equal((await db.select().from(idempotencyKeys)).length, 1)
  clock.set('2027-03-02T08:00:01Z')
  await forgetOldKeys({ ...system, now: clock.now })
  t.strictSame(await db.select().from(idempotencyKeys), [])
  t.not((await credit('k1')).json().id, first.json().id)
  t.strictSame(await rows(), [2, 2, 2])
})

t.test('a key older than a day is free even before the job came by', async (t) => {
  const { credit, rows, clock } = await keyedApp(t)
  await credit('k1')
  clock.set('2027-03-02T08:00:01Z')
  t.equal((await credit('k1', { minutes: 30 })).statusCode, 201)
  t.match((await credit('k1')).json(), { code: 'IDEMPOTENCY_KEY_REUSED' })
  t.strictSame(await rows(), [2, 2, 2])
})

t.test('an answer without a body and one with a place are given again as they were', async (t) => {
  const { db, post, helge } = await keyedApp(t)
  const rotation = await insertRotation(db, 'Nordic', { minSeats: 0, hostsRequired: 0 })
  await db
    .insert(rotationSlots)
    .values({ rotationId: rotation.id, weekday: 1, startsAt: '10:00', endsAt: '11:00' })
  const plan = () =>
    post(helge, `/api/rotations/${rotation.id}/drafts`, 'k1', { fromOn: '2027-04-05', toOn: '2027-04-12' })
  const [first, again] = [await plan(), await plan()]
  t.equal(first.statusCode, 201, first.body)
  t.equal(again.body, first.body)
  t.equal(again.headers.location, first.headers.location)
  t.equal((await db.select().from(drafts)).length, 1)

  const stop = () => post(helge, `/api/drafts/${first.json().id}/cancellation`, 'k2', {})
  const stops = [await stop(), await stop()]
  t.strictSame(
    stops.map(({ statusCode, body }) => [statusCode, body]),
    [
      [202, stops[0]!.body],
      [202, stops[0]!.body]
    ]
  )
  t.equal(stops[1]!.headers['idempotency-replayed'], 'true')
})

t.test('a request that takes too long lets the same one wait, and then say so', async (t) => {
  const { db, lars } = await keyedApp(t)
  const claim = { actorId: lars.id, key: 'k1', requestHash: 'x' }
  const options = { now: new Date('2027-03-01T08:00:00Z'), waitMs: 50 }
  const first = await claimKey(db, claim, options)
  if (!('held' in first)) throw new Error('the key was taken')
  await t.rejects(claimKey(db, claim, options), { code: 'IDEMPOTENCY_KEY_UNDER_WAY', status: 409 })
  await first.held.letGo()
  const second = await claimKey(db, claim, options)
  if (!('held' in second)) throw new Error('the key was kept')
  await second.held.keep({ status: 204, headers: {}, body: '' })
  t.match(await claimKey(db, claim, options), { kept: { status: 204, body: '' } })
})

t.test('a key must be readable, and a request that is not valid keeps none', async (t) => {
  const { credit, db } = await keyedApp(t)
  for (const key of ['', ' ', 'x'.repeat(201), 'a b']) {
    t.match((await credit(key)).json(), { status: 400, code: 'REQUEST_NOT_VALID' }, JSON.stringify(key))
  }
  t.equal((await credit('k1', { minutes: -1 })).statusCode, 400)
  t.strictSame(await db.select().from(idempotencyKeys), [])
  t.equal((await credit('k1')).statusCode, 201)
})

t.test('an access token is not kept', async (t) => {
  const { post, amara, db } = await keyedApp(t)
  const replies = [1, 2].map(() => post(amara, '/api/access-tokens', 'k1', {}))
  for (const reply of await Promise.all(replies)) t.equal(reply.headers['idempotency-replayed'], undefined)
  t.strictSame(await db.select().from(idempotencyKeys).where(eq(idempotencyKeys.key, 'k1')), [])
})

t.test('the documents name the header for every POST that takes it', async (t) => {
  const { app } = await keyedApp(t)
  const paths = Object.entries((app.swagger() as { paths: Record<string, Record<string, unknown>> }).paths)
  const without = paths.flatMap(([url, methods]) => {
    const post = methods.post as { parameters?: { name: string; in: string }[] } | undefined
    const named = post?.parameters?.some((parameter) => parameter.name === 'idempotency-key')
    return post && !named ? [url] : []
  })
  t.strictSame(without.sort(), [
    '/api/access-tokens',
    '/api/provisioning/tokens',
    '/api/sessions',
    '/api/sign-in/{provider}/back-channel-logout'
  ])
})
