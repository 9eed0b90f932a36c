/**
 * Tells whether a text names a time zone of the IANA database that this runtime knows. Fixed offsets such
 * as '+02:00' are refused: they do not follow clock changes.
 *
 * @example
 * ['Europe/Oslo', 'Mars/Olympus', '+02:00'].map(isZone)
 * //=> [true, false, false]
 */
export function isZone(name: string): boolean {
  // Newer runtimes than Node 20 take an offset for a zone.
  if (!/^[A-Za-z]/.test(name)) return false
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}
