import { eq } from 'drizzle-orm'
import t from 'tap'
import { auditEntries } from '../../../db/schema/audit.ts'
import { jobRuns, jobs } from '../../../db/schema/job-runs.ts'
import { readTrueTime } from '../../../src/jobs/queries.ts'
import { runDue } from '../../../src/jobs/run-due.ts'
import { JOBS } from '../../../src/jobs/schedule.ts'
import { testApp } from '../../helpers/app.ts'
import { insertSmallCompany } from '../../helpers/people.ts'

const MINUTE = 60_000

t.test('an administrator sees last run, next run, lateness and failures of every job', async (t) => {
  const { db, as } = await testApp(t)
  const { ada } = await insertSmallCompany(db)
  const now = await readTrueTime(db)
  const ago = (minutes: number) => new Date(now.getTime() - minutes * MINUTE)
  await db.insert(jobRuns).values([
    {
      job: 'close-periods',
      plannedAt: ago(60),
      startedAt: ago(59),
      finishedAt: ago(58),
      attempts: 5,
      failure: 'no paper'
    },
    { job: 'end-employments', plannedAt: ago(30) },
    { job: 'end-employments', plannedAt: ago(10) }
  ])
  const { items } = (await as(ada).get('/api/jobs')).json()
  t.strictSame(
    items.map(({ name }: { name: string }) => name),
    JOBS.map(({ name }) => name).sort()
  )
  const named = (name: string) => items.find((job: { name: string }) => job.name === name)
  t.match(named('close-periods'), {
    failedThisWeek: 1,
    lateSeconds: 0,
    lastRun: { plannedAt: ago(60).toISOString(), attempts: 5, failure: 'no paper' }
  })
  t.match(named('end-employments'), { waiting: 2, lastRun: null })
  const { lateSeconds, nextAt } = named('end-employments')
  t.ok(lateSeconds >= 1800 && lateSeconds < 3600, 'from the oldest that waits')
  t.match(nextAt, /:07:00\.000Z$/)
})

t.test('a run asked for out of turn is due at once, runs once, and is written down', async (t) => {
  const { db, as } = await testApp(t)
  const { ada } = await insertSmallCompany(db)
  const reply = await as(ada).post('/api/jobs/end-employments/runs', undefined)
  t.equal(reply.statusCode, 202, reply.body)
  t.match(await db.select().from(jobRuns), [
    { job: 'end-employments', requestedBy: ada.id, finishedAt: null }
  ])
  t.match(await db.select().from(auditEntries).where(eq(auditEntries.action, 'job.run-requested')), [
    { actorId: ada.id, objectId: 'end-employments' }
  ])
  const ctx = { db, now: () => new Date(), actor: null, requestId: null }
  const replica = { id: ada.id, jobs: JOBS, trueTime: () => readTrueTime(db) }
  t.strictSame(await runDue(ctx, replica), ['done'])
  t.strictSame(await runDue(ctx, replica), [])
  t.equal((await db.select().from(jobs)).length, JOBS.length)
})

t.test('an unknown job is refused with the names there are', async (t) => {
  const { db, as } = await testApp(t)
  const { ada } = await insertSmallCompany(db)
  const reply = await as(ada).post('/api/jobs/make-coffee/runs', undefined)
  t.match(reply.json(), {
    status: 404,
    code: 'JOB_NOT_FOUND',
    details: { known: JOBS.map(({ name }) => name) }
  })
})
