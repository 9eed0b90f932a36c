import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { type Connection, clientConfig } from '../../db/client.ts'
import { clusterFolder } from '../../db/embedded/home.ts'
import { type Embedded, startEmbedded } from '../../db/embedded/start.ts'

/** Of what is answered before it is written, as much as can be waits in memory: the loss that must be seen. */
export const FORGETFUL = {
  synchronous_commit: 'off',
  wal_writer_delay: '10s',
  wal_writer_flush_after: '1GB',
  bgwriter_delay: '10s'
}

/** A PostgreSQL of the script's own, durable as in production, that can be killed and started again. */
export class OwnServer {
  #running: Embedded | null = null

  constructor(readonly dataDir: string) {}

  async start(): Promise<Connection> {
    this.#running = await startEmbedded({ dataDir: this.dataDir, log: () => {} })
    return this.#running.connection
  }

  /**
   * kill -9 of the server and of every process of it at the same moment, as when the machine loses its power, but for what the
   * system itself had not written yet.
   */
  async killNine(): Promise<void> {
    killAll(this.dataDir)
    await this.stop()
  }

  async stop(): Promise<void> {
    const running = this.#running
    this.#running = null
    await running?.stop()
  }

  /** Settings that hold from now on, also after a start. */
  async set(settings: Record<string, string>): Promise<void> {
    const client = new pg.Client(clientConfig(this.#running!.connection))
    await client.connect()
    for (const [name, value] of Object.entries(settings)) {
      await client.query(`alter system set ${pg.escapeIdentifier(name)} = ${pg.escapeLiteral(value)}`)
    }
    await client.query('select pg_reload_conf()')
    await client.end()
  }
}

/** The server on a data folder and its children, by PostgreSQL's own lock file; the parent first, so that it mends nothing. */
export function serverProcesses(dataDir: string): number[] {
  const file = join(clusterFolder(dataDir), 'postmaster.pid')
  if (!existsSync(file)) return []
  const parent = Number(readFileSync(file, 'utf8').split('\n')[0])
  const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' })
  const lines = stdout.trim().split('\n')
  const all = lines.map((line) => line.trim().split(/\s+/).map(Number) as [number, number])
  if (!all.some(([pid]) => pid === parent)) return []
  return [parent, ...all.flatMap(([pid, ppid]) => (ppid === parent ? [pid] : []))]
}

export function killAll(dataDir: string): void {
  for (const pid of serverProcesses(dataDir)) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // It ended by itself.
    }
  }
}

/** Whether a process is there and not merely waiting to be counted by its parent. */
export function isThere(pid: number): boolean {
  const { stdout } = spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' })
  return stdout.trim() !== '' && !stdout.trim().startsWith('Z')
}
