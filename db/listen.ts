import pg from 'pg'
import { v7 } from 'uuid'
import { type Connection, clientConfig } from './client.ts'
import { cut } from './steady-pool.ts'

export interface ListenOptions {
  channel: string
  /** What somebody else sent. */
  heard: (payload: string) => void
  /** Whether messages get through from now on. */
  changed: (isHearing: boolean) => void
  /** Sends a message to the channel by another connection. */
  send: (payload: string) => Promise<void>
}

/** Milliseconds. Our own; tests have shorter ones. */
export interface Pace {
  /** Between two proofs that messages get through. */
  proof: number
  /** How long a proof may take. */
  answer: number
  /** Before the first attempt to connect again; doubled with each that fails. */
  first: number
  longest: number
}

const PACE: Pace = { proof: 30_000, answer: 5_000, first: 500, longest: 4_000 }

export interface Listening {
  close(): Promise<void>
}

/** Opens the one connection of a process that listens; given the way to the database. */
export type Listen = (options: ListenOptions) => Listening

const PROOF = 'proof:'

/**
 * A connection of its own, beside the pool, that hears what transactions NOTIFY. It proves by a message to itself that it
 * hears: when it begins, since behind a pooler that lends connections by the transaction LISTEN succeeds and nothing
 * arrives, and from time to time, since a connection whose other side has gone looks like one on which nothing happens.
 * What does not hear is closed and opened again, later and later.
 */
export function listenOn(connection: Connection, pace: Pace = PACE): Listen {
  return ({ channel, heard, changed, send }) => {
    let isClosed = false
    let current: pg.Client | null = null
    let failures = 0
    let timer: NodeJS.Timeout | undefined
    const proofs = new Map<string, () => void>()

    async function prove(client: pg.Client): Promise<void> {
      const token = `${PROOF}${v7()}`
      let late: NodeJS.Timeout | undefined
      const heardOf = new Promise<void>((resolve, reject) => {
        proofs.set(token, resolve)
        late = setTimeout(() => reject(new Error('nothing was heard')), pace.answer)
      })
      try {
        await Promise.all([heardOf, send(token)])
      } finally {
        clearTimeout(late)
        proofs.delete(token)
      }
      if (client === current) later(() => prove(client).catch(() => lose(client)), pace.proof)
    }

    function later(work: () => void, ms: number): void {
      clearTimeout(timer)
      if (isClosed) return
      timer = setTimeout(work, ms)
      timer.unref()
    }

    async function open(): Promise<void> {
      const client = new pg.Client({
        ...clientConfig(connection),
        connectionTimeoutMillis: pace.answer,
        query_timeout: pace.answer,
        keepAlive: true,
        application_name: 'lyttepost listening'
      })
      current = client
      client.on('error', () => lose(client))
      client.on('end', () => lose(client))
      client.on('notification', ({ payload = '' }) => {
        if (payload.startsWith(PROOF)) proofs.get(payload)?.()
        else heard(payload)
      })
      try {
        await client.connect()
        await client.query(`listen ${pg.escapeIdentifier(channel)}`)
        await prove(client)
        if (client !== current) return
        failures = 0
        changed(true)
      } catch {
        lose(client)
      }
    }

    /** Once per connection, whatever tells of its end first. */
    function lose(client: pg.Client): void {
      if (client !== current) return
      current = null
      changed(false)
      // It may be one that nobody is at the other end of, and would never end by being asked to.
      cut(client)
      later(open, Math.min(pace.longest, pace.first * 2 ** failures))
      failures += 1
    }

    void open()
    return {
      close: async () => {
        isClosed = true
        clearTimeout(timer)
        const client = current
        current = null
        if (client) cut(client)
      }
    }
  }
}
