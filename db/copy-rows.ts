import type { Readable } from 'node:stream'
import { type SQL, sql } from 'drizzle-orm'
import type { PgDialect } from 'drizzle-orm/pg-core'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import type { Queryable } from './client.ts'

/** Values of one row, each as bytes of its own. */
export type CopiedRow = (Buffer | null)[]

/** Rows as they come: `next` is undefined behind the last one. Whoever takes no more of them says so by `close`. */
export interface CopiedRows {
  next: () => Promise<CopiedRow | undefined>
  close: () => Promise<void>
}

/** What drizzle keeps to itself of a transaction. */
type Inner = { dialect: PgDialect; session: { client: pg.ClientBase } }

/**
 * Asks for rows of bytes by COPY, which sends them as they are. Written as text and read again, which is the only way `pg` has,
 * values of megabytes take the database half as long again. What comes is taken in while nobody asks for it; the next statement
 * of the transaction waits until all of it is there. Needs a transaction.
 */
export function copyRows(tx: Queryable, query: SQL): CopiedRows {
  const { dialect, session } = tx as unknown as Inner
  const { sql: text, params } = dialect.sqlToQuery(sql`copy (${query}) to stdout (format binary)`)
  // COPY takes no parameters.
  const whole = text.replaceAll(/\$(\d+)/g, (_, place) => literalOf(params[Number(place) - 1]))
  const bytes = new Bytes(session.client.query(copyTo(whole, { highWaterMark: NO_LIMIT })))
  let isBegun = false
  const next = async () => {
    if (!isBegun) await bytes.take(HEADER)
    isBegun = true
    return nextRow(bytes)
  }
  return { next, close: () => bytes.ended }
}

/** The answer of a report, whose statement has its own limit. */
const NO_LIMIT = 2 ** 30
/** A signature, flags and the length of an extension that there is not. */
const HEADER = 19

async function nextRow(bytes: Bytes): Promise<CopiedRow | undefined> {
  const columns = (await bytes.take(2)).readInt16BE()
  if (columns === -1) return undefined
  const row: CopiedRow = []
  for (let column = 0; column < columns; column += 1) {
    const length = (await bytes.take(4)).readInt32BE()
    row.push(length === -1 ? null : await bytes.take(length))
  }
  return row
}

/** A number, a text, or a list of texts as PostgreSQL writes arrays. */
export function literalOf(value: unknown): string {
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') return pg.escapeLiteral(value)
  if (Array.isArray(value) && value.every((one) => typeof one === 'string'))
    return pg.escapeLiteral(`{${value.map((one) => `"${one.replaceAll(/["\\]/g, '\\$&')}"`).join(',')}}`)
  throw new TypeError('Only numbers, texts and lists of texts can be written into COPY.')
}

/** What a stream brings, in pieces of the asked length. */
class Bytes {
  /** Until all came; who does not wait for it hears of an error from `take`. */
  readonly ended: Promise<void>
  private readonly chunks: Buffer[] = []
  /** What of the first chunk is taken already. */
  private at = 0
  private wake = () => {}

  constructor(stream: Readable) {
    stream.on('data', (chunk: Buffer) => {
      this.chunks.push(chunk)
      this.wake()
    })
    this.ended = new Promise((resolve, reject) => {
      stream.once('end', resolve)
      stream.once('error', reject)
    })
    this.ended.catch(() => {})
  }

  async take(length: number): Promise<Buffer> {
    // By itself, and not a part of something larger: it begins where numbers of four bytes may.
    const taken = Buffer.allocUnsafeSlow(length)
    for (let filled = 0; filled < length; ) {
      const chunk = this.chunks[0] ?? (await this.more())
      const copied = chunk.copy(taken, filled, this.at)
      filled += copied
      this.at += copied
      if (this.at < chunk.length) continue
      this.chunks.shift()
      this.at = 0
    }
    return taken
  }

  private async more(): Promise<Buffer> {
    const came = new Promise<void>((resolve) => {
      this.wake = resolve
    })
    await Promise.race([came, this.ended])
    const [chunk] = this.chunks
    if (!chunk) throw new RangeError('The rows ended within one.')
    return chunk
  }
}
