import type { Context } from '../context.ts'
import type { WorseSign } from '../engine/insight/worsening-signs.ts'
import { localDateOf } from '../engine/time/local-date-of.ts'
import type { DecayDecision } from '../words.ts'
import { quartersUntil } from './quarters.ts'
import type { Quarter } from './queries/figures.ts'
import { listReviews, type ReviewRow } from './queries/reviews.ts'
import { type QuarterRead, readQuarters } from './read-figures.ts'

export interface DecayQuarter extends QuarterRead {
  /** It goes on still: figures so far. */
  isRunning: boolean
}

export interface DecayReview extends Quarter {
  id: string
  worse: WorseSign[]
  owner: { id: string; name: string }
  openedAt: Date
  decision: {
    decision: DecayDecision
    reason: string
    decidedAt: Date
    decidedBy: { id: string; name: string | null }
  } | null
}

export interface DecayWatch {
  /** Oldest first; the last one is running. */
  quarters: DecayQuarter[]
  /** Latest first. */
  reviews: DecayReview[]
}

/** Shown before the running quarter, unless asked otherwise: a year tells a season from a trend. */
export const QUARTERS_BEFORE = 4

/** The decay watch, quarter by quarter, and the reviews it opened; for everybody, and never of single people. */
export async function readDecayWatch(ctx: Context, before = QUARTERS_BEFORE): Promise<DecayWatch> {
  return ctx.db.transaction(
    async (tx) => {
      const quarters = quartersUntil(localDateOf(ctx.now(), ctx.actor.timeZone), before)
      const read = await readQuarters(tx, quarters, ctx.now())
      return {
        quarters: read.map((quarter, at) => ({ ...quarter, isRunning: at === read.length - 1 })),
        reviews: (await listReviews(tx)).map(reviewOf)
      }
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' }
  )
}

/** A review as people read it. */
export function reviewOf(row: ReviewRow): DecayReview {
  const { id, quarterFromOn, signs, ownerId, ownerName, openedAt, decision, reason, decidedAt } = row
  const [quarter] = quartersUntil(quarterFromOn, 0)
  return {
    id,
    ...quarter!,
    worse: signs,
    owner: { id: ownerId, name: ownerName },
    openedAt,
    decision: decision && {
      decision,
      reason: reason!,
      decidedAt: decidedAt!,
      decidedBy: { id: row.decidedById!, name: row.decidedByName }
    }
  }
}
