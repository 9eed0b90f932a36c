import { eq } from 'drizzle-orm'
import t from 'tap'
import { employees } from '../../db/schema/employees.ts'
import { jobRuns } from '../../db/schema/job-runs.ts'
import { notices } from '../../db/schema/notices.ts'
import { sessions } from '../../db/schema/sessions.ts'
import { endEmployments } from '../../src/directory/end-employments.ts'
import { forgetOldRuns } from '../../src/jobs/forget-old-runs.ts'
import { forgetSpentSignIns } from '../../src/sign-in/forget-spent-sign-ins.ts'
import { testDatabase } from '../helpers/database.ts'
import { insertSmallCompany } from '../helpers/people.ts'

async function system(t: Parameters<typeof testDatabase>[0], now = '2027-03-01T08:07:01Z') {
  const { db } = await testDatabase(t)
  return { db, now: () => new Date(now), actor: null, requestId: null }
}

t.test(
  'whoever has had their last day, by their own clock, is deactivated; their leads are told',
  async (t) => {
    const ctx = await system(t, '2027-03-01T02:00:00Z')
    const { amara, bo, eva, ada, lars } = await insertSmallCompany(ctx.db)
    const leave = (id: string, timeZone: string, leavesOn: string) =>
      ctx.db.update(employees).set({ timeZone, leavesOn }).where(eq(employees.id, id))
    await leave(amara.id, 'Europe/Oslo', '2027-02-28')
    await leave(bo.id, 'America/New_York', '2027-02-28')
    await leave(eva.id, 'Europe/Oslo', '2027-03-01')
    await leave(ada.id, 'Europe/Oslo', '2027-02-28')

    await endEmployments(ctx)
    await endEmployments(ctx)
    const people = await ctx.db.select().from(employees)
    const gone = people.filter(({ deactivatedAt }) => deactivatedAt !== null).map(({ name }) => name)
    t.strictSame(gone, ['Amara Okafor'], 'it is still February in New York, and the last administrator stays')
    const told = await ctx.db.select().from(notices)
    t.match(told, [{ employeeId: lars.id, kind: 'employee-deactivated', facts: { name: 'Amara Okafor' } }])
    t.equal(told.length, 1)
  }
)

t.test('sessions that have been useless for a month are forgotten, others are kept', async (t) => {
  const ctx = await system(t)
  const { amara } = await insertSmallCompany(ctx.db)
  const day = (text: string) => new Date(`${text}T00:00:00Z`)
  const base = { employeeId: amara.id, createdAt: day('2026-12-01') }
  await ctx.db.insert(sessions).values([
    { ...base, expiresAt: day('2027-01-30') },
    { ...base, expiresAt: day('2027-01-31') },
    { ...base, expiresAt: day('2027-06-01'), endedAt: day('2027-01-30') },
    { ...base, expiresAt: day('2027-06-01'), endedAt: day('2027-01-31') },
    { ...base, expiresAt: day('2027-06-01') }
  ])
  await forgetSpentSignIns(ctx)
  t.equal((await ctx.db.select().from(sessions)).length, 3, 'thirty days to the day')
})

t.test('finished runs of more than a month ago are forgotten, save the newest of each job', async (t) => {
  const ctx = await system(t)
  const at = (text: string) => new Date(`${text}T04:00:00Z`)
  const run = (job: string, day: string, isFinished = true) => ({
    job,
    plannedAt: at(day),
    finishedAt: isFinished ? at(day) : null
  })
  await ctx.db
    .insert(jobRuns)
    .values([
      run('daily', '2027-01-30'),
      run('daily', '2027-01-31'),
      run('daily', '2027-02-20'),
      run('monthly', '2026-12-01'),
      run('monthly', '2027-01-01'),
      run('stuck', '2026-12-01', false),
      run('stuck', '2027-01-01', false)
    ])
  await forgetOldRuns(ctx)
  const left = await ctx.db.select().from(jobRuns)
  t.strictSame(left.map(({ job, plannedAt }) => `${job} ${plannedAt.toISOString().slice(0, 10)}`).sort(), [
    'daily 2027-01-31',
    'daily 2027-02-20',
    'monthly 2027-01-01',
    'stuck 2026-12-01',
    'stuck 2027-01-01'
  ])
})
