import { createHmac, timingSafeEqual } from 'node:crypto'

/** Older or further ahead than this a request is not believed, whatever its signature (Slack's own figure). */
export const WINDOW_MS = 300_000

export interface SignedRequest {
  timestamp: string
  signature: string
  /** The body as it came over the line: read and written anew it would be another one. */
  body: Buffer
}

/**
 * Whether Slack has signed this request with our secret within five minutes of `now`. A request has one signature: every
 * other writing of its time or of its signature is another text, and refused.
 */
export function isFromSlack(
  secret: string,
  { timestamp, signature, body }: SignedRequest,
  now: Date
): boolean {
  if (!/^\d{1,12}$/.test(timestamp)) return false
  if (Math.abs(now.getTime() - Number(timestamp) * 1000) > WINDOW_MS) return false
  const signed = createHmac('sha256', secret).update(`v0:${timestamp}:`).update(body).digest('hex')
  const expected = Buffer.from(`v0=${signed}`)
  const given = Buffer.from(signature)
  return given.length === expected.length && timingSafeEqual(given, expected)
}
