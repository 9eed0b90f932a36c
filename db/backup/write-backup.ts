import { closeSync, createWriteStream, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { type Connection, clientConfig } from '../client.ts'
import { lastMigration } from '../migrate.ts'
import {
  type BackupHeader,
  type BackupTrailer,
  copyTarget,
  END_OF_TABLE,
  newDigest,
  type TableHeader
} from './format.ts'

export interface WrittenBackup {
  tables: number
  rows: number
}

/**
 * Writes all that the database holds at one instant into a file, beside a server at work. The file has its name only once it is
 * whole and on the disk; whoever reads it can read everything, so nobody but its owner may.
 */
export async function writeBackup(connection: Connection, file: string, now: Date): Promise<WrittenBackup> {
  const client = new pg.Client(clientConfig(connection))
  client.on('error', () => {})
  await client.connect()
  const unfinished = `${file}.unfinished`
  try {
    await client.query('begin isolation level repeatable read read only')
    const tables = await listTables(client)
    const header: BackupHeader = {
      format: 'lyttepost-backup/1',
      createdAt: now.toISOString(),
      migration: await lastMigration(client)
    }
    const written = { tables: tables.length, rows: 0 }
    const text = Readable.from(backupText(client, header, tables, written))
    await pipeline(text, createGzip({ level: 6 }), createWriteStream(unfinished, { mode: 0o600 }))
    keep(unfinished, file)
    return written
  } catch (error) {
    rmSync(unfinished, { force: true })
    throw error
  } finally {
    await client.end()
  }
}

async function* backupText(
  client: pg.Client,
  header: BackupHeader,
  tables: TableHeader[],
  written: WrittenBackup
): AsyncGenerator<Buffer> {
  const digest = newDigest()
  const counted = (text: string | Buffer) => {
    const bytes = Buffer.from(text)
    digest.update(bytes)
    return bytes
  }
  yield counted(`${JSON.stringify(header)}\n`)
  for (const table of tables) {
    yield counted(`${JSON.stringify(table)}\n`)
    const rows = client.query(copyTo(`copy ${copyTarget(table)} to stdout`))
    for await (const chunk of rows) yield counted(chunk as Buffer)
    written.rows += rows.rowCount
    yield counted(`${END_OF_TABLE}\n`)
  }
  const trailer: BackupTrailer = { rows: written.rows, sha256: digest.digest('hex') }
  yield Buffer.from(`${JSON.stringify(trailer)}\n`)
}

async function listTables(client: pg.Client): Promise<TableHeader[]> {
  const { rows } = await client.query<TableHeader>(`
    select c.table_name as table, json_agg(c.column_name order by c.ordinal_position) as columns
    from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.is_generated = 'NEVER'
    group by 1 order by 1`)
  return rows
}

/** On the disk first, then under its name, and the name on the disk as well. */
function keep(unfinished: string, file: string): void {
  flush(unfinished)
  renameSync(unfinished, file)
  flush(dirname(file))
}

function flush(path: string): void {
  const handle = openSync(path, 'r')
  fsyncSync(handle)
  closeSync(handle)
}
