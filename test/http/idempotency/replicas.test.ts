import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import t, { type Test } from 'tap'
import { auditEntries } from '../../../db/schema/audit.ts'
import { idempotencyKeys } from '../../../db/schema/idempotency-keys.ts'
import { ledgerEntries } from '../../../db/schema/ledger.ts'
import { notices } from '../../../db/schema/notices.ts'
import { newSigningKey } from '../../../src/sign-in/signing-key.ts'
import { testAppOn } from '../../helpers/app.ts'
import { compiled } from '../../helpers/compiled.ts'
import { testDatabase } from '../../helpers/database.ts'
import { insertSmallCompany } from '../../helpers/people.ts'

const WORKER = compiled(fileURLToPath(new URL('./app-worker.ts', import.meta.url)))
const NOW = '2027-03-01T08:00:00Z'
const CREDIT = { minutes: 90, onDay: '2027-02-26', reason: 'Wrote three help pages' }

/** Two processes of the app on one database, and Lars to credit Amara hours through either of them. */
async function twoReplicas(t: Test) {
  const { db, pool, connection } = await testDatabase(t)
  const signingKey = newSigningKey()
  const { tokenOf } = await testAppOn(t, db, { now: NOW, signingKey })
  const { lars, amara } = await insertSmallCompany(db)
  const authorization = `Bearer ${await tokenOf(lars)}`

  async function replica() {
    const child: ChildProcess = fork(WORKER, [], { execArgv: [] })
    const kill = async () => {
      if (child.exitCode !== null || child.signalCode !== null) return
      const gone = once(child, 'exit')
      child.kill('SIGKILL')
      await gone
    }
    t.teardown(kill)
    child.send({ connection, signingKey, now: NOW })
    const [{ address }] = (await once(child, 'message')) as [{ address: string }]
    return { address, kill }
  }

  async function credit(address: string, key: string, minutes = 90) {
    const reply = await fetch(`${address}/api/employees/${amara.id}/credits`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify({ ...CREDIT, minutes })
    })
    return { status: reply.status, body: await reply.text() }
  }

  const rows = async () => {
    const tables = [ledgerEntries, notices, auditEntries, idempotencyKeys]
    return Promise.all(tables.map(async (table) => (await db.select().from(table)).length))
  }
  const [one, two] = await Promise.all([replica(), replica()])
  return { pool, amara, one, two, credit, rows }
}

/** Until so many statements of the database wait for a lock. */
async function untilWaiting(pool: Awaited<ReturnType<typeof testDatabase>>['pool'], wanted: number) {
  for (let attempt = 0; attempt < 1000; attempt += 1) {
    const { rowCount } = await pool.query(
      "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"
    )
    if (rowCount === wanted) return
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  throw new Error(`not ${wanted} statements came to the gate`)
}

t.test('twenty at once on two processes have one effect and one answer, round after round', async (t) => {
  const { one, two, credit, rows } = await twoReplicas(t)
  for (let round = 1; round <= 10; round += 1) {
    const replies = await Promise.all(
      Array.from({ length: 20 }, (_, i) => credit((i % 2 === 0 ? one : two).address, `k${round}`))
    )
    t.strictSame(new Set(replies.map(({ status }) => status)), new Set([201]))
    t.equal(new Set(replies.map(({ body }) => body)).size, 1)
    t.strictSame(await rows(), [round, round, round, round])
  }
  t.match(JSON.parse((await credit(two.address, 'k1', 91)).body), { code: 'IDEMPOTENCY_KEY_REUSED' })
})

t.test(
  'a process killed in the midst of a request leaves neither its effect nor its key behind',
  async (t) => {
    const { pool, amara, one, two, credit, rows } = await twoReplicas(t)
    const gate = await pool.connect()
    await gate.query('begin')
    await gate.query('select from employees where id = $1 for no key update', [amara.id])
    const lost = credit(one.address, 'k1').catch(() => null)
    await untilWaiting(pool, 1)
    const waiting = credit(two.address, 'k1')
    await untilWaiting(pool, 2)
    await one.kill()
    t.equal(await lost, null)
    await gate.query('commit')
    gate.release()

    const reply = await waiting
    t.equal(reply.status, 201, reply.body)
    t.strictSame(await rows(), [1, 1, 1, 1])
    t.strictSame(await credit(two.address, 'k1'), reply)
  }
)
