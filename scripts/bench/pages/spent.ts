import { readFileSync } from 'node:fs'
import type pg from 'pg'

/** The processor's time, in ms, of this process and of the database processes that serve it. */
export type Spent = () => number

/** Follows the connections of a pool, so that each is counted from its first statement on. */
export function followSpent(pool: pg.Pool): Spent {
  const pids = new Set<number>()
  pool.on('connect', (client) => {
    const pid = pidOf(client)
    pids.add(pid)
  })
  return () => ownMs() + [...pids].reduce((sum, pid) => sum + cpuOf(pid), 0)
}

/** The same of one connection. */
export function spentOn(client: pg.ClientBase): Spent {
  const pid = pidOf(client)
  return () => ownMs() + cpuOf(pid)
}

const pidOf = (client: pg.ClientBase): number => (client as unknown as { processID: number }).processID

function ownMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** In nanoseconds as Linux counts it; 0 for a process that is gone, and where there is no /proc. */
function cpuOf(pid: number): number {
  try {
    return Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6
  } catch {
    return 0
  }
}

export interface Figures {
  /** The medians by the clock and of the processor's time, in ms. */
  wall: number
  cpu: number
}

/** How often a page is asked for before it counts: by then its code is compiled, as it is where a server has been up for an hour. */
const WARMING = 40

/** Some runs, after those that do not count. */
export async function measure(work: () => Promise<unknown>, spent: Spent, runs: number): Promise<Figures> {
  for (let run = 0; run < WARMING; run += 1) await work()
  const walls: number[] = []
  const cpus: number[] = []
  for (let run = 0; run < runs; run += 1) {
    const [begun, before] = [performance.now(), spent()]
    await work()
    walls.push(performance.now() - begun)
    cpus.push(spent() - before)
  }
  return { wall: median(walls), cpu: median(cpus) }
}

const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!
