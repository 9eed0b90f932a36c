import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import {
  type BackupHeader,
  BackupRefused,
  type BackupTrailer,
  END_OF_TABLE,
  newDigest,
  type TableHeader
} from './format.ts'

/** Rows are handed on in pieces of about this many bytes. */
const PIECE = 256 * 1024

/** A table of a backup, with its rows in pieces; they must be read before the next table is asked for. */
export interface BackupTable {
  header: TableHeader
  rows: AsyncGenerator<Buffer>
}

/** A backup as it is read. `tables` must be read to the end: only there is known whether it was whole. */
export interface OpenBackup {
  header: BackupHeader
  tables: AsyncGenerator<BackupTable>
}

/**
 * Opens a backup.
 *
 * @throws {BackupRefused} for what is no backup of ours; from `tables`, for one that was cut short or damaged.
 */
export async function openBackup(file: string): Promise<OpenBackup> {
  const lines = linesOf(file)
  const digest = newDigest()
  const first = await lines.next()
  if (first.done) throw new BackupRefused(`${file} is empty.`)
  digest.update(first.value)
  return { header: headerFrom(first.value.toString(), file), tables: tablesOf(lines, digest, file) }
}

async function* tablesOf(
  lines: AsyncGenerator<Buffer>,
  digest: ReturnType<typeof newDigest>,
  file: string
): AsyncGenerator<BackupTable> {
  let trailer: BackupTrailer | undefined
  const read = { rows: 0 }
  for (let next = await lines.next(); !next.done; next = await lines.next()) {
    const line = next.value
    const named = parse(line.toString()) as TableHeader | BackupTrailer | undefined
    if (!named) throw new BackupRefused(`${file} is damaged: a line between two tables cannot be read.`)
    if (!('table' in named)) {
      trailer = named
      break
    }
    digest.update(line)
    yield { header: named, rows: rowsOf(lines, digest, read) }
  }
  if (!trailer) throw new BackupRefused(`${file} was cut short: its last line is missing.`)
  if (trailer.rows !== read.rows || trailer.sha256 !== digest.digest('hex')) {
    throw new BackupRefused(`${file} is damaged: it does not hold what was written into it.`)
  }
}

async function* rowsOf(
  lines: AsyncGenerator<Buffer>,
  digest: ReturnType<typeof newDigest>,
  read: { rows: number }
): AsyncGenerator<Buffer> {
  let held: Buffer[] = []
  let size = 0
  // By hand: `for await` would close the lines with the table.
  for (let next = await lines.next(); !next.done; next = await lines.next()) {
    const line = next.value
    if (line.at(-1) !== 10) break
    digest.update(line)
    if (line.toString('latin1', 0, 3) === `${END_OF_TABLE}\n`) break
    held.push(line)
    size += line.length
    read.rows += 1
    if (size < PIECE) continue
    yield Buffer.concat(held)
    held = []
    size = 0
  }
  if (held.length > 0) yield Buffer.concat(held)
}

/** Each line with its end. */
async function* linesOf(file: string): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0)
  try {
    const source = createReadStream(file)
    const text = createGunzip()
    source.on('error', (error) => text.destroy(error))
    for await (const chunk of source.pipe(text)) {
      const bytes = Buffer.concat([rest, chunk as Buffer])
      let from = 0
      for (let end = bytes.indexOf(10, from); end >= 0; end = bytes.indexOf(10, from)) {
        yield bytes.subarray(from, end + 1)
        from = end + 1
      }
      rest = bytes.subarray(from)
    }
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'EACCES') throw new BackupRefused(`${file} cannot be read (${code}).`)
    if (code.startsWith('Z_')) throw new BackupRefused(`${file} is damaged or was cut short (${message}).`)
    throw error
  }
  if (rest.length > 0) yield rest
}

function headerFrom(line: string, file: string): BackupHeader {
  const header = parse(line) as BackupHeader | undefined
  if (header?.format !== 'lyttepost-backup/1')
    throw new BackupRefused(`${file} is not a backup of Lyttepost.`)
  return header
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
