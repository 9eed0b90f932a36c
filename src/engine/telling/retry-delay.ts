const MINUTE = 60_000
/** Ten attempts over some eight hours: a mail server that is down for a night loses nothing. Our own. */
export const MOST_ATTEMPTS = 10
/** So that who was down for long is asked again within half a working day. */
const LONGEST_MS = 240 * MINUTE

/**
 * Milliseconds to wait after the given number of failed attempts: one minute, two, four and so on up to four hours, each a
 * quarter more or less by chance, so that what failed together does not come back together. Null: no more attempts.
 *
 * @param chance from 0 to 1, drawn by the caller
 * @example
 * retryDelay(1, 0.5)
 * //=> 60_000
 * retryDelay(4, 0)
 * //=> 360_000
 * retryDelay(10, 0.5)
 * //=> null
 */
export function retryDelay(attempts: number, chance: number): number | null {
  if (attempts >= MOST_ATTEMPTS) return null
  const delay = Math.min(MINUTE * 2 ** (attempts - 1), LONGEST_MS)
  return Math.round(delay * (0.75 + chance / 2))
}
