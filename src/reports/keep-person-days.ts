import type { Tx } from '../../db/client.ts'
import type { AnyContext } from '../context.ts'
import { lockPersonDays, replacePersonDays, settleForKeeping, takeStaleDays } from './queries/person-days.ts'
import { replacePersonTerms } from './queries/person-terms.ts'

/** Marks per transaction of a report: about a second's work. What is left is counted from the facts, and is the job's. */
const FEW = 20_000
/** Of the job: each batch reads whole tables, so a company's history is quicker in few. */
const MANY = 250_000

/**
 * Brings the sums per person and day in line with what changed, for reports of the whole company: until then reports
 * count these days from the facts. Does nothing while another process is at it.
 */
export async function keepPersonDays(ctx: AnyContext): Promise<void> {
  while ((await ctx.db.transaction((tx) => keepBatch(tx, MANY))) === MANY);
}

/** The same for who waits for a report: no more than a second's work of it. */
export async function keepSomePersonDays(ctx: AnyContext): Promise<void> {
  await ctx.db.transaction((tx) => keepBatch(tx, FEW))
}

async function keepBatch(tx: Tx, most: number): Promise<number> {
  if (!(await lockPersonDays(tx))) return 0
  if (most > FEW) await settleForKeeping(tx)
  const taken = await takeStaleDays(tx, most)
  if (taken === 0) return 0
  await replacePersonDays(tx)
  await replacePersonTerms(tx)
  return taken
}
