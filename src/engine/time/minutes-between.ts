/**
 * Counts the minutes from one instant to another, negative when the second is earlier. Exact: instants with
 * seconds give a fraction, for the caller to round once, at the end.
 *
 * @example
 * minutesBetween(new Date('2027-03-01T08:00Z'), new Date('2027-03-01T12:00Z'))
 * //=> 240
 */
export function minutesBetween(from: Date, to: Date): number {
  return (to.getTime() - from.getTime()) / 60_000
}
