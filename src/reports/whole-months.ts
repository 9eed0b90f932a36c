import type { DaySpan } from '../engine/ledger/due-counter.ts'
import { addMonths } from '../engine/time/add-months.ts'
import type { Period } from '../lib/period.ts'
import { numbered } from './dues.ts'
import { splitPeriod } from './split-period.ts'

/** The calendar months of which a period has a day, whole. */
export function wholeMonths({ fromOn, toOn }: Period): Period {
  const isFirst = toOn.endsWith('-01')
  return { fromOn: firstOf(fromOn), toOn: isFirst ? toOn : addMonths(firstOf(toOn), 1) }
}

const firstOf = (day: string) => `${day.slice(0, 7)}-01`

/** Each of them. */
export const monthsOf = (period: Period): DaySpan[] => splitPeriod(wholeMonths(period), 'month').map(numbered)
