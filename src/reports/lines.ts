import { setImmediate } from 'node:timers/promises'
import type { Tx } from '../../db/client.ts'
import type { PieceSums } from './piece-sums.ts'
import type { Moment } from './queries/day-facts.ts'
import { openLines } from './queries/lines.ts'
import type { Reach } from './queries/spans.ts'
import type { Sums } from './sums.ts'

/** The lines come in so many goes: while we add one up, the database is at the next. */
const GOES = 8

interface Read {
  moment: Moment
  withTracks: boolean
}

/** Lets come in what the database has sent, so that it is asked for the next. */
export const breath = (): Promise<void> => setImmediate()

/**
 * Reads all that people did in the period and adds it up. The database is asked for one go after the other, however far we
 * are: meanwhile `prepare` says into which sums, and does what else needs no line.
 */
export async function addUpLines<Prepared extends { sums: Sums | PieceSums }>(
  tx: Tx,
  reach: Reach,
  { moment, withTracks }: Read,
  prepare: () => Promise<Prepared>
): Promise<Prepared> {
  const { next, close } = await openLines(tx, reach, { moment, withTracks, goes: GOES })
  const goes = [next()]
  for (let go = 1; go < GOES; go += 1) goes.push(goes[go - 1]!.then(next))
  // Listened to from the beginning: nobody waits for a go that fails while we are at an earlier one.
  const settled = Promise.allSettled(goes)
  try {
    // What is asked leaves when we wait, not when we ask.
    await breath()
    const prepared = await prepare()
    for (const go of goes) {
      for (const part of await go) {
        prepared.sums.take(part)
        await breath()
      }
    }
    await close()
    return prepared
  } finally {
    // Nothing else may be asked of the transaction before.
    await settled
  }
}
