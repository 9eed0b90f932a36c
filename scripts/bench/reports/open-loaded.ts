import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { type Connection, clientConfig } from '../../../db/client.ts'
import { startEmbedded } from '../../../db/embedded/start.ts'
import { migrate } from '../../../db/migrate.ts'
import { loadCompany, type Size } from './load-company.ts'

export interface Loaded {
  connection: Connection
  stop: () => Promise<void>
}

interface Wanted {
  url: string | undefined
  size: Size
  /** A folder in which the database stays for the next run. */
  keep?: string | undefined
}

/** A database with the company in it: the one of the address or folder, loaded if it is empty, or one that is thrown away. */
export async function openLoaded({ url, size, keep }: Wanted): Promise<Loaded> {
  const { connection, stop } = url
    ? { connection: { url }, stop: async () => {} }
    : keep
      ? await startKept(keep)
      : await startThrownAway()
  await migrate(connection)
  const client = new pg.Client(clientConfig(connection))
  await client.connect()
  try {
    const { rows } = await client.query('select 1 from employees limit 1')
    if (rows.length === 0) {
      const begun = performance.now()
      await loadCompany(client, size)
      console.log(`loaded in ${Math.round((performance.now() - begun) / 1000)} s`)
    }
  } finally {
    await client.end()
  }
  return { connection, stop }
}

async function startKept(dataDir: string): Promise<Loaded> {
  mkdirSync(dataDir, { recursive: true })
  chmodSync(dataDir, 0o711)
  return startEmbedded({ dataDir, log: () => {}, durable: false })
}

async function startThrownAway(): Promise<Loaded> {
  const dataDir = mkdtempSync(join(tmpdir(), 'lyttepost-bench-'))
  // As root the server runs as another user, who must be able to pass; the cluster inside is closed anyway.
  chmodSync(dataDir, 0o711)
  const { connection, stop } = await startEmbedded({ dataDir, log: () => {}, durable: false })
  return {
    connection,
    stop: async () => {
      await stop()
      rmSync(dataDir, { recursive: true, force: true })
    }
  }
}
