import type { Tx } from '../../db/client.ts'
import { shareSeats } from './queries/publish.ts'

/**
 * Keeps publications and reversions away until the transaction ends, and waits for one under way: they decide on whole
 * shifts and team caps, which no lock on a person covers. Call it before any other lock. Others who call it do not wait.
 */
export async function keepFromPublishing(tx: Tx): Promise<void> {
  await shareSeats(tx)
}
