import { Agent, request as send } from 'node:http'
import { addDays, formatISO } from 'date-fns'
import { v7 } from 'uuid'
import type { Caller } from './company.ts'

export interface Load {
  sent: number
  /** What did not end with 2xx, in words. */
  failed: string[]
  /** Milliseconds of each, in no order. */
  took: number[]
  /** No more is sent; ends when all is answered. */
  stop(): Promise<void>
}

/** Days far off, each noted once by each. */
const FIRST_DAY = new Date('2033-01-01T00:00:00Z')
/** What people ask for most is cheap: two replicas, a database and whoever asks share the cores of one machine. */
const READS = ['/api/me', '/api/me', '/api/me/absences', '/api/me', '/api/me/hours']
/** Of so many requests one changes something. */
const ONE_WRITES = 10
const TICK_MS = 20
const PATIENCE_MS = 20_000

/**
 * Asks so many times a second in everybody's name, whether what was asked before is answered or not, as people do who know
 * nothing of each other. Nothing is sent twice: what fails has failed.
 */
export function startLoad(address: string, callers: Caller[], perSecond: number): Load {
  const agent = new Agent({ keepAlive: true, maxSockets: 256 })
  const load = { sent: 0, failed: [] as string[], took: [] as number[] }
  const waiting = new Set<Promise<void>>()
  const began = performance.now()

  function askNext(): void {
    const nth = load.sent
    load.sent += 1
    const caller = callers[nth % callers.length]!
    const writes = nth % ONE_WRITES === 0
    const day = formatISO(addDays(FIRST_DAY, nth / ONE_WRITES), { representation: 'date' })
    const body = writes ? JSON.stringify({ kind: 'leave', fromOn: day, lastOn: day }) : undefined
    const path = writes ? '/api/me/absences' : READS[nth % READS.length]!
    const asked = askOnce(agent, address + path, caller.token, body).then((outcome) => {
      load.took.push(outcome.ms)
      if (outcome.failure !== null) load.failed.push(`${path}: ${outcome.failure}`)
      waiting.delete(asked)
    })
    waiting.add(asked)
  }

  const ticking = setInterval(() => {
    const due = Math.floor(((performance.now() - began) * perSecond) / 1000)
    while (load.sent < due) askNext()
  }, TICK_MS)
  const stop = async () => {
    clearInterval(ticking)
    await Promise.all(waiting)
    agent.destroy()
  }
  return Object.assign(load, { stop })
}

function askOnce(agent: Agent, url: string, token: string, body?: string) {
  const began = performance.now()
  return new Promise<{ ms: number; failure: string | null }>((resolve) => {
    const over = (failure: string | null) => resolve({ ms: performance.now() - began, failure })
    const headers = {
      authorization: `Bearer ${token}`,
      ...(body && { 'content-type': 'application/json', 'idempotency-key': v7() })
    }
    const asking = send(
      url,
      { agent, method: body ? 'POST' : 'GET', headers, timeout: PATIENCE_MS },
      (reply) => {
        const { statusCode = 0 } = reply
        let text = ''
        reply.on('data', (chunk: Buffer) => {
          if (statusCode >= 300) text += chunk
        })
        reply.on('end', () => over(statusCode < 300 ? null : `${statusCode} ${text.slice(0, 120)}`))
        reply.on('error', ({ message }) => over(message))
      }
    )
    asking.on('timeout', () => asking.destroy(new Error(`no answer in ${PATIENCE_MS} ms`)))
    asking.on('error', ({ message }) => over(message))
    asking.end(body)
  })
}

/** The value below which so large a part of them lies. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0
}
