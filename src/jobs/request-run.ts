import { recordAudit } from '../audit/record-audit.ts'
import type { AnyContext } from '../context.ts'
import { JobNotFound } from './errors.ts'
import { insertRequested, readTrueTime } from './queries.ts'
import { JOBS } from './schedule.ts'

/**
 * Asks for a run of a job out of turn: it is due at once, and whichever replica looks next runs it, within a minute.
 *
 * @throws {JobNotFound}
 */
export async function requestRun(ctx: AnyContext, name: string): Promise<{ job: string; plannedAt: Date }> {
  const known = JOBS.map((job) => job.name)
  if (!known.includes(name)) throw new JobNotFound({ name, known })
  const plannedAt = await readTrueTime(ctx.db)
  await ctx.db.transaction(async (tx) => {
    await insertRequested(tx, { job: name, plannedAt, requestedBy: ctx.actor?.employeeId ?? null })
    await recordAudit(tx, ctx, {
      action: 'job.run-requested',
      objectType: 'job',
      objectId: name,
      after: { plannedAt }
    })
  })
  return { job: name, plannedAt }
}
