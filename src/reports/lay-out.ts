import type { Tx } from '../../db/client.ts'
import type { Period } from '../lib/period.ts'
import type { Moment } from './queries/day-facts.ts'
import { layOutOpenDays } from './queries/person-days.ts'
import { layOutOpenTerms } from './queries/person-terms.ts'
import { layOutPeople, type Reach } from './queries/spans.ts'
import { partsOf } from './terms-of.ts'

/**
 * Lays out who is in reach and what of the kept sums does not hold at the moment, for the questions of one report.
 * `pieces` are the periods that nothing is added up across.
 */
export async function layOut(
  tx: Tx,
  reach: Reach,
  { now, pieces = [reach] }: { now: Date; pieces?: readonly Period[] | undefined }
): Promise<Moment> {
  const overBy = now.toISOString()
  const parts = partsOf(pieces, overBy.slice(0, 10))
  await layOutPeople(tx, reach)
  const open = await layOutOpenDays(tx, reach, overBy)
  const hasOpenTerms = await layOutOpenTerms(tx, reach, { terms: parts.terms, overBy })
  return { ...open, parts, hasOpenTerms }
}
