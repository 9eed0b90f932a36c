import { subHours } from 'date-fns'
import type { AnyContext } from '../context.ts'
import { addDays } from '../engine/time/add-days.ts'
import { startOfIsoWeek } from '../engine/time/start-of-iso-week.ts'
import { despiteFailures } from '../lib/despite-failures.ts'
import { forgetSharesBefore, keepShares, listWeeksAhead } from './queries/seat-shares.ts'
import { fingerprintOf, KEPT_HOURS, reckonSeatShares, weeksAround } from './read-seat-shares.ts'
import { readRotation } from './rotations.ts'

/** Of one run; each reads what a plan would. */
const MOST_WEEKS = 10

/**
 * Keeps how the seats of the weeks to come are shared by all who could sit there, so that who may take a shift can be ranked
 * without reading of everybody: the weeks without it first, then the oldest. One that cannot be reckoned keeps none of the others back; the run fails with
 * it in the end.
 */
export async function keepSeatShares(ctx: AnyContext): Promise<void> {
  const { db } = ctx
  const now = ctx.now()
  // A week under way in one zone may be over in another.
  await forgetSharesBefore(db, addDays(startOfIsoWeek(now.toISOString().slice(0, 10)), -7))
  const old = subHours(now, KEPT_HOURS / 2)
  let reckoned = 0
  await despiteFailures(await listWeeksAhead(db, now), async (week) => {
    const { rotationId, weekOn, asked, reckonedAt, isOutdated } = week
    if (reckoned === MOST_WEEKS) return
    const rotation = await readRotation(db, rotationId)
    const fingerprint = fingerprintOf(rotation)
    const holds = reckonedAt && reckonedAt > old && !isOutdated && asked === fingerprint
    if (holds) return
    const shares = await reckonSeatShares(db, rotation, weeksAround(weekOn), now)
    await keepShares(db, { rotationId, weekOn, shares, asked: fingerprint, reckonedAt: now })
    reckoned += 1
  })
}
