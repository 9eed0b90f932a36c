import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { type Connection, clientConfig } from './client.ts'
import { cut, type SteadyPool } from './steady-pool.ts'

/** Milliseconds. */
export interface Beat {
  /** Between two looks at who waits. */
  look: number
  /** So long anybody may wait before the server is asked whether it is there. */
  patience: number
  /** So long it may take to connect and say so; with `patience` and a look, requests are answered within three seconds. */
  answer: number
  /** For an answer that is on its way although the server has none under way. */
  grace: number
}

const BEAT: Beat = { look: 150, patience: 800, answer: 1_400, grace: 250 }

export interface PulseOptions {
  /** Told when the server stops answering and when it answers again. */
  changed?: (isAway: boolean) => void
  beat?: Beat
}

/**
 * Tells a slow statement from a server that is not there. Nothing limits how long a report may take; but when somebody has waited
 * for a second, the server is asked over a new connection. If it does not answer, nor anybody else meanwhile, all who wait are
 * told (503), and whoever asks until it answers again. If it does, it is asked too what it works on: a statement it has never heard of was sent into
 * a connection that is dead on the other side (a failover, a firewall that forgot it), and that connection is ended.
 *
 * @returns a function that ends the watch
 */
export function keepPulse(
  pool: SteadyPool,
  connection: Connection,
  { changed = () => {}, beat = BEAT }: PulseOptions = {}
): () => void {
  let isAsking = false
  let askedAt = Number.NEGATIVE_INFINITY

  async function look(): Promise<void> {
    const now = performance.now()
    const since = pool.waitingSince
    const isWaitedFor = since !== null && now - since > beat.patience && now - askedAt > beat.patience
    if (isAsking || !(pool.isAway || isWaitedFor)) return
    isAsking = true
    askedAt = now
    const known = await ask(connection, beat.answer)
    isAsking = false
    if (known === null) {
      // Others are answered: it has more to do than it can, and to refuse everybody would help nobody.
      if (!pool.isAway && pool.answeredAt > now) return
      if (!pool.isAway) changed(true)
      pool.goAway()
      return
    }
    if (pool.isAway) changed(false)
    pool.comeBack()
    if (known.working) await endUnheard(known.working, now)
  }

  /** Whoever has waited since before the server was asked, and still does although it has nothing to do for them. */
  async function endUnheard(working: Set<number>, askedAtMoment: number): Promise<void> {
    const waited = (moment: number) =>
      pool.stalledSince(moment).filter((client) => !working.has(processOf(client)))
    const unheard = waited(askedAtMoment)
    if (unheard.length === 0) return
    await pause(beat.grace, undefined, { ref: false })
    const still = new Set(waited(askedAtMoment))
    for (const client of unheard) if (still.has(client)) cut(client)
  }

  const timer = setInterval(look, beat.look)
  timer.unref()
  return () => clearInterval(timer)
}

const processOf = (client: pg.ClientBase) => (client as unknown as { processID: number }).processID

interface Known {
  /** Processes that work on something; null behind a pooler, whose names for them are its own. */
  working: Set<number> | null
}

/** What the server says of itself; null: nothing in time. A refusal by the server is an answer, unless it is starting or ending. */
async function ask(connection: Connection, within: number): Promise<Known | null> {
  const client = new pg.Client({ ...clientConfig(connection), application_name: 'lyttepost pulse' })
  client.on('error', () => {})
  const late = setTimeout(() => cut(client), within)
  try {
    await client.connect()
    const { rows } = await client.query<{ own: number; working: number[] }>(
      `select pg_backend_pid() as own, array(
         select pid from pg_stat_activity where coalesce(state, '') not like 'idle%'
       ) as working`
    )
    const { own, working } = rows[0]!
    return { working: own === processOf(client) ? new Set(working) : null }
  } catch (error) {
    return error instanceof pg.DatabaseError && !/^57P/.test(error.code ?? '') ? { working: null } : null
  } finally {
    clearTimeout(late)
    client.end().catch(() => {})
  }
}
