import type { PlanningProgress } from '../../db/schema/drafts.ts'
import type { AnyContext } from '../context.ts'
import type { ExplainedPlan } from './plan-in-worker.ts'
import { markFailed, noteProgress } from './queries/drafts.ts'

/** How often the planner's progress is written down, and its orders to stop are read; twice a second is live enough. */
const BEAT_MS = 500

/**
 * An emergency brake for very large companies on very slow machines: then the best legal plan so far is the draft. Below it
 * no clock has a say, so that the same facts and seed give the same plan.
 */
const BRAKE_MS = 120_000

type Planner = (
  signal: AbortSignal,
  onProgress: (progress: PlanningProgress) => void
) => Promise<ExplainedPlan>

/**
 * Lets the planner work on a draft: its progress is written to the draft for every replica to show, and an order to stop,
 * given on any replica, ends it with the best legal plan so far. A failure is kept with the draft, then thrown.
 */
export async function planWatched(
  { db, now }: AnyContext,
  draftId: string,
  plan: Planner
): Promise<ExplainedPlan> {
  const stop = new AbortController()
  const brake = setTimeout(() => stop.abort(), BRAKE_MS)
  let progress: PlanningProgress | null = null
  const beat = setInterval(() => {
    noteProgress(db, draftId, { heardAt: now(), progress }).then(
      (mustStop) => mustStop && stop.abort(),
      // A beat that the database misses is made up for by the next one.
      () => {}
    )
  }, BEAT_MS)
  try {
    return await plan(stop.signal, (latest) => {
      progress = latest
    })
  } catch (error) {
    await markFailed(db, draftId, error instanceof Error ? error.message : String(error))
    throw error
  } finally {
    clearInterval(beat)
    clearTimeout(brake)
  }
}
