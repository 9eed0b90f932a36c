import { subDays } from 'date-fns'
import { recordAudit } from '../audit/record-audit.ts'
import type { AnyContext } from '../context.ts'
import { needsReview } from '../engine/insight/worsening-signs.ts'
import { localDateOf } from '../engine/time/local-date-of.ts'
import { queueNotices } from '../notices/queue-notices.ts'
import { quartersUntil } from './quarters.ts'
import type { Quarter } from './queries/figures.ts'
import { findReviewOf, insertReview, listPossibleOwners } from './queries/reviews.ts'
import { type QuarterRead, readQuarters } from './read-figures.ts'

/** The westernmost clock: a day is over everywhere when it is over there. */
const LAST_ZONE = 'Etc/GMT+12'
/** Until learnings and moods of the last shifts have come in. */
const GRACE_DAYS = 3

/**
 * Opens a review of the last quarter when three signs worsened in it, for the first of HR, else an executive, by name;
 * they are told. Once per quarter, however often it runs; where there is nobody to own it, it waits.
 */
export async function openDueReview(ctx: AnyContext): Promise<void> {
  const onDay = localDateOf(subDays(ctx.now(), GRACE_DAYS), LAST_ZONE)
  const [before, last] = quartersUntil(onDay, 2) as [Quarter, Quarter, Quarter]
  await ctx.db.transaction(
    async (tx) => {
      if (await findReviewOf(tx, last.fromOn)) return
      const [, { worse: signs }] = (await readQuarters(tx, [before, last], ctx.now())) as [
        QuarterRead,
        QuarterRead
      ]
      if (!needsReview(signs)) return
      const [owner] = await listPossibleOwners(tx)
      if (!owner) return
      const ownerId = owner.id
      const row = { quarterFromOn: last.fromOn, signs, ownerId, openedAt: ctx.now() }
      const reviewId = await insertReview(tx, row)
      if (reviewId === null) return
      const facts = { reviewId, ...last, signs, todo: 'decide' }
      await queueNotices(tx, [{ employeeId: ownerId, kind: 'decay-review-opened', facts }], ctx.now())
      await recordAudit(tx, ctx, {
        ...{ action: 'decay-review.opened', objectType: 'decay-review', objectId: reviewId },
        after: { ...last, ownerId, signs }
      })
    },
    { isolationLevel: 'repeatable read' }
  )
}
