import type { RankedSums } from '../engine/ledger/gini-of.ts'
import { rankedSums } from '../engine/ledger/ranked-sums.ts'
import { AT, LINE_WIDTH, type Lines, MEASURES, type Measure } from './lines.ts'
import { NO_DAY } from './queries/packed.ts'

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

/** People counted one by one, each with their sums. */
export class Count {
  private readonly total = new Float64Array(WIDTH)
  private readonly people = { outside: 0, inside: 0, wereAsked: 0, tookPart: 0 }
  private readonly minutes: Float64Array
  private readonly points: Float64Array
  private withMinutes = 0
  private withPoints = 0

  /** @param most people that it is room for */
  constructor(most: number) {
    this.minutes = new Float64Array(most)
    this.points = new Float64Array(most)
  }

  /** Counts a person whose sums are there; nothing at all counts for nobody. */
  add(sums: Float64Array, at: number, isInside: boolean): void {
    if (!hasAnything(sums, at)) return
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
  }

  activity(): Activity {
    return {
      ...totalsOf(this.total),
      ...this.people,
      minutes: rankedSums(this.minutes.subarray(0, this.withMinutes)),
      points: rankedSums(this.points.subarray(0, this.withPoints))
    }
  }
}

/** Adds lines up by person and row. One for a report: it needs room for every person. */
export class Sums {
  /** Of the row being added up: whose sums come first, and so on. */
  private readonly people: number[] = []
  /** By person: the place among them and one more; 0 for none. */
  private readonly placeOf: Int32Array
  private sums = new Float64Array(64 * WIDTH)

  constructor(
    private readonly lines: Lines,
    people: number
  ) {
    this.placeOf = new Int32Array(people)
  }

  /** Adds up these lines as one row. Whoever has all of their lines in it is counted in `also` at the same time. */
  addUp(
    lines: Int32Array,
    row: RowOf,
    also?: { count: Count; isAllHere: (person: number) => boolean }
  ): Activity {
    const { people, placeOf } = this
    const { person } = this.lines
    for (let at = 0; at < lines.length; at += 1)
      this.addLine(lines[at]!, this.roomFor(person[lines[at]!]!), row)
    const count = new Count(people.length)
    for (let place = 0; place < people.length; place += 1) {
      const who = people[place]!
      const isInside = row.isInside(who)
      count.add(this.sums, place * WIDTH, isInside)
      if (also?.isAllHere(who)) also.count.add(this.sums, place * WIDTH, isInside)
      placeOf[who] = 0
    }
    people.length = 0
    return count.activity()
  }

  /** Where the sums of the person are. */
  private roomFor(person: number): number {
    const place = this.placeOf[person]!
    if (place > 0) return (place - 1) * WIDTH
    const at = this.people.length * WIDTH
    this.people.push(person)
    this.placeOf[person] = this.people.length
    if (at + WIDTH > this.sums.length) {
      const larger = new Float64Array(2 * this.sums.length)
      larger.set(this.sums)
      this.sums = larger
    }
    this.sums.fill(0, at, at + WIDTH)
    return at
  }

  private addLine(line: number, at: number, { end, credited, hasOthers = true }: RowOf): void {
    const { sums } = this
    const { numbers } = this.lines
    const from = line * LINE_WIDTH
    if (hasOthers) {
      for (let measure = 0; measure < WIDTH; measure += 1) sums[at + measure]! += numbers[from + measure]!
      // What left a period of the books counts only where the days go on behind it.
      const until = numbers[from + AT.out_until]!
      if (until !== NO_DAY && end > until) sums[at + AT.carried]! += numbers[from + AT.carried_out]!
    }
    if (credited) sums[at + AT.credited]! += credited(line) - (hasOthers ? numbers[from + AT.credited]! : 0)
  }
}

function hasAnything(sums: Float64Array, at: number): boolean {
  for (let measure = 0; measure < WIDTH; measure += 1) if (sums[at + measure] !== 0) return true
  return false
}

function totalsOf(total: Float64Array): Record<Measure, number> {
  const totals = {} as Record<Measure, number>
  for (let measure = 0; measure < WIDTH; measure += 1) totals[MEASURES[measure]!] = total[measure]!
  return totals
}
