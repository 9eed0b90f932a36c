import type { IncomingMessage } from 'node:http'
import { askStranger, FetchFailed } from './ask-stranger.ts'
import type { Outbound } from './outbound.ts'

/**
 * Fetches a text from an address that somebody else typed in (see `askStranger`). Size and time are limited.
 *
 * @throws {FetchFailed}
 */
export async function fetchText(
  address: string,
  { outbound, mostBytes, accept }: { outbound: Outbound; mostBytes: number; accept: string }
): Promise<string> {
  return askStranger(address, { outbound, method: 'GET', headers: { accept } }, async (response) => {
    checkIsText(response, mostBytes)
    return readBody(response, mostBytes)
  })
}

function checkIsText({ statusCode, headers }: IncomingMessage, mostBytes: number): void {
  const isPlain = ['', 'identity'].includes(headers['content-encoding'] ?? '')
  if (statusCode !== 200 || !isPlain) throw new FetchFailed('refused')
  if (Number(headers['content-length'] ?? 0) > mostBytes) throw new FetchFailed('too-large')
}

async function readBody(response: IncomingMessage, mostBytes: number): Promise<string> {
  const chunks: Buffer[] = []
  let bytes = 0
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      bytes += chunk.length
      if (bytes > mostBytes) throw new FetchFailed('too-large')
      chunks.push(chunk)
    }
  } catch (error) {
    throw error instanceof FetchFailed ? error : new FetchFailed('no-answer')
  }
  return Buffer.concat(chunks).toString('utf8')
}
