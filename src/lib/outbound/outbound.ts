import { lookup } from 'node:dns/promises'
import { isPublicAddress } from './is-public-address.ts'

/** The way out to other people's servers. Production has one, below; tests may serve a public-looking name themselves. */
export interface Outbound {
  /** Every address of a name, asked once per request. */
  lookup: (hostname: string) => Promise<string[]>
  isAllowed: (address: string) => boolean
  /** Certificates trusted beside the usual ones. */
  ca?: string
  /** For the whole of a request, from the question for the address to the last byte. */
  timeoutMs: number
}

/** Calendars of large companies take three seconds, slow receivers of webhooks longer; who drips bytes is let go. */
const TIMEOUT_MS = 15_000

export const PUBLIC_INTERNET: Outbound = Object.freeze({
  lookup: async (hostname: string) =>
    (await lookup(hostname, { all: true, verbatim: true })).map(({ address }) => address),
  isAllowed: isPublicAddress,
  timeoutMs: TIMEOUT_MS
})
