import type { Tx } from '../../db/client.ts'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { queueNotices } from '../notices/queue-notices.ts'
import type { DecayDecision } from '../words.ts'
import { OwnerNotFit, ReviewDecided, ReviewNotFound, ReviewNotYours } from './errors.ts'
import {
  findReview,
  listPossibleOwners,
  lockReview,
  type ReviewRow,
  updateReview
} from './queries/reviews.ts'
import { type DecayReview, reviewOf } from './read-decay-watch.ts'

/**
 * Says what follows from a quarter that got worse: stop the programme, change it or keep it, with the reason, by name.
 * By its owner, HR or an executive; the owner is told when it was somebody else. Once.
 *
 * @throws {ReviewNotFound} {@link ReviewNotYours} {@link ReviewDecided}
 */
export async function decideReview(
  ctx: Context,
  reviewId: string,
  { decision, reason }: { decision: DecayDecision; reason: string }
): Promise<DecayReview> {
  return ctx.db.transaction(async (tx) => {
    const review = await lockOpenReview(tx, ctx, reviewId)
    const decided = { decision, reason, decidedAt: ctx.now(), decidedBy: ctx.actor.employeeId }
    await updateReview(tx, reviewId, decided)
    const facts = { quarterFromOn: review.quarterFromOn, decision, reason }
    await tellOwner(tx, ctx, review.ownerId, 'decay-review-decided', { reviewId, ...facts })
    await recordAudit(tx, ctx, {
      ...{ action: 'decay-review.decided', objectType: 'decay-review', objectId: reviewId },
      after: { decision, reason }
    })
    return reviewOf((await findReview(tx, reviewId))!)
  })
}

/**
 * Names somebody else of HR or the executives as the owner of a review that is not answered yet; they are told.
 *
 * @throws {ReviewNotFound} {@link ReviewNotYours} {@link ReviewDecided} {@link OwnerNotFit}
 */
export async function nameReviewOwner(
  ctx: Context,
  reviewId: string,
  employeeId: string
): Promise<DecayReview> {
  return ctx.db.transaction(async (tx) => {
    const review = await lockOpenReview(tx, ctx, reviewId)
    const ownerId = employeeId.toLowerCase()
    if (!(await mayOwn(tx, ownerId))) throw new OwnerNotFit({ employeeId })
    if (ownerId === review.ownerId) return reviewOf(review)
    await updateReview(tx, reviewId, { ownerId })
    const { quarterFromOn, signs } = review
    const facts = { reviewId, quarterFromOn, signs, todo: 'decide' }
    await tellOwner(tx, ctx, ownerId, 'decay-review-opened', facts)
    await recordAudit(tx, ctx, {
      ...{ action: 'decay-review.handed-over', objectType: 'decay-review', objectId: reviewId },
      before: { ownerId: review.ownerId },
      after: { ownerId }
    })
    return reviewOf((await findReview(tx, reviewId))!)
  })
}

const mayOwn = async (tx: Tx, employeeId: string): Promise<boolean> =>
  (await listPossibleOwners(tx)).some(({ id }) => id === employeeId)

async function lockOpenReview(tx: Tx, { actor }: Context, reviewId: string): Promise<ReviewRow> {
  if (!(await lockReview(tx, reviewId))) throw new ReviewNotFound({ reviewId })
  const review = (await findReview(tx, reviewId))!
  const isOwner = review.ownerId === actor.employeeId
  if (!isOwner && !(await mayOwn(tx, actor.employeeId))) throw new ReviewNotYours()
  const { decision, decidedAt } = review
  if (decision && decidedAt) throw new ReviewDecided({ decision, decidedAt })
  return review
}

async function tellOwner(tx: Tx, { actor, now }: Context, ownerId: string, kind: string, facts: object) {
  if (ownerId === actor.employeeId) return
  const by = { id: actor.employeeId, name: actor.name }
  await queueNotices(tx, [{ employeeId: ownerId, kind, facts: { ...facts, by } }], now())
}
