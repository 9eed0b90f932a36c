import type { Tx } from '../../db/client.ts'
import type { Period } from '../lib/period.ts'
import type { Moment } from './queries/day-facts.ts'
import { layOutOpenDays } from './queries/person-days.ts'
import { layOutOpenTerms } from './queries/person-terms.ts'
import { isLimited, type Reach } from './queries/spans.ts'
import { listPeopleIn } from './queries/stays.ts'
import { partsOf, withQuarters } from './terms-of.ts'

interface Asked {
  now: Date
  /** The periods that nothing is added up across. */
  pieces?: readonly Period[] | undefined
  /** Only days are read, and no sums of terms. */
  byDays?: boolean
}

/** Lays out what of the kept sums does not hold at the moment, for the questions of one report. */
export async function layOut(
  tx: Tx,
  reach: Reach,
  { now, pieces = [reach], byDays = false }: Asked
): Promise<Moment> {
  const overBy = now.toISOString()
  const among = isLimited(reach) ? await listPeopleIn(tx, reach) : undefined
  const parts = partsOf(pieces, byDays ? reach.fromOn : overBy.slice(0, 10))
  const open = await layOutOpenDays(tx, reach, { overBy, among })
  const hasOpenTerms = await layOutOpenTerms(tx, reach, { terms: withQuarters(parts.terms), overBy })
  return { ...open, parts, hasOpenTerms, among }
}
