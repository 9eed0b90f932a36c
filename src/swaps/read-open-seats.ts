import { addDays } from 'date-fns'
import type { Context } from '../context.ts'
import { checkMoves, OWN_RULES } from '../engine/swap/check-moves.ts'
import { factsNear } from '../engine/swap/facts-near.ts'
import { heldTimes, openSpanFor } from '../engine/swap/open-span.ts'
import { minutesBetween } from '../engine/time/minutes-between.ts'
import { listShortShifts } from './queries/facts.ts'
import { readFactsOf, withOthers } from './read-swap-facts.ts'

/** More open shifts than anybody reads through. */
const MOST_SHIFTS = 200

/**
 * Open seats that the actor may take: shifts that begin in the next days, where no rule keeps them from it. By start,
 * with the part that is open. Ten queries, however many shifts: who else is there is read of those only that the actor's own
 * life leaves.
 */
export async function readOpenSeats(ctx: Context, { days = 28 }: { days?: number } = {}) {
  const now = ctx.now()
  const me = ctx.actor.employeeId
  const shifts = await listShortShifts(ctx.db, { from: now, to: addDays(now, days) }, me, MOST_SHIFTS)
  const coming = shifts.filter(({ startsAt }) => startsAt > now)
  if (coming.length === 0) return []
  const { facts: own } = await readFactsOf(ctx.db, coming, [me], now, [])
  const nearMe = factsNear(own)
  const left = coming.filter((shift) => {
    const take = { shiftId: shift.id, from: null, to: me, startsAt: shift.startsAt, endsAt: shift.endsAt }
    // Where others hold parts only a part may be open, which they may be free for.
    return shift.hasParts || checkMoves(nearMe([take]), [take], OWN_RULES).length === 0
  })
  const facts = await withOthers(ctx.db, own, { all: coming, some: left })
  const near = factsNear(facts)
  const held = heldTimes(facts)
  const isHost = facts.people.some((person) => person.id === me && person.isHost)
  const seatsOf = new Map(facts.shifts.map(({ id, seats }) => [id, seats]))
  return left.flatMap((shift) => {
    const asked = { ...shift, seats: seatsOf.get(shift.id)! }
    const span = openSpanFor({ isHost }, asked, held.get(shift.id) ?? [])
    if (!span) return []
    const take = { shiftId: shift.id, from: null, to: me, ...span }
    if (checkMoves(near([take]), [take]).length > 0) return []
    return [
      {
        shiftId: shift.id,
        rotation: { id: shift.rotationId, name: shift.rotationName, timeZone: shift.zone },
        onDay: shift.onDay,
        ...span,
        minutes: Math.round(minutesBetween(span.startsAt, span.endsAt)),
        isWhole: +span.startsAt === +shift.startsAt && +span.endsAt === +shift.endsAt,
        isHoliday: shift.isHoliday
      }
    ]
  })
}
