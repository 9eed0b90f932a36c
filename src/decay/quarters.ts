import { booksPeriodOf } from '../engine/ledger/books-period-of.ts'
import { addDays } from '../engine/time/add-days.ts'
import type { Quarter } from './queries/figures.ts'

/** The quarter that a day is in and so many before it, oldest first. */
export function quartersUntil(onDay: string, before: number): Quarter[] {
  const quarters = [booksPeriodOf(onDay, 3)]
  while (quarters.length <= before) quarters.unshift(booksPeriodOf(addDays(quarters[0]!.fromOn, -1), 3))
  return quarters
}
