import { and, eq } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { jobRuns } from '../../db/schema/job-runs.ts'

interface Slot {
  job: string
  plannedAt: Date
}

/** True for exactly one caller per job and planned time. */
export async function claimSlot(db: Db, slot: Slot & { startedAt: Date }): Promise<boolean> {
  const rows = await db.insert(jobRuns).values(slot).onConflictDoNothing().returning({ job: jobRuns.job })
  return rows.length === 1
}

export async function finishSlot(db: Db, slot: Slot, outcome: { finishedAt: Date; failure: string | null }) {
  await db
    .update(jobRuns)
    .set(outcome)
    .where(and(eq(jobRuns.job, slot.job), eq(jobRuns.plannedAt, slot.plannedAt)))
}
