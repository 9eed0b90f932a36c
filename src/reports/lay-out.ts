import type { Tx } from '../../db/client.ts'
import { dayNumberOf } from '../engine/time/day-number.ts'
import type { Period } from '../lib/period.ts'
import { type Crowd, hasOneSpan } from './queries/crowd.ts'
import type { Moment } from './queries/day-facts.ts'
import { layOutOpenDays } from './queries/person-days.ts'
import { layOutOpenTerms, type TermsOfPeople } from './queries/person-terms.ts'
import { isLimited, type Reach } from './queries/spans.ts'
import { partsOf, withQuarters } from './terms-of.ts'

interface Asked {
  crowd: Crowd
  now: Date
  /** The periods that nothing is added up across. */
  pieces?: readonly Period[] | undefined
}

/** Lays out what of the kept sums does not hold at the moment, for the questions of one report. */
export async function layOut(tx: Tx, reach: Reach, { crowd, now, pieces = [reach] }: Asked): Promise<Moment> {
  const overBy = now.toISOString()
  // Hardly a term is of one band of tenure for everybody: days tell it faster than terms of which few are whole.
  const termsUpTo = crowd.groups.tenure ? reach.fromOn : overBy.slice(0, 10)
  const parts = partsOf(pieces, termsUpTo)
  const terms = withQuarters(parts.terms)
  const among = isLimited(reach) ? Array.from(crowd.joined, (_, person) => crowd.ids.idOf(person)) : undefined
  const open = await layOutOpenDays(tx, reach, { overBy, among })
  const divided = dividedTerms(crowd, terms)
  const hasOpenTerms = await layOutOpenTerms(tx, reach, { terms, divided, overBy })
  return { ...open, parts, hasOpenTerms, among }
}

/** Terms within which people went from one place to another. */
function dividedTerms(crowd: Crowd, terms: readonly Period[]): TermsOfPeople {
  const divided: TermsOfPeople = { employeeIds: [], terms: [] }
  const days = terms.map((term) => ({ term, from: dayNumberOf(term.fromOn), to: dayNumberOf(term.toOn) }))
  for (let person = 0; person < crowd.joined.length; person += 1) {
    if (hasOneSpan(crowd, person)) continue
    const moves = crowd.from.subarray(crowd.spansFrom[person], crowd.spansFrom[person + 1])
    for (const { term, ...of } of days) {
      if (!moves.some((day) => day > of.from && day < of.to)) continue
      divided.employeeIds.push(crowd.ids.idOf(person))
      divided.terms.push(term)
    }
  }
  return divided
}
