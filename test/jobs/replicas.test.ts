import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import t from 'tap'
import { jobRuns } from '../../db/schema/job-runs.ts'
import type { Job } from '../../src/jobs/job.ts'
import { runDue } from '../../src/jobs/run-due.ts'
import { asOwner, testDatabase } from '../helpers/database.ts'

/**
 * Three replicas on one database through simulated time: restarts, pauses in the middle of a run, deaths before and
 * after the work, outages of days, and clocks up to two hours off. `JOB_DAYS=365` simulates a year; CI a month.
 */
const DAYS = Number(process.env.JOB_DAYS || '31')
const START = Date.parse('2027-03-08T00:00:00Z')
const MINUTE = 60_000

/** Mulberry32: the same adventures every time. */
function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** What the jobs below must have done, from the wall clocks of their zones as Intl shows them and nothing of ours. */
function expectedRuns(): string[] {
  const shows = (zone: string) => {
    const format = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      weekday: 'short',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23'
    })
    return (at: number) => format.format(at)
  }
  const oslo = shows('Europe/Oslo')
  const newYork = shows('America/New_York')
  const lordHowe = shows('Australia/Lord_Howe')
  const runs: string[] = []
  for (let at = START + MINUTE; at <= START + DAYS * 1440 * MINUTE; at += MINUTE) {
    const when = new Date(at).toISOString()
    if (oslo(at).endsWith('08:00')) runs.push(`daily ${when}`)
    if (newYork(at) === 'Mon 07:30' || newYork(at) === 'Mon, 07:30') runs.push(`weekly ${when}`)
    if (lordHowe(at).endsWith(':15') && Number(lordHowe(at).slice(-5, -3)) % 4 === 0)
      runs.push(`hours ${when}`)
  }
  return runs.sort()
}

t.test(`over ${DAYS} days every planned run is executed once by three unreliable replicas`, async (t) => {
  const { db, connection } = await testDatabase(t)
  const owner = await asOwner(t, connection)
  const random = chance(20270308)
  let time = START
  const begun: string[] = []
  let deaths = 0
  let asleep: { wakesAt: number; wake: () => void }[] = []
  // Looks that neither ended, died nor sleep: time stands still until there is none, however slow the database is.
  let awake = 0
  const failures: unknown[] = []
  await owner.query('create table effects (run text primary key); grant all on effects to public')
  const effect = (run: string) => db.execute(sql`insert into effects values (${run}) on conflict do nothing`)

  const jobs = [
    { name: 'daily', cron: '0 8 * * *', zone: 'Europe/Oslo' },
    { name: 'weekly', cron: '30 7 * * 1', zone: 'America/New_York' },
    { name: 'hours', cron: '15 */4 * * *', zone: 'Australia/Lord_Howe' }
  ]
  const trueTime = async () => new Date(time)

  /** A process: it lives until it dies in the middle of a run, then another one takes its place. */
  function newReplica() {
    const id = randomUUID()
    const skew = (random() * 4 - 2) * 60 * MINUTE
    const run =
      (name: string): Job['run'] =>
      async (_, plannedAt) => {
        const what = `${name} ${plannedAt.toISOString()}`
        begun.push(what)
        const fate = random()
        const dies = () => {
          deaths += 1
          replica.isAlive = false
          awake -= 1
          return new Promise<void>(() => {})
        }
        if (fate < 0.03) return dies()
        if (fate < 0.06) {
          awake -= 1
          await new Promise<void>((wake) => asleep.push({ wakesAt: time + 90 * MINUTE, wake }))
        }
        await effect(what)
        if (fate > 0.97) return dies()
      }
    const ctx = { db, now: () => new Date(time + skew), actor: null, requestId: null }
    const mine = jobs.map((job) => ({ ...job, run: run(job.name) }))
    const look = () => {
      replica.isBusy = true
      awake += 1
      const ended = () => {
        replica.isBusy = false
        awake -= 1
      }
      const failed = (error: unknown) => {
        failures.push(error)
        ended()
      }
      runDue(ctx, { id, jobs: mine, trueTime, every: () => () => {} }).then(ended, failed)
    }
    const replica = { isAlive: true, isBusy: false, look }
    return replica
  }

  const replicas = [newReplica(), newReplica(), newReplica()]
  const end = START + DAYS * 1440 * MINUTE
  const isQuiet = async () => {
    while (awake > 0) await new Promise((next) => setImmediate(next))
  }
  /** Looks of everybody who is awake, until they end, die or go to sleep in the middle of a run. */
  async function tick() {
    const rested = asleep.filter(({ wakesAt }) => wakesAt <= time)
    asleep = asleep.filter(({ wakesAt }) => wakesAt > time)
    awake += rested.length
    for (const sleeper of rested) sleeper.wake()
    for (const place of replicas.keys()) {
      if (!replicas[place]!.isAlive || random() < 0.01) replicas[place] = newReplica()
      if (!replicas[place]!.isBusy && random() >= 0.1) replicas[place]!.look()
    }
    await isQuiet()
  }
  replicas[0]!.look()
  await isQuiet()
  while (time < end) {
    const isOutage = random() < 0.005
    time = Math.min(end, time + (isOutage ? 2 * 1440 : 5 + random() * 55) * MINUTE)
    await tick()
  }
  // The last deaths and sleeps are made up for by whoever still looks, for six hours.
  for (let rest = 0; rest < 120; rest += 1) {
    time += 3 * MINUTE
    await tick()
  }
  t.strictSame(failures, [], 'no look failed')

  const expected = expectedRuns()
  const rows = await db.select().from(jobRuns)
  const finished = rows
    .filter(
      ({ finishedAt, failure, plannedAt }) => finishedAt && failure === null && plannedAt.getTime() <= end
    )
    .map(({ job, plannedAt }) => `${job} ${plannedAt.toISOString()}`)
  const { rows: effects } = await db.execute<{ run: string }>(sql`select run from effects order by run`)
  const isInTime = (run: string) => Date.parse(run.split(' ')[1]!) <= end
  t.strictSame(finished.sort(), expected, 'planned = executed')
  t.strictSame(
    effects
      .map(({ run }) => run)
      .filter(isInTime)
      .sort(),
    expected,
    'none missing, none twice'
  )
  t.ok(deaths > 5, `${deaths} deaths in the middle of a run`)
  const again = begun.length - new Set(begun).size
  t.ok(
    again > 0 && again <= rows.reduce((sum, { attempts }) => sum + attempts - 1, 0),
    `${again} begun again`
  )
})
