import { setTimeout as pause } from 'node:timers/promises'
import { Refused } from '../explain.ts'

/** What came of a request: a status, or that nothing came. */
export interface Asked {
  /** 0: no answer at all. */
  status: number
  ms: number
  type: string
  text: string
}

export interface Question {
  method?: string
  token?: string
  accept?: string
  body?: object
  /** The same key with the same question has one effect, however often it is sent. */
  key?: string
  timeoutMs?: number
}

export async function ask(address: string, path: string, question: Question = {}): Promise<Asked> {
  const { method = 'GET', token, accept, body, key, timeoutMs = 30_000 } = question
  const began = performance.now()
  const over = (status: number, type = '', text = '') => ({
    status,
    ms: performance.now() - began,
    type,
    text
  })
  try {
    const reply = await fetch(`${address}${path}`, {
      method,
      signal: AbortSignal.timeout(timeoutMs),
      headers: {
        ...(token && { authorization: `Bearer ${token}` }),
        ...(accept && { accept }),
        ...(key && { 'idempotency-key': key }),
        ...(body && { 'content-type': 'application/json' })
      },
      ...(body && { body: JSON.stringify(body) })
    })
    return over(reply.status, reply.headers.get('content-type') ?? '', await reply.text())
  } catch (error) {
    return over(0, '', error instanceof Error ? String(error.cause ?? error) : String(error))
  }
}

/** Milliseconds until it is so. @throws {Refused} where it takes longer than `mostMs` */
export async function until(what: string, mostMs: number, isSo: () => Promise<boolean>): Promise<number> {
  const began = performance.now()
  for (;;) {
    if (await isSo()) return performance.now() - began
    if (performance.now() - began > mostMs) throw new Refused(`Not within ${mostMs} ms: ${what}`)
    await pause(50)
  }
}
