import { addMilliseconds, addMinutes } from 'date-fns'
import type { AnyContext } from '../context.ts'
import { sayError } from '../lib/describe-error.ts'
import type { Job } from './job.ts'
import { type Claim, endClaim, renewClaim } from './queries.ts'

/** How long a claim holds without being renewed. A replica that dies leaves its run to others after this time. */
export const LEASE_MS = 60_000
/** A failed run is tried again after one, two, four and eight minutes; then it is a failure an admin sees. */
const MOST_ATTEMPTS = 5

export type Outcome = 'done' | 'again' | 'failed' | 'lost'

/** Does something again and again until the function returned is called. */
export type Every = (ms: number, work: () => void) => () => void

const everyInterval: Every = (ms, work) => {
  const timer = setInterval(work, ms)
  return () => clearInterval(timer)
}

/**
 * Runs a job for the planned time that was claimed and writes down how it went. The claim is renewed while the job
 * works; who lost it (a pause longer than the lease) finishes nothing, since another replica runs it by now.
 */
export async function runClaim(
  ctx: AnyContext,
  job: Job,
  claim: Claim,
  every: Every = everyInterval
): Promise<Outcome> {
  const stopRenewing = every(LEASE_MS / 3, () => {
    // One that fails is made up for by the next; a claim lost meanwhile is found out at the end.
    renewClaim(ctx.db, claim, addMilliseconds(ctx.now(), LEASE_MS)).catch(() => {})
  })
  const failure = await job
    .run(ctx, claim.plannedAt)
    .then(() => null, sayError)
    .finally(stopRenewing)
  if (failure !== null && claim.attempts < MOST_ATTEMPTS) {
    const retryAt = addMinutes(ctx.now(), 2 ** (claim.attempts - 1))
    return (await endClaim(ctx.db, claim, { retryAt, failure })) ? 'again' : 'lost'
  }
  if (!(await endClaim(ctx.db, claim, { finishedAt: ctx.now(), failure }))) return 'lost'
  return failure === null ? 'done' : 'failed'
}
