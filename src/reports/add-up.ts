import type { RankedSums } from '../engine/ledger/gini-of.ts'
import { rankedSums } from '../engine/ledger/ranked-sums.ts'
import type { Lines } from './lines.ts'
import { NO_DAY } from './queries/packed.ts'

/** What is counted of a person in a row. */
export const MEASURES = [
  ...(['worked', 'credited', 'waived', 'carried'] as const),
  ...(['shifts', 'odd_shifts', 'odd_points', 'swaps', 'no_shows'] as const),
  ...(['learnings', 'nothing_new', 'asked'] as const)
] as const
export type Measure = (typeof MEASURES)[number]

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

/** How lines of a row count. */
export interface RowOf {
  /** The day after its last, as a number: what left the books by then counts in it. */
  end: number
  isInside: (person: number) => boolean
  /** Minutes credited on a line, and whether all else counts. Left out: all of them, and it does. */
  credited?: (line: number) => number
  hasOthers?: boolean
}

const WIDTH = MEASURES.length
const AT = Object.fromEntries(MEASURES.map((name, at) => [name, at])) as Record<Measure, number>

/** Adds lines up by person and row. One for a report: it needs room for every person. */
export class Sums {
  private readonly sums: Float64Array
  private readonly touched: number[] = []
  private readonly isTouched: Uint8Array

  constructor(
    private readonly lines: Lines,
    people: number
  ) {
    this.sums = new Float64Array(people * WIDTH)
    this.isTouched = new Uint8Array(people)
  }

  /** Adds up these lines as one row. */
  addUp(lines: Int32Array, row: RowOf): Activity {
    const add = this.adderOf(row)
    for (const line of lines) {
      const person = this.lines.person[line]!
      if (this.isTouched[person] === 0) {
        this.isTouched[person] = 1
        this.touched.push(person)
      }
      add(line, person * WIDTH)
    }
    const activity = this.activityOf(row)
    for (const person of this.touched) {
      this.isTouched[person] = 0
      this.sums.fill(0, person * WIDTH, (person + 1) * WIDTH)
    }
    this.touched.length = 0
    return activity
  }

  private adderOf({ end, credited, hasOthers = true }: RowOf): (line: number, at: number) => void {
    const { of } = this.lines
    const { sums } = this
    const columns = MEASURES.map((name) => of[name])
    return (line, at) => {
      if (credited) sums[at + AT.credited]! += credited(line)
      if (!hasOthers) return
      for (let measure = 0; measure < WIDTH; measure += 1) {
        if (credited && measure === AT.credited) continue
        sums[at + measure]! += columns[measure]![line]!
      }
      // What left a period of the books counts only where the days go on behind it.
      const until = of.out_until[line]!
      if (until !== NO_DAY && end > until) sums[at + AT.carried]! += of.carried_out[line]!
    }
  }

  private activityOf({ isInside }: RowOf): Activity {
    const { sums, touched } = this
    const total = new Float64Array(WIDTH)
    const counts = { outside: 0, inside: 0, wereAsked: 0, tookPart: 0 }
    const minutes: number[] = []
    const points: number[] = []
    for (const person of touched) {
      const own = sums.subarray(person * WIDTH, (person + 1) * WIDTH)
      if (own.every((amount) => amount === 0)) continue
      own.forEach((amount, measure) => {
        total[measure]! += amount
      })
      const inside = isInside(person)
      counts[inside ? 'inside' : 'outside'] += 1
      if (inside && own[AT.asked]! > 0) counts.wereAsked += 1
      const [worked, credited] = [own[AT.worked]!, own[AT.credited]!]
      if (own[AT.shifts]! > 0 || worked > 0 || credited > 0) counts.tookPart += 1
      if (worked + credited > 0) minutes.push(worked + credited)
      if (own[AT.odd_points]! > 0) points.push(own[AT.odd_points]!)
    }
    const totals = Object.fromEntries(MEASURES.map((name, at) => [name, total[at]!])) as Record<
      Measure,
      number
    >
    return {
      ...totals,
      ...counts,
      minutes: rankedSums(Float64Array.from(minutes)),
      points: rankedSums(Float64Array.from(points))
    }
  }
}
