import { setImmediate } from 'node:timers/promises'
import type { PieceSums } from './piece-sums.ts'
import type { PackedLines } from './queries/lines.ts'
import type { Sums } from './sums.ts'

/** Lets come in what the database has sent, and go out what it is asked next. */
export const breath = (): Promise<void> => setImmediate()

/**
 * Adds up all that people did: one part of the period after the other, while the database is at the next. While it begins,
 * `prepare` says into which sums, and does what else needs no line.
 */
export async function addUpLines<Prepared extends { sums: Sums | PieceSums }>(
  next: () => Promise<PackedLines | undefined>,
  prepare: () => Promise<Prepared>
): Promise<Prepared> {
  // What is asked leaves when we wait, not when we ask.
  await breath()
  const prepared = await prepare()
  for (let part = await next(); part; part = await next()) prepared.sums.take(part)
  return prepared
}
