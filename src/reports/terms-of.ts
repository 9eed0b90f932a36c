import type { Period } from '../lib/period.ts'

/** How a period is read: whole years and quarters, of which sums are kept, and the days that are left over. */
export interface Parts {
  terms: Period[]
  days: Period[]
}

const yearOf = (day: string) => Number(day.slice(0, 4))
const nextYear = (day: string) => `${yearOf(day) + 1}-01-01`
const isQuarter = (day: string) => /-(01|04|07|10)-01$/.test(day)

function nextQuarter(day: string): string {
  const month = 3 * Math.floor((Number(day.slice(5, 7)) - 1) / 3) + 4
  return month > 12 ? nextYear(day) : `${day.slice(0, 4)}-${String(month).padStart(2, '0')}-01`
}

/**
 * Takes periods apart into calendar years and quarters that end by `overOn` (of the days behind it not every shift is
 * over), and into days of at most a quarter. Each part lies in one of the periods.
 */
export function partsOf(periods: readonly Period[], overOn: string): Parts {
  const parts: Parts = { terms: [], days: [] }
  for (const { fromOn, toOn } of periods) {
    const last = toOn < overOn ? toOn : overOn
    let day = fromOn
    while (day < toOn) {
      const term = termFrom(day, last)
      if (term) parts.terms.push(term)
      const next = term?.toOn ?? earlier(nextQuarter(day), toOn)
      if (!term) parts.days.push({ fromOn: day, toOn: next })
      day = next
    }
  }
  return parts
}

const earlier = (one: string, other: string) => (one < other ? one : other)

/** The longest term that begins on the day. */
function termFrom(day: string, last: string): Period | undefined {
  if (!isQuarter(day)) return undefined
  const ends = [...(day.endsWith('-01-01') ? [nextYear(day)] : []), nextQuarter(day)]
  const toOn = ends.find((end) => end <= last)
  return toOn === undefined ? undefined : { fromOn: day, toOn }
}

/** The terms and, of each year, the quarters. */
export const withQuarters = (terms: readonly Period[]): Period[] =>
  terms.flatMap((term) => (nextQuarter(term.fromOn) === term.toOn ? [term] : [term, ...quartersOf(term)]))

function quartersOf({ fromOn, toOn }: Period): Period[] {
  const quarters: Period[] = []
  for (let day = fromOn; day < toOn; day = nextQuarter(day))
    quarters.push({ fromOn: day, toOn: nextQuarter(day) })
  return quarters
}
