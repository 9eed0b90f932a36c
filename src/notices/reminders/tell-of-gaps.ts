import { addDays } from 'date-fns'
import type { AnyContext } from '../../context.ts'
import { groupBy } from '../../engine/facts/group-by.ts'
import { insertGapsTold, listGaps, listLeads } from '../queries/reminders.ts'
import { queueNotices } from '../queue-notices.ts'

/** Time enough to ask somebody (issue 7). */
const DAYS_AHEAD = 7
/** Shifts at a time; the next run takes the rest. */
const BATCH = 200

/**
 * Tells leads of shifts in the coming week that are short of people or have no host, each shift once, all of one run in
 * one notice; only leads of whom somebody could take them.
 */
export async function tellOfGaps(ctx: AnyContext): Promise<void> {
  const now = ctx.now()
  await ctx.db.transaction(async (tx) => {
    const found = await listGaps(tx, { from: now, to: addDays(now, DAYS_AHEAD) }, BATCH)
    const fresh = await insertGapsTold(
      tx,
      found.map(({ shiftId }) => shiftId),
      now
    )
    const gaps = found.filter(({ shiftId }) => fresh.has(shiftId))
    if (gaps.length === 0) return
    const teamsOf = groupBy(await listLeads(tx), ({ employeeId }) => employeeId)
    const owed = [...teamsOf].flatMap(([employeeId, led]) => {
      const mine = gaps.filter(
        ({ eligibleTeamIds: teams }) => teams === null || led.some(({ teamId }) => teams.includes(teamId))
      )
      const shifts = mine.map(({ eligibleTeamIds: _, ...facts }) => facts)
      return shifts.length > 0 ? [{ employeeId, kind: 'gap-ahead', facts: { shifts } }] : []
    })
    await queueNotices(tx, owed, now)
  })
}
