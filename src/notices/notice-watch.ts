import { EventEmitter, on } from 'node:events'
import { subMilliseconds } from 'date-fns'
import type { Context } from '../context.ts'
import { listWrittenSince } from './queries.ts'

/** How often it looks: soon enough to seem at once, for one small query in each process, whoever listens. */
const LOOK_MS = 1_500
/** A notice is dated when its transaction begins and seen when it ends. */
const LATE_MS = 20_000

/**
 * Tells people who have a page open that something has changed for them. Every change that touches somebody writes them a
 * notice, in whichever process, so new notices are looked for: one query for all who listen, none while nobody does.
 */
export function openNoticeWatch(lookMs = LOOK_MS) {
  const news = new EventEmitter().setMaxListeners(0)
  const closed = new AbortController()
  let seen: Set<string> | null = null
  let timer: NodeJS.Timeout | undefined
  let listeners = 0

  async function look({ db, now }: Pick<Context, 'db' | 'now'>): Promise<void> {
    const rows = await listWrittenSince(db, subMilliseconds(now(), LATE_MS)).catch(() => null)
    if (!rows) return
    const fresh = seen === null ? [] : rows.filter(({ id }) => !seen?.has(id))
    seen = new Set(rows.map(({ id }) => id))
    for (const employeeId of new Set(fresh.map((row) => row.employeeId))) news.emit(employeeId)
  }

  async function begin(ctx: Context): Promise<void> {
    listeners += 1
    if (listeners > 1) return
    await look(ctx)
    timer = setInterval(() => look(ctx), lookMs)
    timer.unref()
  }

  function end(): void {
    listeners -= 1
    if (listeners > 0) return
    clearInterval(timer)
    seen = null
  }

  /** Yields once as it begins to listen, then each time something was written to the actor; ends with the signal. */
  async function* follow(ctx: Context, signal: AbortSignal): AsyncGenerator<void> {
    const until = AbortSignal.any([signal, closed.signal])
    await begin(ctx)
    try {
      yield
      for await (const _ of on(news, ctx.actor.employeeId, { signal: until })) yield
    } catch (error) {
      if (!until.aborted) throw error
    } finally {
      end()
    }
  }

  return { follow, close: () => closed.abort() }
}
