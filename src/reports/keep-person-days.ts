import type { AnyContext } from '../context.ts'
import { lockPersonDays, replacePersonDays, takeStaleDays } from './queries/person-days.ts'

/** Marks per transaction: about a second's work. */
const BATCH = 20_000

/**
 * Brings the sums per person and day in line with what changed, for reports of the whole company: until then reports
 * count these days from the facts. Does nothing while another process is at it.
 */
export async function keepPersonDays(ctx: AnyContext): Promise<void> {
  while ((await ctx.db.transaction(keepBatch)) === BATCH);
}

async function keepBatch(tx: Parameters<typeof takeStaleDays>[0]): Promise<number> {
  if (!(await lockPersonDays(tx))) return 0
  const taken = await takeStaleDays(tx, BATCH)
  if (taken > 0) await replacePersonDays(tx)
  return taken
}
