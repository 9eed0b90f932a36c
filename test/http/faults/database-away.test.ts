import t from 'tap'
import { asOwner } from '../../helpers/database.ts'
import { CALM, houseOn } from './away-house.ts'

const AWAY = {
  status: 503,
  code: 'DATABASE_AWAY',
  title: /does not answer right now. Try again in a moment/,
  instance: /^[0-9a-f-]{36}$/
}

t.test('where the database refuses, each request is told so, and served again once it is back', async (t) => {
  const { way, ask, note, again } = await houseOn(t)
  t.equal((await ask('/api/me')).statusCode, 200)
  await way.refuse()
  for (const reply of [await ask('/api/me'), await ask('/api/me/absences'), await note('2027-05-01')]) {
    t.equal(reply.headers['content-type'], 'application/problem+json; charset=utf-8')
    t.equal(reply.headers['retry-after'], '5')
    t.match(reply.json(), AWAY)
  }
  t.equal((await ask('/readyz')).statusCode, 503)
  t.equal((await ask('/healthz')).statusCode, 200)
  await way.mend()
  t.equal((await again()).statusCode, 200)
  t.equal((await ask('/readyz')).statusCode, 200)
})

t.test(
  'where nothing comes back, all who wait are told so, then whoever asks, until it is back',
  async (t) => {
    const { way, pool, ask, note, again, told } = await houseOn(t)
    t.equal((await ask('/api/me')).statusCode, 200)
    way.swallow()
    // More than there are connections: some wait for an answer, some for a connection.
    const waiting = await Promise.all([
      ...['/api/me', '/api/me/hours', '/api/me/absences', '/api/shifts', '/api/me', '/api/me'].map((url) =>
        ask(url)
      ),
      note('2027-05-01')
    ])
    for (const reply of waiting) t.match(reply.json(), AWAY)
    t.ok(pool.isAway)
    t.match((await ask('/api/me')).json(), AWAY)
    t.equal((await ask('/readyz')).statusCode, 503)
    t.equal((await ask('/healthz')).statusCode, 200)
    await way.mend()
    t.equal((await again()).statusCode, 200)
    t.equal((await note('2027-05-02')).statusCode, 201)
    t.strictSame(told.words, [true, false])
  }
)

t.test(
  'where every answer comes late, it counts as away, and is served again when it is quick',
  async (t) => {
    const { way, ask, again } = await houseOn(t)
    t.equal((await ask('/api/me')).statusCode, 200)
    way.slow(2_000)
    t.match((await ask('/api/me')).json(), AWAY)
    await way.mend()
    t.equal((await again()).statusCode, 200)
  }
)

t.test(
  'a connection that is dead on the other side is left, while the database answers others',
  async (t) => {
    const { way, pool, ask, told } = await houseOn(t, { beat: CALM, max: 1 })
    t.equal((await ask('/api/me')).statusCode, 200)
    way.swallow()
    await way.mend()
    t.match((await ask('/api/me')).json(), AWAY)
    t.equal((await ask('/api/me')).statusCode, 200, 'over a new connection')
    t.notOk(pool.isAway)
    t.strictSame(told.words, [], 'it was never away for all')
  }
)

t.test(
  'a statement that the database works on is let be, however long, and others are served beside it',
  async (t) => {
    const { way, pool, ask, told, connection } = await houseOn(t, { beat: CALM })
    const owner = await asOwner(t, connection)
    await owner.query('select pg_advisory_lock(4711)')
    const made = way.made()
    const long = pool.query('select pg_advisory_lock(4711)')
    const isAsked = async () => way.made() >= made + 4
    while (!(await isAsked())) await new Promise((next) => setTimeout(next, 20))
    t.equal((await ask('/api/me')).statusCode, 200)
    await owner.query('select pg_advisory_unlock(4711)')
    t.equal((await long).rowCount, 1)
    t.strictSame(told.words, [])
  }
)

t.test(
  'a server that ends every connection in the middle of transactions takes no process with it',
  async (t) => {
    const { way, pool, db, connection, again, note } = await houseOn(t, { max: 2 })
    const owner = await asOwner(t, connection)
    const kill = () =>
      owner.query(
        'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()'
      )
    for (let turn = 0; turn < 3; turn += 1) {
      const broken = db.transaction(async (tx) => {
        await kill()
        // Nothing of ours is under way when the connection ends; its end must be heard by nobody all the same.
        await new Promise((next) => setTimeout(next, 50))
        await tx.execute('select 1')
      })
      await t.rejects(broken)
    }
    // The connection is lent before `begin` is asked for, and drizzle forgets it when `begin` fails.
    for (let turn = 0; turn < 4; turn += 1) {
      const client = await pool.connect()
      client.release()
      const lost = db.transaction(async () => {})
      way.refuse()
      await lost.catch(() => {})
      await way.mend()
    }
    t.equal((await again()).statusCode, 200, 'every place in the pool is free again')
    t.equal((await note('2027-05-03')).statusCode, 201)
    t.equal(pool.waitingCount, 0)
  }
)

t.test('people get a page that says so in their language and leads back to where they were', async (t) => {
  const { way, ask, app } = await houseOn(t)
  await way.refuse()
  const page = await ask('/schedule?week=2027-W10', 'text/html')
  t.equal(page.statusCode, 503)
  t.equal(page.headers['retry-after'], '5')
  t.match(page.headers['content-type'], /text\/html/)
  t.match(page.body, /We will be right back/)
  t.match(page.body, /href="\/schedule\?week=2027-W10"[^>]*>(<[^>]+>)*Try again/)
  const headers = { accept: 'text/html', 'accept-language': 'nb', 'sec-fetch-site': 'same-origin' }
  const unknown = await app.inject({
    url: '/no-such-page',
    headers: { ...headers, cookie: 'lyttepost_session=x' }
  })
  t.match(unknown.body, /Det er ingenting her|Her er det ingenting/, 'who is not signed in needs no database')
  const sent = await app.inject({
    method: 'POST',
    url: '/sign-in/demo',
    headers: { ...headers, authorization: 'Bearer lyttepost_unknown' }
  })
  t.not(sent.statusCode, 500)
})
