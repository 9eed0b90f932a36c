import { addSeconds, max, min } from 'date-fns'

const MINUTE = 60
const HOUR = 3600

/** Seconds to wait after each failed attempt: the schedule the Standard Webhooks specification suggests, from a minute up. */
const WAITS = [
  MINUTE,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR
]

/** However long a server asks us to wait, a day is enough. */
const LONGEST_WAIT = 24 * HOUR

/**
 * When a delivery is tried again, or null when it is given up: after ten attempts, some three days. `spread`, from 0 to 1,
 * delays it by up to a tenth so that what failed together does not come back together. A server that says `Retry-After`
 * is left alone at least as long, a day at most.
 */
export function nextAttemptAt(of: {
  attempts: number
  now: Date
  retryAfter: string | null
  spread: number
}): Date | null {
  const wait = WAITS[of.attempts - 1]
  if (wait === undefined) return null
  const planned = addSeconds(of.now, Math.round(wait * (1 + of.spread / 10)))
  const asked = readRetryAfter(of.retryAfter, of.now)
  return asked === null ? planned : max([planned, min([asked, addSeconds(of.now, LONGEST_WAIT)])])
}

/** Seconds, or a date of HTTP; null when it is neither. */
function readRetryAfter(text: string | null, now: Date): Date | null {
  if (text === null) return null
  if (/^\d{1,9}$/.test(text)) return addSeconds(now, Number(text))
  const at = new Date(text)
  return Number.isNaN(at.getTime()) ? null : at
}
