import { isLocalDate } from '../engine/time/is-local-date.ts'

/** Whether a text is a day that exists and that a working life can hold; PostgreSQL has no year 0. */
export function isDayOfOurs(text: string): boolean {
  return isLocalDate(text) && text >= '1900-01-01' && text <= '2199-12-31'
}
