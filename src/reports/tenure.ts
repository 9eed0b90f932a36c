import { addMonths } from '../engine/time/add-months.ts'
import { dateOfDayNumber, dayNumberOf } from '../engine/time/day-number.ts'
import { type Crowd, spansFrom } from './queries/crowd.ts'

/** Years with the company at which a band begins. Whoever has not joined yet counts in the first. */
const TENURE_YEARS = [0, 1, 3, 5, 10] as const

/** The keys of the bands. */
const TENURES: readonly string[] = TENURE_YEARS.map(String)

/** From which year with the company to before which a band goes; the last one has no end. */
export function tenureBand(key: string): { since: number; before: number | undefined } {
  const since = Number(key)
  return { since, before: TENURE_YEARS.find((years) => years > since) }
}

export function tenureName(key: string): string {
  const { since, before } = tenureBand(key)
  if (since === 0) return 'under 1 year'
  return before === undefined ? `${since} years or more` : `${since} to ${before} years`
}

/** The same people in teams, their spans cut where their tenure comes into the next band: the bands are one more kind of groups. */
export function cutByTenure(crowd: Crowd): Crowd {
  const bandsOf = bandsByJoining(crowd)
  const most = crowd.person.length * TENURES.length
  const spans = {
    ...{ person: new Int32Array(most), from: new Int32Array(most) },
    ...{ to: new Int32Array(most), place: new Int32Array(most) }
  }
  let count = 0
  for (let span = 0; span < crowd.person.length; span += 1) {
    const person = crowd.person[span]!
    const begins = bandsOf(crowd.joined[person]!)
    for (let band = 0; band < begins.length; band += 1) {
      const from = Math.max(crowd.from[span]!, begins[band]!)
      const to = Math.min(crowd.to[span]!, begins[band + 1] ?? Number.POSITIVE_INFINITY)
      if (from >= to) continue
      spans.person[count] = person
      spans.from[count] = from
      spans.to[count] = to
      spans.place[count] = crowd.place[span]! * begins.length + band
      count += 1
    }
  }
  // The spans of each person were side by side, and their pieces are.
  const only = (numbers: Int32Array) => numbers.subarray(0, count)
  const cut = {
    ...{ person: only(spans.person), from: only(spans.from) },
    ...{ to: only(spans.to), place: only(spans.place) }
  }
  return {
    ...crowd,
    ...cut,
    spansFrom: spansFrom(cut.person, crowd.joined.length),
    groups: groupsByBand(crowd)
  }
}

/** Each place once for every band. */
function groupsByBand({ groups }: Crowd): Crowd['groups'] {
  const bands = TENURES.length
  const others = Object.entries(groups).map(([kind, { keys, of }]) => {
    const ofBands = new Int32Array(of.length * bands).map((_, place) => of[Math.floor(place / bands)]!)
    return [kind, { keys, of: ofBands }] as const
  })
  const places = groups.team!.of.length * bands
  const tenure = { keys: [...TENURES], of: new Int32Array(places).map((_, place) => place % bands) }
  return { ...Object.fromEntries(others), tenure }
}

/**
 * The first day of each band by the day of joining, as day numbers; of those that begin before or behind all spans, just one
 * that does too. Many people join on one day.
 */
function bandsByJoining({ from, to }: Crowd): (joined: number) => readonly number[] {
  const days = {
    from: from.reduce(earlier, Number.POSITIVE_INFINITY),
    to: to.reduce(later, Number.NEGATIVE_INFINITY)
  }
  const known = new Map<number, number[]>()
  return (joined) => {
    const begins = known.get(joined) ?? TENURE_YEARS.map((years) => beginOf(joined, years, days))
    known.set(joined, begins)
    return begins
  }
}

const earlier = (one: number, other: number) => Math.min(one, other)
const later = (one: number, other: number) => Math.max(one, other)

function beginOf(joined: number, years: number, { from, to }: { from: number; to: number }): number {
  if (years === 0) return Number.NEGATIVE_INFINITY
  const [least, most] = [joined + 365 * years, joined + 366 * years]
  if (most <= from || least >= to) return least
  return dayNumberOf(addMonths(dateOfDayNumber(joined), 12 * years))
}
