import { asc } from 'drizzle-orm'
import t from 'tap'
import { jobRuns } from '../../db/schema/job-runs.ts'
import type { Job } from '../../src/jobs/job.ts'
import { recurrenceOf } from '../../src/jobs/job.ts'
import { runDue } from '../../src/jobs/run-due.ts'
import { JOBS } from '../../src/jobs/schedule.ts'
import { testDatabase } from '../helpers/database.ts'

/** Replicas that look at times the test tells them, all with the same jobs. */
async function replicas(t: Parameters<typeof testDatabase>[0], jobs: Job[], skewMinutes = 0) {
  const { db } = await testDatabase(t)
  let time = new Date(0)
  let started = 0
  const renewals: (() => void)[] = []
  const look = (now: string, id = `00000000-0000-7000-8000-${String(++started).padStart(12, '0')}`) => {
    time = new Date(now)
    const ctx = {
      db,
      now: () => new Date(time.getTime() + skewMinutes * 60_000),
      actor: null,
      requestId: null
    }
    const every = (_: number, work: () => void) => {
      renewals.push(work)
      return () => void renewals.splice(renewals.indexOf(work), 1)
    }
    return runDue(ctx, { id, jobs, trueTime: async () => time, every })
  }
  const rows = () => db.select().from(jobRuns).orderBy(asc(jobRuns.plannedAt))
  const pass = (now: string) => {
    time = new Date(now)
  }
  return { db, look, rows, renewals, pass }
}

const noted = (name = 'count', cron = '0 * * * *') => {
  const ran: string[] = []
  const job: Job = {
    name,
    cron,
    run: async (_, plannedAt) => void ran.push(plannedAt.toISOString().slice(11, 16))
  }
  return { ran, job }
}

t.test('a job begins with the first look and then runs once per planned time, whoever looks', async (t) => {
  const { ran, job } = noted()
  const { look } = await replicas(t, [job])
  t.strictSame(await look('2027-03-01T08:30:00Z'), [], 'nothing of before is made up for')
  const outcomes = await Promise.all(Array.from({ length: 12 }, () => look('2027-03-01T09:00:00Z')))
  t.strictSame(ran, ['09:00'])
  t.strictSame(outcomes.flat(), ['done'])
  await look('2027-03-01T09:59:59Z')
  t.strictSame(ran, ['09:00'])
})

t.test('what an outage missed is run afterwards, in order, each planned time once', async (t) => {
  const { ran, job } = noted()
  const { look } = await replicas(t, [job])
  await look('2027-03-01T08:30:00Z')
  await look('2027-03-01T12:10:00Z')
  t.strictSame(ran, ['09:00', '10:00', '11:00', '12:00'])
})

t.test('a replica that dies leaves its run to another one when its claim ends, and not before', async (t) => {
  let attempts = 0
  const run = () => (++attempts === 1 ? new Promise<void>(() => {}) : Promise.resolve())
  const { look, rows } = await replicas(t, [{ name: 'dies', cron: '0 * * * *', run }])
  await look('2027-03-01T08:30:00Z')
  void look('2027-03-01T09:00:00Z')
  while (attempts === 0) await new Promise((next) => setImmediate(next))
  t.strictSame(await look('2027-03-01T09:00:59Z'), [])
  t.strictSame(await look('2027-03-01T09:01:00Z'), ['done'])
  t.match(await rows(), [{ attempts: 2, failure: null }])
})

t.test('a run that is renewed stays with its replica however long it takes', async (t) => {
  let finish = () => {}
  const run = () => new Promise<void>((done) => (finish = done))
  const { look, rows, renewals, pass } = await replicas(t, [{ name: 'long', cron: '0 * * * *', run }])
  await look('2027-03-01T08:30:00Z')
  const long = look('2027-03-01T09:00:00Z')
  while (renewals.length === 0) await new Promise((next) => setImmediate(next))
  pass('2027-03-01T09:00:40Z')
  renewals[0]!()
  const until = '2027-03-01T09:01:40.000Z'
  while ((await rows())[0]!.claimedUntil!.toISOString() !== until);
  t.strictSame(await look('2027-03-01T09:01:30Z'), [])
  finish()
  t.strictSame(await long, ['done'])
  t.equal(renewals.length, 0)
})

t.test('whoever slept through the end of a claim finishes nothing', async (t) => {
  const wake: (() => void)[] = []
  const run = () => (wake.length === 0 ? new Promise<void>((done) => wake.push(done)) : Promise.resolve())
  const { look, rows } = await replicas(t, [{ name: 'sleeps', cron: '0 * * * *', run }])
  await look('2027-03-01T08:30:00Z')
  const asleep = look('2027-03-01T09:00:00Z')
  while (wake.length === 0) await new Promise((next) => setImmediate(next))
  t.strictSame(await look('2027-03-01T09:05:00Z'), ['done'])
  wake[0]!()
  t.strictSame(await asleep, ['lost'])
  t.match(await rows(), [{ attempts: 2, finishedAt: new Date('2027-03-01T09:05:00Z') }])
})

t.test(
  'a failing run is tried again after 1, 2, 4 and 8 minutes, then given up; the next runs wait',
  async (t) => {
    const ran: string[] = []
    const job: Job = {
      name: 'broken',
      cron: '*/10 * * * *',
      run: async (ctx, plannedAt) => {
        ran.push(`${plannedAt.toISOString().slice(11, 16)} at ${ctx.now().toISOString().slice(11, 16)}`)
        if (plannedAt.getUTCMinutes() === 0) throw new Error('no paper')
      }
    }
    const { look, rows } = await replicas(t, [job], 115)
    await look('2027-03-01T08:55:00Z')
    const seen: Record<string, string[]> = {}
    for (const minute of ['00', '01', '02', '03', '06', '07', '12', '15', '16']) {
      const outcomes = await look(`2027-03-01T09:${minute}:00Z`)
      if (outcomes.length > 0) seen[minute] = outcomes
    }
    t.strictSame(seen, {
      '00': ['again'],
      '01': ['again'],
      '03': ['again'],
      '07': ['again'],
      15: ['failed', 'done']
    })
    t.strictSame(
      ran.at(-1),
      '09:10 at 09:15',
      'jobs go by the true time, not by the clock of a replica 115 minutes ahead'
    )
    t.match(await rows(), [{ failure: 'no paper', attempts: 5 }, { failure: null }])
  }
)

t.test('nothing more is begun once the process is stopping', async (t) => {
  const { ran, job } = noted()
  const { db, look } = await replicas(t, [job])
  await look('2027-03-01T08:30:00Z')
  const time = new Date('2027-03-01T12:00:00Z')
  const ctx = { db, now: () => time, actor: null, requestId: null }
  const stopping = () => ran.length > 0
  await runDue(ctx, {
    id: '00000000-0000-7000-8000-00000000dead',
    jobs: [job],
    trueTime: async () => time,
    stopping
  })
  t.strictSame(ran, ['09:00'])
})

t.test(
  'job names are unique, because a run is known by its job and time, and every pattern can be read',
  async (t) => {
    const names = JOBS.map(({ name }) => name)
    t.equal(new Set(names).size, names.length)
    for (const job of JOBS) {
      const { minutes, hours, daysOfMonth } = recurrenceOf(job)
      t.ok([...minutes, ...hours, ...daysOfMonth!].every(Number.isInteger), job.name)
      t.notOk(
        hours.length < 24 && hours.includes(2),
        `${job.name} keeps out of the hour that clocks change in`
      )
    }
  }
)
