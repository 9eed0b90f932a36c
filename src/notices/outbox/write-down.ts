import { setTimeout as pauseFor } from 'node:timers/promises'
import { isConnectionLost } from '../../../db/errors.ts'

/** Milliseconds between attempts, three quarters of a minute in all: less than is left of a claim (`MARGIN_MINUTES`). */
const WAITS_MS = [1_000, 3_000, 10_000, 30_000] as const

/**
 * Does what may be done twice, again while the database cannot be reached: what the other side has taken is to be written
 * down, or it would be sent a second time. Everything else that goes wrong is thrown at once.
 */
export async function writeDown(
  work: () => Promise<void>,
  pause: (ms: number) => Promise<void> = pauseFor
): Promise<void> {
  for (const wait of WAITS_MS) {
    try {
      return await work()
    } catch (error) {
      if (!isConnectionLost(error)) throw error
      await pause(wait)
    }
  }
  return work()
}
