import { addHours } from 'date-fns'

/** What was heard is handed in within so many hours of the shift's end, while it is fresh (issue 5). */
const DUE_HOURS = 48

/**
 * Tells by when a learning of a shift is due. Later ones are welcome until the window closes.
 *
 * @example
 * learningDueAt(new Date('2027-03-01T12:00Z'))
 * //=> new Date('2027-03-03T12:00Z')
 */
export function learningDueAt(shiftEndsAt: Date): Date {
  return addHours(shiftEndsAt, DUE_HOURS)
}
