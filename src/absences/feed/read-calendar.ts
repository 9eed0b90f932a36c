import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { Interval } from '../../engine/time/local.ts'
import type { BusyQuestion } from './busy-spans.ts'

/** What is in a calendar is a stranger's: a rule that recurs every second must not hold up the API. */
const LIMITS = { maxOldGenerationSizeMb: 192 }
/** A calendar of ten years is read in a tenth of a second; most of this is for the thread to start on a busy machine. */
const TIMEOUT_MS = 10_000

/** The calendar could not be read: it is none, or has more in it than any person's. */
export class CalendarNotRead extends Error {
  constructor() {
    super('The calendar could not be read')
    this.name = 'CalendarNotRead'
  }
}

/** The thread's file is the neighbour with our own ending. */
const ENDING = extname(fileURLToPath(import.meta.url))
const WORKER = new URL(`./calendar-worker${ENDING}`, import.meta.url)
/** Node 20 does not hand tsx down to threads, so uncompiled code asks for it there once more. */
const FROM_SOURCE = `import('tsx/esm/api').then(({ register }) => (register(), import(${JSON.stringify(WORKER.href)})))`

function startThread(workerData: BusyQuestion): Worker {
  const options = { workerData, resourceLimits: LIMITS, stdout: true, stderr: true }
  return ENDING === '.js' ? new Worker(WORKER, options) : new Worker(FROM_SOURCE, { ...options, eval: true })
}

/**
 * Reads the busy spans of a calendar (see `busySpans`) in a thread of its own, with limits of time and memory.
 *
 * @throws {CalendarNotRead}
 */
export function readCalendar(question: BusyQuestion, timeoutMs = TIMEOUT_MS): Promise<Interval[]> {
  const worker = startThread(question)
  return new Promise<Interval[]>((resolve, reject) => {
    const timer = setTimeout(() => reject(new CalendarNotRead()), timeoutMs)
    worker.once('message', resolve)
    worker.once('error', () => reject(new CalendarNotRead()))
    worker.once('exit', () => {
      clearTimeout(timer)
      reject(new CalendarNotRead())
    })
  }).finally(() => void worker.terminate())
}
