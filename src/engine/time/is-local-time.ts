/**
 * Tells whether a text is a wall-clock time '00:00' to '23:59', or '24:00' for the end of a day.
 *
 * @example
 * ['08:00', '24:00', '24:01', '8:00'].map(isLocalTime)
 * //=> [true, true, false, false]
 */
export function isLocalTime(text: string): boolean {
  return /^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/.test(text)
}
