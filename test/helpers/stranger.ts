import type { RequestListener } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import { type AddressInfo, createServer, type Server } from 'node:net'
import type { Test } from 'tap'
import type { Outbound } from '../../src/lib/outbound/outbound.ts'
import { selfSigned } from './certificate.ts'

const NAMES = ['calendar.example', 'other.example']

function listening(t: Test, server: Server, host: string, port = 0): Promise<number> {
  t.teardown(() => new Promise((done) => server.close(done)))
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port))
  })
}

/** A place inside that nobody may be led to: it counts who knocks. */
export async function canary(t: Test, port = 0) {
  let connections = 0
  const server = createServer((socket) => {
    connections += 1
    socket.destroy()
  })
  return { port: await listening(t, server, '127.0.0.1', port), connections: () => connections }
}

/**
 * Somebody else's server, `https://calendar.example:port`, that in truth stands on 127.0.0.2 of this machine. The way out
 * knows that one address as public and no other, and counts the questions to its resolver.
 */
export async function stranger(t: Test, answer: RequestListener, change: Partial<Outbound> = {}) {
  const { cert, key } = selfSigned(...NAMES)
  let connections = 0
  let questions = 0
  const server = createTlsServer({ cert, key }, answer)
  server.on('connection', () => {
    connections += 1
  })
  server.keepAliveTimeout = 1
  const port = await listening(t, server, '127.0.0.2')
  const lookup = change.lookup ?? (async () => ['127.0.0.2'])
  const outbound: Outbound = {
    isAllowed: (address) => address === '127.0.0.2',
    ca: cert,
    timeoutMs: 5_000,
    ...change,
    lookup: (name) => {
      questions += 1
      return lookup(name)
    }
  }
  const url = `https://calendar.example:${port}`
  return { url, port, outbound, connections: () => connections, questions: () => questions }
}
