import { EventEmitter, on } from 'node:events'
import { subMilliseconds } from 'date-fns'
import type { Listen, Listening } from '../../db/listen.ts'
import type { Context } from '../context.ts'
import { listWrittenSince, NEWS_CHANNEL, sendNews } from './queries.ts'

/** How often it looks while it cannot listen: soon enough to seem at once, for one small query in each process. */
const LOOK_MS = 1_500
/** A notice is dated when its transaction begins and seen when it ends. */
const LATE_MS = 20_000

/** Stands for everybody in a message that would have to name too many. */
const EVERYBODY = '*'

type Database = Pick<Context, 'db' | 'now'>

/**
 * Tells people who have a page open that something has changed for them. Every change that touches somebody writes them a
 * notice, in whichever process, and the database says so as the transaction ends (`notices_tell`). With `listen` that is
 * heard on one connection for all who follow; without it, and while that connection hears nothing, new notices are looked
 * for: one query for all who follow. Nothing of it happens before the first page follows.
 */
export function openNoticeWatch({
  listen,
  lookMs = LOOK_MS
}: {
  listen?: Listen | undefined
  lookMs?: number
} = {}) {
  const news = new EventEmitter().setMaxListeners(0)
  const closed = new AbortController()
  let listening: Listening | null = null
  let isHearing = false
  let seen: Set<string> | null = null
  let timer: NodeJS.Timeout | undefined
  let followers = 0

  // Under a name of its own: emitters have a meaning for 'error'.
  const nameOf = (employeeId: string) => `to ${employeeId}`
  const tell = (employeeId: string) => news.emit(nameOf(employeeId))
  const tellEverybody = () => {
    for (const name of news.eventNames()) if (name !== 'error') news.emit(name)
  }

  async function look({ db, now }: Database): Promise<void> {
    const rows = await listWrittenSince(db, subMilliseconds(now(), LATE_MS)).catch(() => null)
    if (!rows) return
    const fresh = seen === null ? [] : rows.filter(({ id }) => !seen?.has(id))
    seen = new Set(rows.map(({ id }) => id))
    for (const employeeId of new Set(fresh.map((row) => row.employeeId))) tell(employeeId)
  }

  function stopLooking(): void {
    clearInterval(timer)
    timer = undefined
  }

  function startLooking(ctx: Database): void {
    stopLooking()
    if (isHearing || followers === 0) return
    timer = setInterval(() => look(ctx), lookMs)
    timer.unref()
  }

  /** Between two ways of knowing something may be missed: what went silent may have been silent for a while. */
  function change(ctx: Database, hears: boolean): void {
    if (hears === isHearing) return
    isHearing = hears
    if (hears) {
      stopLooking()
      void look(ctx)
    } else {
      startLooking(ctx)
      tellEverybody()
    }
  }

  function startListening({ db, now }: Context): void {
    // Not the request's own connection: what is listened with outlives it.
    const ctx = { db, now }
    listening ??=
      listen?.({
        channel: NEWS_CHANNEL,
        heard: (payload) => (payload === EVERYBODY ? tellEverybody() : payload.split(',').forEach(tell)),
        changed: (hears) => change(ctx, hears),
        send: (payload) => sendNews(db, payload)
      }) ?? null
  }

  async function begin(ctx: Context): Promise<void> {
    followers += 1
    startListening(ctx)
    if (followers > 1 || isHearing) return
    await look(ctx)
    startLooking(ctx)
  }

  function end(): void {
    followers -= 1
    if (followers > 0) return
    stopLooking()
    seen = null
  }

  /** Yields once as it begins to listen, then each time something was written to the actor; ends with the signal. */
  async function* follow(ctx: Context, signal: AbortSignal): AsyncGenerator<void> {
    const until = AbortSignal.any([signal, closed.signal])
    if (until.aborted) return
    const changes = on(news, nameOf(ctx.actor.employeeId), { signal: until })
    await begin(ctx)
    try {
      yield
      for await (const _ of changes) yield
    } catch (error) {
      if (!until.aborted) throw error
    } finally {
      end()
    }
  }

  async function close(): Promise<void> {
    closed.abort()
    await listening?.close()
  }

  return { follow, close }
}
