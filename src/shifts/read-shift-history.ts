import type { Context } from '../context.ts'
import { listSeatChanges } from './queries.ts'

/** Our own bound: a shift whose seats changed hands more often is told from the latest change back. */
const MOST_CHANGES = 50

/**
 * How the seats of a shift came to be held: what publications, swaps, covers and taken seats gave to whom and took from
 * whom, latest first. What was reverted or undone is left out. One query.
 */
export async function readShiftHistory(ctx: Context, shiftId: string) {
  const changes = await listSeatChanges(ctx.db, shiftId, MOST_CHANGES)
  return changes.map(({ atMs, ...change }) => ({ ...change, at: new Date(atMs) }))
}
