import { addDays } from 'date-fns'
import { SwapNotValid } from './errors.ts'

/** Our own default: a week is long enough to answer, and short enough that nobody forgets what they agreed to. */
const DAYS_TO_ANSWER = 7

/**
 * When a proposal ends by itself: when its first shift begins at the latest.
 *
 * @throws {SwapNotValid} for an instant that has passed or comes after that
 */
export function expiryOf(wanted: string | undefined, firstStartsAt: Date, now: Date): Date {
  const usual = addDays(now, DAYS_TO_ANSWER)
  if (wanted === undefined) return usual < firstStartsAt ? usual : firstStartsAt
  const at = new Date(wanted)
  if (at > now && at <= firstStartsAt) return at
  const message = 'must be in the future, and no later than the start of the first shift'
  throw new SwapNotValid([{ field: 'expiresAt', message }])
}
