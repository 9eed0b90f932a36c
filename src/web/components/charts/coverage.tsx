import { groupBy } from '../../../engine/facts/group-by.ts'
import { localTimeOf } from '../../../engine/time/local-time-of.ts'
import { startOfIsoWeek } from '../../../engine/time/start-of-iso-week.ts'
import { weekdayOf } from '../../../engine/time/weekday-of.ts'
import type { Reader } from '../../reader.ts'
import { HeatMap } from './heat-map.tsx'

/** A shift as the picture needs it. */
interface CoveredShift {
  onDay: string
  startsAt: Date
  /** Whose clock its time of day is told by. */
  timeZone: string
  people: number
  /** How many the picture counts as missing. */
  missing: number
}

interface CoverageProps {
  caption: string
  heading: string
  shifts: readonly CoveredShift[]
  /** The Mondays shown, in order. */
  weeks: readonly string[]
  week: (week: number) => string
  people: (count: number) => string
  missing: (count: number) => string
  reader: Reader
}

/** People on each shift by weekday, time and week; those that lack somebody stand out. */
export function Coverage({ shifts, weeks, reader, ...texts }: CoverageProps) {
  const keyOf = ({ onDay, startsAt, timeZone }: CoveredShift) =>
    `${weekdayOf(onDay)} ${localTimeOf(startsAt, timeZone)}`
  const lines = [...groupBy(shifts, keyOf)].sort(([a], [b]) => (a < b ? -1 : 1))
  return (
    <HeatMap
      caption={texts.caption}
      heading={texts.heading}
      columns={weeks.map((monday) => texts.week(reader.week(monday)))}
      rows={lines.map(([key, line]) => ({
        name: `${reader.date(line[0]!.onDay, 'weekdayShort')} ${key.split(' ')[1]}`,
        values: weeks.map((monday) => valueIn(line.filter(({ onDay }) => startOfIsoWeek(onDay) === monday)))
      }))}
      say={(value) => (value < 0 ? texts.missing(-value) : texts.people(value))}
      isGap={(value) => value < 0}
      reader={reader}
    />
  )
}

/** Several rotations may begin at the same time: their gaps weigh more than their people. */
function valueIn(shifts: readonly CoveredShift[]): number | null {
  if (shifts.length === 0) return null
  const missing = shifts.reduce((sum, shift) => sum + shift.missing, 0)
  return missing > 0 ? -missing : shifts.reduce((sum, { people }) => sum + people, 0)
}
