import type { Interval } from '../../engine/time/local.ts'
import { startNeighbour } from '../../lib/neighbour-thread.ts'
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

/**
 * Reads the busy spans of a calendar (see `busySpans`) in a thread of its own, with limits of time and memory.
 *
 * @throws {CalendarNotRead}
 */
export function readCalendar(question: BusyQuestion, timeoutMs = TIMEOUT_MS): Promise<Interval[]> {
  const worker = startNeighbour(import.meta.url, 'calendar-worker', {
    ...{ workerData: question, resourceLimits: LIMITS, stdout: true, stderr: true }
  })
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
