import { sqlStateOf } from '../../db/client.ts'
import type { PlanningProgress } from '../../db/schema/drafts.ts'
import type { AnyContext } from '../context.ts'
import { markFailed, noteProgress } from './queries/drafts.ts'

/** How often the planner's progress is written down, and its orders to stop are read; twice a second is live enough. */
const BEAT_MS = 500

/**
 * An emergency brake for very large companies on very slow machines: then the best legal plan so far is the draft. Below it
 * no clock has a say, so that the same facts and seed give the same plan.
 */
const BRAKE_MS = 120_000

type Work = (signal: AbortSignal, onProgress: (progress: PlanningProgress) => void) => Promise<void>

/**
 * Lets somebody plan a draft and store the plan: progress is written to the draft for every replica to show, and an order to
 * stop, given on any replica, aborts the signal. Whatever goes wrong is kept with the draft, then thrown.
 */
export async function planWatched({ db, now }: AnyContext, draftId: string, work: Work): Promise<void> {
  const stop = new AbortController()
  const brake = setTimeout(() => stop.abort(), BRAKE_MS)
  let progress: PlanningProgress | null = null
  let isBeating = false
  const beat = setInterval(async () => {
    // A draft that is being stored is locked: one beat waits for it, not one after the other.
    if (isBeating) return
    isBeating = true
    // A beat that the database misses is made up for by the next one.
    const mustStop = await noteProgress(db, draftId, { heardAt: now(), progress }).catch(() => false)
    isBeating = false
    if (mustStop) stop.abort()
  }, BEAT_MS)
  try {
    await work(stop.signal, (latest) => {
      progress = latest
    })
  } catch (error) {
    await markFailed(db, draftId, failureOf(error)).catch(() => {})
    throw error
  } finally {
    clearInterval(beat)
    clearTimeout(brake)
  }
}

/** What the database says names tables and values, which is nothing for the readers of a draft. */
function failureOf(error: unknown): string {
  const state = sqlStateOf(error)
  if (state) return `The plan could not be stored (${state}). Plan the period again.`
  return error instanceof Error ? error.message : String(error)
}
