import { readFileSync } from 'node:fs'
import type pg from 'pg'

interface Spread {
  least: number
  median: number
}

export interface Measured {
  wall: Spread
  /** Of the server's process and ours together: what it would take with the machine for itself. */
  cpu: Spread
  queries: number
}

/** Linux counts the time of a process in hundredths of a second. */
const TICK_MS = 10

/** Time of a server process and its children that have ended, in ms; 0 where there is no /proc. */
function serverCpu(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ')
    return (Number(fields[11]) + Number(fields[12])) * TICK_MS
  } catch {
    return 0
  }
}

const ownCpu = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** Does the work some times over one connection, after one run that warms everything up. */
export async function measure(pool: pg.Pool, runs: number, work: () => Promise<void>): Promise<Measured> {
  await pool.query('set max_parallel_workers_per_gather = 0')
  const { rows } = await pool.query<{ pid: number }>('select pg_backend_pid() as pid')
  const pid = rows[0]!.pid
  const queries = await countQueries(pool, work)
  const walls: number[] = []
  const cpus: number[] = []
  for (let run = 0; run < runs; run += 1) {
    const before = { wall: performance.now(), cpu: serverCpu(pid) + ownCpu() }
    await work()
    walls.push(performance.now() - before.wall)
    cpus.push(serverCpu(pid) + ownCpu() - before.cpu)
  }
  return { wall: spreadOf(walls), cpu: spreadOf(cpus), queries }
}

async function countQueries(pool: pg.Pool, work: () => Promise<void>): Promise<number> {
  const client = await pool.connect()
  const query = client.query
  let queries = 0
  client.query = ((...args: Parameters<typeof query>) => {
    queries += 1
    return query.apply(client, args)
  }) as typeof query
  client.release()
  await work()
  client.query = query
  return queries
}

function spreadOf(times: number[]): Spread {
  const sorted = times.toSorted((a, b) => a - b)
  return { least: sorted[0]!, median: sorted[Math.floor(sorted.length / 2)]! }
}
