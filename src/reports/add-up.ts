import type { RankedSums } from '../engine/ledger/gini-of.ts'
import { rankedSums } from '../engine/ledger/ranked-sums.ts'
import { AT, MEASURES, type Measure } from './measures.ts'

/** What the people of a row did, added up, and what spread and Gini follow from. */
export interface Activity extends Record<Measure, number> {
  /** People with anything counted who were not employed in the row: hours that are booked anyway. */
  outside: number
  /** Employed people with anything counted. */
  inside: number
  /** Employed people who were asked. */
  wereAsked: number
  tookPart: number
  minutes: RankedSums
  points: RankedSums
}

const WIDTH = MEASURES.length

/** For the amounts of people, those of many rows side by side: thousands of small arrays take longer to make than to fill. */
export interface Room {
  minutes: Float64Array
  points: Float64Array
}

export const roomFor = (people: number): Room => ({
  minutes: new Float64Array(people),
  points: new Float64Array(people)
})

/** People counted one by one, each with their sums. */
export class Count {
  private readonly total = new Float64Array(WIDTH)
  private readonly people = { outside: 0, inside: 0, wereAsked: 0, tookPart: 0 }
  private readonly minutes: Float64Array
  private readonly points: Float64Array
  private withMinutes = 0
  private withPoints = 0

  /** Each person takes a place in the room, from `first` up to `end`. */
  constructor(room: Room, first = 0, end = room.minutes.length) {
    this.minutes = room.minutes.subarray(first, end)
    this.points = room.points.subarray(first, end)
  }

  /** Counts a person whose sums are there; nothing at all counts for nobody. Returns whether there was anything. */
  add(sums: Int32Array, at: number, isInside: boolean): boolean {
    if (!hasAnything(sums, at)) return false
    const { total, people } = this
    for (let measure = 0; measure < WIDTH; measure += 1) total[measure]! += sums[at + measure]!
    if (isInside) {
      people.inside += 1
      if (sums[at + AT.asked]! > 0) people.wereAsked += 1
    } else people.outside += 1
    const worked = sums[at + AT.worked]!
    const credited = sums[at + AT.credited]!
    if (sums[at + AT.shifts]! > 0 || worked > 0 || credited > 0) people.tookPart += 1
    if (worked + credited > 0) this.minutes[this.withMinutes++] = worked + credited
    if (sums[at + AT.odd_points]! > 0) this.points[this.withPoints++] = sums[at + AT.odd_points]!
    return true
  }

  activity(): Activity {
    const total = this.total
    // Each by its name: spread out, the rows of thousands of teams take longer to make than to count.
    return {
      worked: total[AT.worked]!,
      credited: total[AT.credited]!,
      shifts: total[AT.shifts]!,
      odd_shifts: total[AT.odd_shifts]!,
      odd_points: total[AT.odd_points]!,
      learnings: total[AT.learnings]!,
      asked: total[AT.asked]!,
      nothing_new: total[AT.nothing_new]!,
      swaps: total[AT.swaps]!,
      no_shows: total[AT.no_shows]!,
      waived: total[AT.waived]!,
      carried: total[AT.carried]!,
      outside: this.people.outside,
      inside: this.people.inside,
      wereAsked: this.people.wereAsked,
      tookPart: this.people.tookPart,
      minutes: rankedSums(this.minutes.subarray(0, this.withMinutes)),
      points: rankedSums(this.points.subarray(0, this.withPoints))
    }
  }
}

function hasAnything(sums: Int32Array, at: number): boolean {
  for (let measure = 0; measure < WIDTH; measure += 1) if (sums[at + measure] !== 0) return true
  return false
}
