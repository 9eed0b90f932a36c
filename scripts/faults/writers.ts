import { setTimeout as pause } from 'node:timers/promises'
import { addDays, formatISO } from 'date-fns'
import { v7 } from 'uuid'
import { type Connection, openDatabase } from '../../db/client.ts'
import { absences } from '../../db/schema/absences.ts'
import { ask } from './ask.ts'
import type { Caller } from './company.ts'

/** A day nobody has a shift on, and none of the days before it is noted twice. */
const FIRST_DAY = new Date('2031-01-01T00:00:00Z')
const SOON_MS = 50

export interface Writing {
  /** What was answered with 2xx: its id. */
  acknowledged: Set<string>
  /** Requests that were answered with an error, or not at all, and sent again under their key. */
  again: number
  /** Answers that nobody could explain. */
  odd: string[]
  /** Ends when each writer has the answer to what it sent last. */
  done: Promise<void>
  stop(): void
}

export interface WritingOptions {
  /** Asked before each request: a server that was started again may listen elsewhere. */
  address: () => string
  callers: Caller[]
  writers: number
  /** Writers stop once so many are acknowledged. */
  enough: number
  /** The first day that is free; left out: none was taken. */
  fromDay?: number
}

/**
 * Writers who note an absence of somebody's for a day, again and again with the same key until it is acknowledged, then the next.
 * Each has people of its own, so that no writer waits for another.
 */
export function startWriting(options: WritingOptions): Writing {
  const { callers, writers, enough, fromDay = 0 } = options
  const writing = { acknowledged: new Set<string>(), again: 0, odd: [] as string[] }
  let isStopped = false

  async function note(caller: Caller, day: number): Promise<void> {
    const date = formatISO(addDays(FIRST_DAY, day), { representation: 'date' })
    const body = { kind: 'leave', fromOn: date, lastOn: date }
    const question = { method: 'POST', token: caller.token, body, key: v7(), timeoutMs: 20_000 }
    for (;;) {
      const { status, text } = await ask(options.address(), '/api/me/absences', question)
      if (status === 201) {
        writing.acknowledged.add((JSON.parse(text) as { id: string }).id)
        return
      }
      if (status !== 0 && status < 500 && status !== 429) {
        writing.odd.push(`${status} ${text}`)
        return
      }
      if (isStopped) return
      writing.again += 1
      await pause(SOON_MS)
    }
  }

  async function write(nth: number): Promise<void> {
    const own = callers.filter((_, index) => index % writers === nth)
    for (let turn = 0; !isStopped && writing.acknowledged.size < enough; turn += 1) {
      await note(own[turn % own.length]!, fromDay + Math.floor(turn / own.length))
    }
  }

  const done = Promise.all(Array.from({ length: writers }, (_, nth) => write(nth))).then(() => {})
  const stop = () => {
    isStopped = true
  }
  return Object.assign(writing, { done, stop })
}

export interface Kept {
  lost: number
  /** Days of a person that are noted more than once, although their request had one key. */
  twice: number
}

/** Compares what was acknowledged with what is there. */
export async function countKept(connection: Connection, acknowledged: ReadonlySet<string>): Promise<Kept> {
  const { db, close } = openDatabase(connection)
  const rows = await db.select().from(absences).finally(close)
  const there = new Set(rows.map(({ id }) => id))
  const days = rows.filter(({ startsAt }) => startsAt >= addDays(FIRST_DAY, -1))
  const names = new Set(days.map(({ employeeId, startsAt }) => `${employeeId} ${startsAt.toISOString()}`))
  return { lost: [...acknowledged].filter((id) => !there.has(id)).length, twice: days.length - names.size }
}
