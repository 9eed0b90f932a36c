import type { AnyContext } from '../context.ts'
import { deactivatePeople } from '../directory/deactivate-people.ts'
import { JOBS } from '../jobs/schedule.ts'
import { eraseWithin } from '../privacy/erase-person.ts'
import type { ErasureList } from './erasure-list.ts'
import { endWhatIsOnItsWay, findPerson, planFrom } from './queries.ts'

export interface Settled {
  /** People erased again. */
  erased: number
  /** Jobs that could not be run now, and why; the server runs them at their next time. */
  failures: string[]
}

/** They talk to other people's servers, and nothing hangs on when they run. */
const OUTGOING = new Set(['deliver-webhooks', 'refresh-calendars'])

/**
 * What a restored database needs before anybody may use it. The people who were erased since the backup are erased again. What
 * was on its way to somebody stays in the inbox: it went out long ago. Every job runs once, with no way out, so that what it would
 * tell of the days since the backup is in the inbox as well and is not mailed a second time; from now on they run as planned.
 * Settling twice changes nothing more.
 */
export async function settleRestored(
  { post: _, ...ctx }: AnyContext,
  erasures: ErasureList['erasures']
): Promise<Settled> {
  const { db, now } = ctx
  await db.transaction((tx) => endWhatIsOnItsWay(tx, now()))
  let erased = 0
  for (const { employeeId } of erasures) if (await eraseAgain(ctx, employeeId)) erased += 1
  const failures: string[] = []
  for (const { name, run } of JOBS.filter((job) => !OUTGOING.has(job.name))) {
    await run(ctx, now()).catch((error: Error) => failures.push(`${name}: ${error.message}`))
  }
  await db.transaction(async (tx) => {
    await endWhatIsOnItsWay(tx, now())
    await planFrom(tx, now())
  })
  return { erased, failures }
}

/** False where nothing was left to erase. */
async function eraseAgain(ctx: AnyContext, employeeId: string): Promise<boolean> {
  const person = await findPerson(ctx.db, employeeId)
  if (!person || person.erasedAt) return false
  await ctx.db.transaction(async (tx) => {
    if (!person.deactivatedAt) await deactivatePeople(tx, ctx, [employeeId])
    await eraseWithin(tx, ctx, employeeId, 'Erased before a backup was restored')
  })
  return true
}
