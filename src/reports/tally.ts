import { deviationOf, giniOf } from '../engine/ledger/gini-of.ts'
import type { Figures } from './figures.ts'
import type { PublishedRow } from './published-rows.ts'

/** A row of the report. Minutes are whole. What a row of tracks cannot have (nothing is due in a track) is null. */
export interface Tally {
  group: string
  /** The team's id where the row is one team. */
  groupId: string | null
  /** What a page names the group by; see `PublishedRow`. */
  parts: readonly string[]
  /** Employed on a day of the row, or with anything counted in it. */
  people: number
  dueMinutes: number | null
  workedMinutes: number
  creditedMinutes: number
  carriedMinutes: number | null
  waivedMinutes: number | null
  balanceMinutes: number | null
  /** Shifts that are over and were worked. */
  shifts: number
  /** People with such a shift or hours in the ledger. */
  tookPart: number
  /** Of the people, 0 to 1; null without people. */
  shareTookPart: number | null
  /** Seats given away in a swap or cover. */
  swaps: number
  noShows: number
  learnings: number
  nothingNew: number
  /** Null without shifts. */
  learningsPerShift: number | null
  /** Worked and credited minutes of the people: the mean, how far from it they lie, and Gini from 0 (all alike) to 1. */
  meanMinutes: number | null
  minutesDeviation: number | null
  minutesGini: number | null
  /** Shifts at weekends, on holidays and at odd hours, and the same for their points. */
  unpopularShifts: number
  unpopularPoints: number
  unpopularDeviation: number | null
  unpopularGini: number | null
  /** Employed people who were given no seat and asked for no swap or cover. */
  neverAsked: number | null
}

/** Makes a row of what was counted. Shares and Gini have four decimals, means and deviations two. */
export function tally(
  { name, id, parts = [] }: Pick<PublishedRow, 'name' | 'id' | 'parts'>,
  { owed, activity, employed }: Figures
): Tally {
  const counted = (
    measure: 'worked' | 'credited' | 'shifts' | 'swaps' | 'no_shows' | 'learnings' | 'nothing_new'
  ) => activity[measure]
  const people = (employed ?? activity.inside) + activity.outside
  const tookPart = activity.tookPart
  const minutes = activity.minutes
  const points = activity.points
  return {
    group: name,
    groupId: id,
    parts,
    people,
    ...hoursOf({ owed, activity, employed }),
    shifts: counted('shifts'),
    tookPart,
    shareTookPart: ratio(tookPart, people, 4),
    swaps: counted('swaps'),
    noShows: counted('no_shows'),
    learnings: counted('learnings'),
    nothingNew: counted('nothing_new'),
    learningsPerShift: ratio(counted('learnings'), counted('shifts'), 2),
    meanMinutes: ratio(minutes.sum, people, 2),
    minutesDeviation: rounded(deviationOf(minutes, people), 2),
    minutesGini: rounded(giniOf(minutes, people), 4),
    unpopularShifts: activity.odd_shifts,
    unpopularPoints: activity.odd_points,
    unpopularDeviation: rounded(deviationOf(points, people), 2),
    unpopularGini: rounded(giniOf(points, people), 4),
    neverAsked: employed === null ? null : employed - activity.wereAsked
  }
}

function hoursOf({ owed, activity }: Figures) {
  const workedMinutes = activity.worked
  const creditedMinutes = activity.credited
  const nothing = {
    dueMinutes: null,
    workedMinutes,
    creditedMinutes,
    carriedMinutes: null,
    waivedMinutes: null
  }
  if (!owed) return { ...nothing, balanceMinutes: null }
  const { dueMinutes } = owed
  const carriedMinutes = activity.carried
  const waivedMinutes = owed.waivedMinutes + activity.waived
  const balanceMinutes = workedMinutes + creditedMinutes + carriedMinutes + waivedMinutes - dueMinutes
  return { dueMinutes, workedMinutes, creditedMinutes, carriedMinutes, waivedMinutes, balanceMinutes }
}

/** As `toFixed` rounds, which takes long: asked only where a value is so near to a half that it decides which one it is. */
export function rounded(value: number | null, decimals: 2 | 4): number | null {
  if (value === null) return null
  const times = decimals === 2 ? 100 : 10_000
  const scaled = value * times
  const near = Math.round(scaled)
  const isSure = Math.abs(scaled) < 1e9 && Math.abs(Math.abs(scaled - near) - 0.5) > 1e-6
  return isSure ? near / times : Number(value.toFixed(decimals))
}

function ratio(part: number, whole: number, decimals: 2 | 4): number | null {
  return whole === 0 ? null : rounded(part / whole, decimals)
}
