import {
  and,
  asc,
  count,
  desc,
  eq,
  exists,
  gt,
  inArray,
  isNull,
  lt,
  lte,
  max,
  min,
  notExists,
  or,
  sql
} from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Db, Queryable, Tx } from '../../db/client.ts'
import { jobRuns, jobs } from '../../db/schema/job-runs.ts'

/** What every replica agrees on, however far off its own clock is. */
export async function readTrueTime(db: Db): Promise<Date> {
  const { rows } = await db.execute<{ at: string }>(
    sql`select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at`
  )
  return new Date(rows[0]!.at)
}

/** How far each job is planned; jobs seen for the first time begin now. */
export async function readPlannedUntil(db: Db, names: string[], now: Date): Promise<Map<string, Date>> {
  const known = async () => {
    const rows = await db.select().from(jobs).where(inArray(jobs.name, names))
    return new Map(rows.map(({ name, plannedUntil }) => [name, plannedUntil]))
  }
  const before = await known()
  const unknown = names.filter((name) => !before.has(name))
  if (unknown.length === 0) return before
  await db
    .insert(jobs)
    .values(unknown.map((name) => ({ name, plannedUntil: now })))
    .onConflictDoNothing()
  return known()
}

export async function insertPlanned(
  tx: Tx,
  rows: { job: string; plannedAt: Date }[],
  until: Date
): Promise<void> {
  await tx.insert(jobRuns).values(rows).onConflictDoNothing()
  const names = [...new Set(rows.map(({ job }) => job))]
  await tx
    .update(jobs)
    .set({ plannedUntil: until })
    .where(and(inArray(jobs.name, names), lt(jobs.plannedUntil, until)))
}

/** A run out of turn; a second request for the same instant is the same run. */
export async function insertRequested(
  tx: Tx,
  row: { job: string; plannedAt: Date; requestedBy: string | null }
) {
  await tx.insert(jobRuns).values(row).onConflictDoNothing()
}

/** One attempt at one planned time. Only who holds it can renew or finish it. */
export interface Claim {
  job: string
  plannedAt: Date
  attempts: number
}

const CLAIMING = 7282

/**
 * The oldest due run that nobody holds, held from now on by `claimedBy`; null when there is none. Runs of one job go
 * one after the other in their order, also over many replicas: claims are made one at a time.
 */
export async function claimRun(
  tx: Tx,
  { names, claimedBy, now, until }: { names: string[]; claimedBy: string; now: Date; until: Date }
): Promise<Claim | null> {
  await tx.execute(sql`select pg_advisory_xact_lock(${CLAIMING})`)
  const earlier = alias(jobRuns, 'earlier')
  const [due] = await tx
    .select({ job: jobRuns.job, plannedAt: jobRuns.plannedAt })
    .from(jobRuns)
    .where(
      and(
        isNull(jobRuns.finishedAt),
        inArray(jobRuns.job, names),
        lte(jobRuns.plannedAt, now),
        or(isNull(jobRuns.claimedUntil), lte(jobRuns.claimedUntil, now)),
        notExists(
          tx
            .select({ one: sql`1` })
            .from(earlier)
            .where(
              and(
                eq(earlier.job, jobRuns.job),
                isNull(earlier.finishedAt),
                lt(earlier.plannedAt, jobRuns.plannedAt)
              )
            )
        )
      )
    )
    .orderBy(asc(jobRuns.plannedAt), asc(jobRuns.job))
    .limit(1)
  if (!due) return null
  const [claim] = await tx
    .update(jobRuns)
    .set({
      claimedBy,
      claimedUntil: until,
      attempts: sql`${jobRuns.attempts} + 1`,
      startedAt: sql`coalesce(${jobRuns.startedAt}, ${now.toISOString()}::timestamptz)`
    })
    .where(and(eq(jobRuns.job, due.job), eq(jobRuns.plannedAt, due.plannedAt)))
    .returning({ attempts: jobRuns.attempts })
  return { ...due, attempts: claim!.attempts }
}

/** Each claim counts one attempt more, so the number tells whether somebody else claimed the run since. */
const isHeld = ({ job, plannedAt, attempts }: Claim) =>
  and(eq(jobRuns.job, job), eq(jobRuns.plannedAt, plannedAt), eq(jobRuns.attempts, attempts))

/** Whether the claim was still held, and now is until `until`. */
export async function renewClaim(db: Queryable, claim: Claim, until: Date): Promise<boolean> {
  const rows = await db
    .update(jobRuns)
    .set({ claimedUntil: until })
    .where(isHeld(claim))
    .returning({ job: jobRuns.job })
  return rows.length === 1
}

/** Ends a claim: finished for good, or to be tried again from `retryAt` on. False: somebody else has it by now. */
export async function endClaim(
  db: Queryable,
  claim: Claim,
  outcome: { finishedAt: Date; failure: string | null } | { retryAt: Date; failure: string }
): Promise<boolean> {
  const { failure } = outcome
  const rows = await db
    .update(jobRuns)
    .set(
      'retryAt' in outcome
        ? { claimedUntil: outcome.retryAt, failure }
        : { finishedAt: outcome.finishedAt, failure }
    )
    .where(isHeld(claim))
    .returning({ job: jobRuns.job })
  return rows.length === 1
}

export async function deleteRunsBefore(db: Db, before: Date): Promise<void> {
  const newer = alias(jobRuns, 'newer')
  const isNotNewest = exists(
    db
      .select({ one: sql`1` })
      .from(newer)
      .where(and(eq(newer.job, jobRuns.job), gt(newer.plannedAt, jobRuns.plannedAt)))
  )
  await db.delete(jobRuns).where(and(lt(jobRuns.finishedAt, before), isNotNewest))
}

/** Per job: the newest run that has begun. */
export async function selectLastRuns(db: Db) {
  return db
    .selectDistinctOn([jobRuns.job])
    .from(jobRuns)
    .where(sql`${jobRuns.startedAt} is not null`)
    .orderBy(asc(jobRuns.job), desc(jobRuns.plannedAt))
}

/** Per job: the oldest due run that is not finished, and how many there are. */
export async function selectWaiting(db: Db, now: Date) {
  return db
    .select({ job: jobRuns.job, since: min(jobRuns.plannedAt), runs: count() })
    .from(jobRuns)
    .where(and(isNull(jobRuns.finishedAt), lte(jobRuns.plannedAt, now)))
    .groupBy(jobRuns.job)
}

/** Per job: how many runs since `since` failed for good, and when last. */
export async function selectFailed(db: Db, since: Date) {
  return db
    .select({ job: jobRuns.job, runs: count(), lastAt: max(jobRuns.finishedAt) })
    .from(jobRuns)
    .where(and(gt(jobRuns.finishedAt, since), sql`${jobRuns.failure} is not null`))
    .groupBy(jobRuns.job)
}
