import type pg from 'pg'

/**
 * Lets people be read but not written until all requests wait for that: a race that is always run. A request that
 * ends before the gate opens ends the wait, so a mistake shows as a wrong reply and not as a test that hangs.
 */
export async function atOnce<Reply>(pool: pg.Pool, requests: (() => Promise<Reply>)[]): Promise<Reply[]> {
  const gate = await pool.connect()
  try {
    await gate.query('begin')
    await gate.query('lock table employees in share mode')
    const replies = requests.map((request) => request())
    let isOver = false
    const over = () => {
      isOver = true
    }
    for (const reply of replies) reply.then(over, over)
    while (!isOver && (await waiting(pool)) < requests.length) {
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
    await gate.query('commit')
    return await Promise.all(replies)
  } finally {
    gate.release()
  }
}

/** Not asked by the gate itself: within a transaction PostgreSQL shows who waits as it was at the first look. */
async function waiting(pool: pg.Pool): Promise<number> {
  const { rowCount } = await pool.query(
    "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"
  )
  return rowCount ?? 0
}
