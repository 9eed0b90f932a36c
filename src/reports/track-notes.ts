import { addMonths } from '../engine/time/add-months.ts'
import { dayNumberOf } from '../engine/time/day-number.ts'
import type { Period } from '../lib/period.ts'
import { type Crowd, spanOn } from './queries/crowd.ts'

/** The calendar months of which a period has a day, whole. */
export function wholeMonths({ fromOn, toOn }: Period): Period {
  const isFirst = toOn.endsWith('-01')
  return { fromOn: firstOf(fromOn), toOn: isFirst ? toOn : addMonths(firstOf(toOn), 1) }
}

const firstOf = (day: string) => `${day.slice(0, 7)}-01`

/** In which tracks people did something, as bits in the order of `TRACK_ROWS`. */
export class TrackNotes {
  /** By span, on the days asked for. */
  readonly bySpan: Uint8Array
  /** By calendar month and person, also on days of it that are not asked for. */
  readonly byMonth: readonly Uint8Array[]
  private readonly first: number
  private readonly monthOn: Int32Array
  private readonly from: number
  private readonly to: number

  constructor(
    private readonly crowd: Crowd,
    period: Period
  ) {
    const months = monthsOf(wholeMonths(period)).map((day) => dayNumberOf(day))
    this.from = dayNumberOf(period.fromOn)
    this.to = dayNumberOf(period.toOn)
    this.first = months[0]!
    this.monthOn = new Int32Array(months.at(-1)! - this.first)
    months.slice(1).forEach((end, month) => {
      this.monthOn.fill(month, months[month]! - this.first, end - this.first)
    })
    this.bySpan = new Uint8Array(crowd.person.length)
    this.byMonth = months.slice(1).map(() => new Uint8Array(crowd.joined.length))
  }

  isAsked(day: number): boolean {
    return day >= this.from && day < this.to
  }

  note(person: number, day: number, tracks: number): void {
    if (tracks === 0) return
    const ofMonth = this.byMonth[this.monthOn[day - this.first]!]!
    ofMonth[person]! |= tracks
    const span = this.isAsked(day) ? spanOn(this.crowd, person, day) : -1
    if (span !== -1) this.bySpan[span]! |= tracks
  }
}

/** The first days of the months, and the day after the last. */
function monthsOf({ fromOn, toOn }: Period): string[] {
  const days = [fromOn]
  while (days.at(-1)! < toOn) days.push(addMonths(fromOn, days.length))
  return days
}
