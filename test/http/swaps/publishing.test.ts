import { setTimeout as pause } from 'node:timers/promises'
import t from 'tap'
import { amaraAsksFor, swapCompany } from './swaps-cast.ts'

t.test('seats do not change hands while a publication is being written; they do right after', async (t) => {
  const company = await swapCompany(t)
  const { pool, as, eva, ada, second, answer } = company
  const swap = await amaraAsksFor(company, [eva])
  const publisher = await pool.connect()
  // The same lock as `lockPublishing` in src/rotations/queries/publish.ts.
  await publisher.query('begin')
  await publisher.query('select pg_advisory_xact_lock(7282)')
  let answered = 0
  const count = <Reply>(reply: Reply): Reply => {
    answered += 1
    return reply
  }
  const both = Promise.all([
    answer(eva, swap.id, 'acceptance').then(count),
    as(ada).post(`/api/shifts/${second.id}/seats`).then(count)
  ])
  for (let waiting = 0; waiting < 2; ) {
    const { rowCount } = await pool.query(
      "select from pg_stat_activity where datname = current_database() and wait_event = 'advisory'"
    )
    waiting = rowCount ?? 0
    if (answered > 0) break
    await pause(10)
  }
  t.equal(answered, 0, 'both wait')
  await publisher.query('commit')
  publisher.release()
  const [accepted, taken] = await both
  t.equal(accepted.statusCode, 200)
  t.equal(taken.statusCode, 201)
})
