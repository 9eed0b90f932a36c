import { createServer, connect as dial, type Socket } from 'node:net'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import type { Connection } from '../../db/client.ts'
import { type ListenOptions, listenOn, type Pace } from '../../db/listen.ts'
import { asOwner, testDatabase } from '../helpers/database.ts'
import { temporaryFolder } from '../helpers/temporary-folder.ts'
import { listener } from '../helpers/told.ts'

/** Patient, as the machine may be busy, and soon again after a fall. */
const CALM: Pace = { proof: 60_000, answer: 20_000, first: 10, longest: 40 }

/** A database, a way to send, and one who listens and writes down what was heard. */
async function ear(
  t: Test,
  { pace = CALM, through }: { pace?: Pace; through?: (to: Connection) => Connection } = {}
) {
  const { pool, connection } = await testDatabase(t)
  // A process that only listens has nothing to stay for.
  const stay = setInterval(() => {}, 60_000)
  t.teardown(() => clearInterval(stay))
  const send = async (payload: string) => {
    await pool.query('select pg_notify($1, $2)', ['news', payload])
  }
  const heard = listener<string>()
  const hearing = listener<boolean>()
  const open = (options: Partial<ListenOptions> = {}) => {
    const listen = listenOn(through?.(connection) ?? connection, pace)
    const listening = listen({ channel: 'news', heard: heard.say, changed: hearing.say, send, ...options })
    t.teardown(() => listening.close())
    return listening
  }
  const ears = async () => {
    const { rows } = await pool.query(
      "select pid from pg_stat_activity where application_name = 'lyttepost listening' and datname = current_database()"
    )
    return rows.map(({ pid }) => pid as number)
  }
  return { pool, connection, send, heard, hearing, open, ears }
}

t.test('what a transaction says is heard when it ends well, and proofs are nobody’s news', async (t) => {
  const { pool, send, heard, hearing, open } = await ear(t)
  open()
  await hearing.until(([is]) => is === true)
  const client = await pool.connect()
  await client.query("begin; select pg_notify('news', 'taken back'); rollback")
  await client.query("begin; select pg_notify('news', 'true'); commit")
  client.release()
  await send('last')
  t.strictSame(await heard.until((words) => words.includes('last')), ['true', 'last'])
})

t.test('a connection that the server ends is opened again, and hears again', async (t) => {
  const { connection, send, heard, hearing, open, ears } = await ear(t)
  open()
  await hearing.until((said) => said.at(-1) === true)
  const [pid] = await ears()
  await (await asOwner(t, connection)).query('select pg_terminate_backend($1)', [pid])
  await hearing.until((said) => said.length === 3)
  t.strictSame(hearing.words, [true, false, true])
  await send('here')
  t.strictSame(await heard.until((words) => words.length > 0), ['here'])
  t.notMatch(await ears(), [pid])
})

/** Carries bytes between us and the server until it is told to stop, which neither side notices. */
async function carrier(t: Test) {
  const state = { isDead: false, carried: 0 }
  const sockets: Socket[] = []
  const folder = temporaryFolder(t)
  let target: Connection | undefined
  const server = createServer((near) => {
    state.carried += 1
    const to = target!
    const far =
      'url' in to
        ? dial(Number(new URL(to.url).port || 5432), new URL(to.url).hostname)
        : dial(join(to.socketDir, '.s.PGSQL.5432'))
    sockets.push(near, far)
    near.on('data', (bytes) => state.isDead || far.write(bytes))
    far.on('data', (bytes) => state.isDead || near.write(bytes))
    near.on('error', () => far.destroy())
    far.on('error', () => near.destroy())
  })
  t.teardown(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  await new Promise<void>((resolve) => server.listen(join(folder, '.s.PGSQL.5432'), resolve))
  const through = (to: Connection): Connection => {
    target = to
    if (!('url' in to)) return { ...to, socketDir: folder }
    const { username, pathname } = new URL(to.url)
    return { socketDir: folder, user: username, database: pathname.slice(1) }
  }
  return { state, through }
}

t.test('a connection whose other side is gone without a word is found out and left', async (t) => {
  const { state, through } = await carrier(t)
  const { send, heard, hearing, open } = await ear(t, { pace: { ...CALM, proof: 50, answer: 1500 }, through })
  open()
  await hearing.until((said) => said.at(-1) === true)
  state.isDead = true
  await hearing.until((said) => said.at(-1) === false)
  state.isDead = false
  await hearing.until((said) => said.at(-1) === true)
  await send('back')
  t.ok((await heard.until((words) => words.length > 0)).includes('back'))
  t.ok(state.carried >= 2, 'by another connection')
})

t.test(
  'where LISTEN is accepted and nothing ever arrives, as behind some poolers, it never says that it hears',
  async (t) => {
    const { hearing, open } = await ear(t, { pace: { ...CALM, answer: 200 } })
    const proofs = listener<string>()
    open({ send: async (proof) => proofs.say(proof) })
    await proofs.until(({ length }) => length >= 3)
    t.notOk(hearing.words.includes(true))
  }
)

t.test('closing ends the connection, and none is opened after', async (t) => {
  const { hearing, open, ears, pool } = await ear(t)
  const listening = open()
  await hearing.until((said) => said.at(-1) === true)
  t.equal((await ears()).length, 1)
  await listening.close()
  while ((await ears()).length > 0) await pool.query('select pg_sleep(0.01)')
  t.strictSame(hearing.words, [true], 'it was no fall')
  await listening.close()
})
