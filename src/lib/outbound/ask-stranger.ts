import type { IncomingMessage } from 'node:http'
import { request as requestOverTls } from 'node:https'
import { isIP } from 'node:net'
import type { Outbound } from './outbound.ts'

export type FetchFailure =
  | 'address-not-usable'
  | 'address-not-public'
  | 'name-not-known'
  | 'no-answer'
  | 'redirected'
  | 'refused'
  | 'too-large'

/** Something could not be fetched; the cause is a word that may be told, the message says nothing of the server. */
export class FetchFailed extends Error {
  constructor(readonly failure: FetchFailure) {
    super(`The address could not be fetched: ${failure}`)
    this.name = 'FetchFailed'
  }
}

export interface StrangerRequest {
  outbound: Outbound
  method: 'GET' | 'POST'
  headers: Record<string, string>
  body?: string
}

/**
 * Asks an address that somebody else typed in and hands its answer to `read`. HTTPS only; the name is resolved once,
 * every address of it must be public, and the connection goes to the address that was checked and nowhere else, so that
 * neither a redirect nor a second answer of the resolver leads inside. Time is limited, reading included.
 *
 * @throws {FetchFailed}
 */
export async function askStranger<Result>(
  address: string,
  request: StrangerRequest,
  read: (response: IncomingMessage) => Promise<Result>
): Promise<Result> {
  const { outbound } = request
  const url = readAddress(address)
  const signal = AbortSignal.timeout(outbound.timeoutMs)
  const pinned = await inTime(signal, resolvePublic(url, outbound))
  const response = await open(url, pinned, request, signal)
  try {
    checkAnswer(response, pinned)
    return await read(response)
  } finally {
    response.destroy()
  }
}

/**
 * The address as a URL, when it is one that may be fetched: HTTPS, without a password in it.
 *
 * @throws {FetchFailed}
 */
export function readAddress(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : null
  const isUsable = url?.protocol === 'https:' && url.username === '' && url.password === ''
  if (!url || !isUsable) throw new FetchFailed('address-not-usable')
  return url
}

const hostOf = ({ hostname }: URL) => hostname.replace(/^\[|\]$/g, '')

/** One question to the resolver. If any of the answers is not public, the name is not to be trusted at all. */
async function resolvePublic(url: URL, { lookup, isAllowed }: Outbound): Promise<string> {
  const host = hostOf(url)
  const addresses = isIP(host) ? [host] : await lookup(host).catch(() => [])
  const [first] = addresses
  if (first === undefined) throw new FetchFailed('name-not-known')
  if (!addresses.every(isAllowed)) throw new FetchFailed('address-not-public')
  return first
}

async function inTime<Result>(signal: AbortSignal, work: Promise<Result>): Promise<Result> {
  const late = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(new FetchFailed('no-answer')), { once: true })
  })
  return Promise.race([work, late])
}

function open(
  url: URL,
  pinned: string,
  request: StrangerRequest,
  signal: AbortSignal
): Promise<IncomingMessage> {
  const { outbound, method, headers, body } = request
  const host = hostOf(url)
  return new Promise((resolve, reject) => {
    const sent = requestOverTls({
      method,
      host: pinned,
      port: url.port || 443,
      path: `${url.pathname}${url.search}`,
      // The certificate must be that of the name, though the connection goes to the number.
      servername: isIP(host) ? '' : host,
      headers: { ...headers, host: url.host, 'accept-encoding': 'identity', 'user-agent': 'Lyttepost' },
      agent: false,
      signal,
      ...(outbound.ca && { ca: outbound.ca })
    })
    sent.once('response', resolve)
    sent.once('error', () => reject(new FetchFailed('no-answer')))
    sent.end(body)
  })
}

function checkAnswer(response: IncomingMessage, pinned: string): void {
  if (response.socket.remoteAddress !== pinned) throw new FetchFailed('address-not-public')
  const { statusCode = 0 } = response
  if (statusCode >= 300 && statusCode < 400) throw new FetchFailed('redirected')
}
