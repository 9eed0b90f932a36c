import type { AnyContext } from '../context.ts'
import { type JobState, readJobs } from '../jobs/read-jobs.ts'
import { countThemesWaiting } from '../learnings/themes/count-themes-waiting.ts'
import { readCanary } from '../notices/canary/read-canary.ts'
import { countHeld } from '../scim/leavers/decide-held.ts'
import { type QueueFigures, selectQueueFigures } from './queries.ts'

export interface Figures extends QueueFigures {
  jobs: JobState[]
  themes: Record<'owner' | 'lead' | 'leadership', number>
  canary: { lastSeconds: number | null; waitingSeconds: number }
  held: { people: number; waitingSeconds: number }
}

/** All that the database tells of how the house is doing: a constant number of queries, and nobody's name. */
export async function readFigures(ctx: AnyContext): Promise<Figures> {
  const [jobs, queues, themes, canary, held] = await Promise.all([
    readJobs(ctx),
    selectQueueFigures(ctx.db, ctx.now()),
    countThemesWaiting(ctx),
    readCanary(ctx),
    countHeld(ctx)
  ])
  return { jobs, themes, canary, held, ...queues }
}
