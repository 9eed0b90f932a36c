import { addDays } from '../../engine/time/add-days.ts'
import type { Reader } from '../reader.ts'
import type { Option } from './field.tsx'

const A_MONDAY = '2027-03-01'

/** The name of an ISO weekday, 1 to 7. */
export const weekdayName = (weekday: number, reader: Reader): string =>
  reader.date(addDays(A_MONDAY, weekday - 1), 'weekday')

/** Monday to Sunday to choose from. */
export const weekdayOptions = (reader: Reader, say: (day: string) => string): Option[] =>
  [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
    value: String(weekday),
    label: say(weekdayName(weekday, reader))
  }))
