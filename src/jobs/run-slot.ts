import type { AnyContext } from '../context.ts'
import { claimSlot, finishSlot } from './queries.ts'

export interface Job {
  name: string
  /** Five fields, UTC. */
  cron: string
  run: (ctx: AnyContext) => Promise<void>
}

export type SlotOutcome = 'done' | 'failed' | 'taken'

/**
 * Runs a job for one planned time, unless another replica has it already. A failure is kept with the run and does not
 * end the process; the next planned time tries again, so every job must be able to run twice.
 */
export async function runSlot(ctx: AnyContext, job: Job, plannedAt: Date): Promise<SlotOutcome> {
  const slot = { job: job.name, plannedAt }
  if (!(await claimSlot(ctx.db, { ...slot, startedAt: ctx.now() }))) return 'taken'
  const failure = await job.run(ctx).then(
    () => null,
    (error: unknown) => (error instanceof Error ? error.message : String(error))
  )
  await finishSlot(ctx.db, slot, { finishedAt: ctx.now(), failure })
  return failure === null ? 'done' : 'failed'
}
