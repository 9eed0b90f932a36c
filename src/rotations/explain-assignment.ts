import type { Context } from '../context.ts'
import { fitOf } from '../engine/facts/fit-of.ts'
import { wishThatTips } from '../engine/facts/wish-that-tips.ts'
import { explainAssignment } from '../engine/plan/explain.ts'
import { replacementsFor, tippingOf } from '../engine/plan/explain-change.ts'
import { explainTiming } from '../engine/plan/explain-timing.ts'
import type { Effect } from '../engine/plan/facts.ts'
import { maySeeReason } from '../shifts/may-see-reason.ts'
import { AssignmentNotFound, ExplanationNotYours } from './errors.ts'
import { counted } from './explain-draft-shift.ts'
import { loadPublished } from './load-published.ts'
import { findAssignment } from './queries/assignments.ts'
import { listNames } from './queries/facts.ts'

/** Our own bound: enough to see that it was close, or not. */
const MOST_NEXT = 3

/**
 * Explains a published seat to whom it concerns: why it was given, and by the facts of this moment why this person, why
 * this shift and not another, who would be next and why not them, and what would change it. `now` is null where nothing
 * can be weighed any more: the shift has begun, or the person may not sit there as things stand.
 *
 * @throws {AssignmentNotFound} {@link ExplanationNotYours}
 */
export async function explainPublished(ctx: Context, assignmentId: string) {
  const now = ctx.now()
  return ctx.db.transaction(
    async (tx) => {
      const seat = await findAssignment(tx, assignmentId)
      if (!seat) throw new AssignmentNotFound({ assignmentId })
      if (!maySeeReason(ctx.actor, seat)) throw new ExplanationNotYours({ assignmentId })
      const { employeeId, name, reason, rotationId, onDay, startsAt, endsAt } = seat
      const about = { assignmentId, employeeId, name, rotationId, onDay, startsAt, endsAt, reason }
      if (startsAt <= now) return { ...about, now: null }
      const said = weighed(await loadPublished(tx, { rotationId, onDay, now }), seat)
      if (!said) return { ...about, now: null }
      const names = await listNames(
        tx,
        said.whoNext.next.map((one) => one.employeeId)
      )
      const next = said.whoNext.next.map((one) => ({ ...one, name: names.get(one.employeeId) ?? '' }))
      return { ...about, now: { ...said, whoNext: { ...said.whoNext, next } } }
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' }
  )
}

type Published = Awaited<ReturnType<typeof loadPublished>>

function weighed({ built, plan, assignments }: Published, seat: { employeeId: string; startsAt: Date }) {
  const person = built.people.indexOf(seat.employeeId)
  const shift = built.shifts.findIndex(({ startsAt }) => startsAt.getTime() === seat.startsAt.getTime())
  const who = built.problem.people[person]
  const fit = who && shift >= 0 ? fitOf(who, shift) : undefined
  if (!who || !fit || !assignments[person]?.includes(shift)) return null
  const { without, breaksWithout, mayReplace, against } = explainAssignment(plan, person, shift)
  const timing = explainTiming(plan, person, shift, breaksWithout)
  const replacements = replacementsFor(plan, person, shift)
  const other = timing.next && built.shifts[timing.next.shift]
  return {
    whyMe: {
      dueMinutes: who.dueMinutes,
      givenMinutes: minutesOf(built.problem.shifts, assignments[person]),
      unpopularPoints: fit.points,
      carriedUnpopular: who.carriedUnpopular ?? 0,
      wishCost: fit.wish,
      scoreWithout: without,
      breaksWithout: [...breaksWithout]
    },
    whyNow: {
      otherShifts: timing.otherShifts,
      mayMove: timing.mayMove,
      against: counted(timing.against),
      next: other
        ? {
            onDay: other.onDay,
            startsAt: other.startsAt,
            endsAt: other.endsAt,
            extraCost: timing.next!.extraCost
          }
        : null
    },
    whoNext: {
      othersWhoCould: mayReplace,
      against: counted(against),
      next: replacements.slice(0, MOST_NEXT).map(({ person: p, extra }) => ({
        employeeId: built.people[p]!,
        extraCost: extra.total,
        worseIn: worseIn(extra)
      }))
    },
    whatWouldChangeIt: whatWouldChange(built.problem, shift, fit.wish, replacements[0]?.extra, without)
  }
}

const minutesOf = (shifts: readonly { start: number; end: number }[], held: readonly number[]) =>
  held.reduce((sum, s) => sum + shifts[s]!.end - shifts[s]!.start, 0)

const TERMS = ['quota', 'unpopular', 'wish', 'change'] as const

/** The terms in which somebody else would be the worse choice, the weightiest first. */
function worseIn(extra: Effect): (typeof TERMS)[number][] {
  return TERMS.filter((term) => extra[term] > 0).sort((a, b) => extra[b] - extra[a])
}

/**
 * Being away: then the next one has the seat if that is better than leaving it open. Owing less or liking it less: by how
 * much the next one would be the better choice.
 */
function whatWouldChange(
  problem: Published['built']['problem'],
  shift: number,
  wishCost: number,
  best: Effect | undefined,
  without: Effect
) {
  if (!best) return { absence: 'open' as const, lessDueMinutes: null, wish: null }
  const { lessDueMinutes, moreWishCost } = tippingOf(problem, shift, best.total)
  return {
    absence: best.total < without.total ? ('next' as const) : ('open' as const),
    lessDueMinutes: lessDueMinutes ?? null,
    wish: moreWishCost === undefined ? null : wishThatTips(wishCost, moreWishCost)
  }
}
