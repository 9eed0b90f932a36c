import { addMilliseconds } from 'date-fns'
import type { AnyContext } from '../context.ts'
import type { Job } from './job.ts'
import { planRuns } from './plan-runs.ts'
import { claimRun } from './queries.ts'
import { type Every, LEASE_MS, type Outcome, runClaim } from './run-claim.ts'

export interface Replica {
  /** A name of this process that no other one has, ever: a restarted replica is a new one. */
  id: string
  jobs: readonly Job[]
  /** The time all replicas agree on: the database's. */
  trueTime: () => Promise<Date>
  /** Once true, nothing more is claimed. */
  stopping?: () => boolean
  /** How claims are renewed while a job works; left out: by the process's own timer. */
  every?: Every
}

/**
 * Plans what fell due and runs, one after the other, everything that waits and nobody holds.
 *
 * @returns how each run ended, in order.
 */
export async function runDue(ctx: AnyContext, replica: Replica): Promise<Outcome[]> {
  const { id: claimedBy, trueTime } = replica
  const jobs = new Map(replica.jobs.map((job) => [job.name, job]))
  const outcomes: Outcome[] = []
  await planRuns(ctx.db, replica.jobs, await trueTime())
  while (!replica.stopping?.()) {
    const now = await trueTime()
    const until = addMilliseconds(now, LEASE_MS)
    const claim = await ctx.db.transaction((tx) =>
      claimRun(tx, { names: [...jobs.keys()], claimedBy, now, until })
    )
    if (!claim) return outcomes
    outcomes.push(await runClaim(setRight(ctx, now), jobs.get(claim.job)!, claim, replica.every))
  }
  return outcomes
}

/** The same context with its clock set right: whatever a replica's own clock shows, jobs go by the database's. */
function setRight(ctx: AnyContext, now: Date): AnyContext {
  const behind = now.getTime() - ctx.now().getTime()
  return { ...ctx, now: () => addMilliseconds(ctx.now(), behind) }
}
