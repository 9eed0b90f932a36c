import { defineError } from './errors.ts'

/** Days [fromOn, toOn): `toOn` is the first day that no longer counts. */
export interface Period {
  fromOn: string
  toOn: string
}

/** Five years and their leap days: more than any report needs, and few enough days to count one by one. */
const MOST_DAYS = 1827
const FIRST_DAY = '1970-01-01'

export const PeriodNotValid = defineError<Period>(
  'PERIOD_NOT_VALID',
  400,
  'The period must end after it starts, start in 1970 or later and last five years at most.'
)

/**
 * Refuses a period that is empty, turned round, too long to reckon with or too old for the calendar.
 *
 * @throws {PeriodNotValid}
 */
export function checkPeriod({ fromOn, toOn }: Period): void {
  const days = (Date.parse(toOn) - Date.parse(fromOn)) / 86_400_000
  const isValid = fromOn >= FIRST_DAY && days > 0 && days <= MOST_DAYS
  if (!isValid) throw new PeriodNotValid({ fromOn, toOn })
}
