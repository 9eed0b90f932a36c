import { askStranger } from './ask-stranger.ts'
import type { Outbound } from './outbound.ts'

export interface PostAnswer {
  status: number
  /** The header as it came: seconds or a date; null when there was none. */
  retryAfter: string | null
}

/**
 * Posts JSON to an address that somebody else typed in (see `askStranger`). What the other side says beyond its status is
 * not read.
 *
 * @throws {FetchFailed}
 */
export async function postJson(
  address: string,
  { outbound, headers, body }: { outbound: Outbound; headers: Record<string, string>; body: string }
): Promise<PostAnswer> {
  const length = String(Buffer.byteLength(body))
  const all = { ...headers, 'content-type': 'application/json', 'content-length': length }
  return askStranger(address, { outbound, method: 'POST', headers: all, body }, async (response) => ({
    status: response.statusCode ?? 0,
    retryAfter: response.headers['retry-after'] ?? null
  }))
}
