import { setImmediate } from 'node:timers/promises'
import type { Tx } from '../../db/client.ts'
import type { Moment } from './queries/day-facts.ts'
import { openLines } from './queries/lines.ts'
import type { Reach } from './queries/spans.ts'
import type { Sums } from './sums.ts'

/** The lines come in so many goes: while we add one up, the database is at the next. */
const GOES = 3

/**
 * Reads all that people did in the period and adds it up. While the database begins, `prepare` says into which sums, and
 * does what else needs no line.
 */
export async function addUpLines<Prepared extends { sums: Sums }>(
  tx: Tx,
  reach: Reach,
  { moment, withTracks }: { moment: Moment; withTracks: boolean },
  prepare: () => Prepared
): Promise<Prepared> {
  const { next, close } = await openLines(tx, reach, { moment, withTracks, goes: GOES })
  let [parts, prepared] = await Promise.all([next(), setImmediate().then(prepare)])
  const take = () => {
    for (const part of parts) prepared.sums.take(part)
  }
  for (let go = 1; go < GOES; go += 1) [parts] = await Promise.all([next(), setImmediate().then(take)])
  take()
  await close()
  return prepared
}
