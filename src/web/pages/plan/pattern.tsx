import type { Slot } from '../../../rotations/rotation-fields.ts'
import type { Reader } from '../../reader.ts'

/** Times of day with the weekdays on which they recur. */
export interface PatternLine {
  startsAt: string
  endsAt: string
  weekdays: number[]
}

/** The week of a rotation as people write it down: a line for each time of day. */
export function linesOf(slots: readonly Slot[]): PatternLine[] {
  const lines = new Map<string, PatternLine>()
  for (const { weekday, startsAt, endsAt } of slots) {
    const key = `${startsAt}–${endsAt}`
    const line = lines.get(key) ?? { startsAt, endsAt, weekdays: [] }
    lines.set(key, { ...line, weekdays: [...line.weekdays, weekday].sort() })
  }
  return [...lines.values()].sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1))
}

/** Monday 1 January 2024: any week will do to name its days. */
const weekdayName = (weekday: number, reader: Reader) => reader.date(`2024-01-0${weekday}`, 'weekdayShort')

/** "Mon–Fri" for days that follow each other, else "Mon, Wed". */
function daysInWords(weekdays: readonly number[], reader: Reader): string {
  const [first, last] = [weekdays[0]!, weekdays.at(-1)!]
  const isRun = weekdays.length > 2 && last - first === weekdays.length - 1
  const shown = isRun ? [first, last] : weekdays
  return shown.map((day) => weekdayName(day, reader)).join(isRun ? '–' : ', ')
}

/** The week in words: "Mon–Fri 09:00–13:00". */
export function Pattern({ slots, reader }: { slots: readonly Slot[]; reader: Reader }) {
  return (
    <>
      {linesOf(slots).map(({ startsAt, endsAt, weekdays }) => (
        <span key={`${startsAt} ${endsAt}`} class="sentence block">
          {daysInWords(weekdays, reader)} {startsAt}–{endsAt}
        </span>
      ))}
    </>
  )
}
