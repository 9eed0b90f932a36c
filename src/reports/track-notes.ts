import type { DaySpan } from '../engine/ledger/due-counter.ts'
import { dayNumberOf } from '../engine/time/day-number.ts'
import type { Period } from '../lib/period.ts'
import { type Crowd, spanOn } from './queries/crowd.ts'

/** In which tracks people did something, as bits in the order of `TRACK_ROWS`. */
export class TrackNotes {
  /** By person, on the days asked for. */
  readonly asked: Uint8Array
  /** By calendar month and span, also on days of it that are not asked for. */
  readonly byMonth: readonly Uint8Array[]
  private readonly first: number
  private readonly monthOn: Int32Array
  private readonly from: number
  private readonly to: number

  /** @param months those of which the period has a day, one behind the other; the spans of the crowd fill them */
  constructor(
    private readonly crowd: Crowd,
    period: Period,
    months: readonly DaySpan[]
  ) {
    this.from = dayNumberOf(period.fromOn)
    this.to = dayNumberOf(period.toOn)
    this.first = months[0]!.from
    this.monthOn = new Int32Array(months.at(-1)!.to - this.first)
    months.forEach(({ from, to }, month) => {
      this.monthOn.fill(month, from - this.first, to - this.first)
    })
    this.asked = new Uint8Array(crowd.joined.length)
    this.byMonth = months.map(() => new Uint8Array(crowd.person.length))
  }

  isAsked(day: number): boolean {
    return day >= this.from && day < this.to
  }

  note(person: number, day: number, tracks: number): void {
    if (tracks === 0) return
    if (this.isAsked(day)) this.asked[person]! |= tracks
    const span = spanOn(this.crowd, person, day)
    if (span !== -1) this.byMonth[this.monthOn[day - this.first]!]![span]! |= tracks
  }
}
