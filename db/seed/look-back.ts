import { eq } from 'drizzle-orm'
import { quartersUntil } from '../../src/decay/quarters.ts'
import { readQuarters } from '../../src/decay/read-figures.ts'
import { needsReview, type WorseSign } from '../../src/engine/insight/worsening-signs.ts'
import { addDays } from '../../src/engine/time/add-days.ts'
import { instantOf } from '../../src/engine/time/instant-of.ts'
import { composeClosing } from '../../src/seasons/compose-closing.ts'
import { countSeasons } from '../../src/seasons/count-season.ts'
import type { Tx } from '../client.ts'
import { auditEntries } from '../schema/audit.ts'
import { decayReviews } from '../schema/decay-reviews.ts'
import { notices } from '../schema/notices.ts'
import { seasons } from '../schema/seasons.ts'
import { type Calendar, HOME_ZONE } from './calendar.ts'
import type { Generated } from './generate.ts'
import { idMaker, type MakeId } from './ids.ts'
import { randomFor } from './random.ts'

/** Days after a quarter on which its season was closed, and on which somebody was asked to look at it. */
const CLOSED_AFTER = 5
const REVIEWED_AFTER = 4
const DECIDED_AFTER = 13
/** Quarters looked back at. */
const QUARTERS = 4

/** Writes what the product itself concludes from the year: the closing page of the last season, and decay reviews. */
export async function lookBack(tx: Tx, rows: Generated, calendar: Calendar, seed: number): Promise<void> {
  const id = idMaker(randomFor(seed, 'looking back'))
  await closeLast(tx, rows, calendar, id)
  await reviewQuarters(tx, rows, calendar, id)
}

async function closeLast(tx: Tx, { seasons: [last], cast }: Generated, { now }: Calendar, id: MakeId) {
  const closedAt = instantOf(addDays(last!.toOn, CLOSED_AFTER), '09:30', HOME_ZONE)
  if (closedAt > now) return
  const closedBy = cast.hr.row.id
  const { fromOn, toOn } = last!
  const [sums] = await countSeasons(tx, [{ fromOn, toOn }], closedAt)
  const closing = await composeClosing(tx, last!, sums!)
  await tx.update(seasons).set({ closedAt, closedBy, closing }).where(eq(seasons.id, last!.id))
  await tx.insert(auditEntries).values({
    ...{ id: id(closedAt), at: closedAt, actorId: closedBy, action: 'season.closed' },
    ...{ objectType: 'season', objectId: last!.id }
  })
}

async function reviewQuarters(tx: Tx, { cast }: Generated, { now, today }: Calendar, id: MakeId) {
  const quarters = await readQuarters(tx, quartersUntil(today, QUARTERS).slice(0, -1), now)
  for (const [at, { fromOn, toOn, worse: signs }] of quarters.entries()) {
    const openedAt = instantOf(addDays(toOn, REVIEWED_AFTER), '05:35', 'Etc/UTC')
    if (!needsReview(signs) || openedAt > now) continue
    const review = { id: id(openedAt), quarterFromOn: fromOn, signs, ownerId: cast.hr.row.id, openedAt }
    const isLast = at === quarters.length - 1
    const decidedAt = instantOf(addDays(toOn, DECIDED_AFTER), '14:10', HOME_ZONE)
    const decided =
      isLast || decidedAt > now ? {} : { ...CHANGE, decidedAt, decidedBy: cast.executive.row.id }
    await tx.insert(decayReviews).values({ ...review, ...decided })
    if (isLast) await tellOwner(tx, { ...review, fromOn, toOn }, id)
  }
}

const CHANGE = {
  decision: 'change' as const,
  reason: 'Wishes count from the next plan on, and hosts get a week without shifts after every busy one.'
}

async function tellOwner(
  tx: Tx,
  review: { id: string; ownerId: string; openedAt: Date; fromOn: string; toOn: string; signs: WorseSign[] },
  id: MakeId
): Promise<void> {
  const { id: reviewId, ownerId: employeeId, openedAt: createdAt, fromOn, toOn, signs } = review
  const facts = { reviewId, fromOn, toOn, signs, todo: 'decide' }
  await tx
    .insert(notices)
    .values({ id: id(createdAt), employeeId, kind: 'decay-review-opened', facts, createdAt })
}
