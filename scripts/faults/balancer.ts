import { once } from 'node:events'
import { Agent, createServer, type IncomingMessage, type ServerResponse, request as send } from 'node:http'

export interface Balancer {
  readonly address: string
  /** Sends nothing to this replica until it says that it is ready. */
  add(address: string): void
  remove(address: string): void
  /** Replicas that get requests now. */
  ready(): string[]
  close(): Promise<void>
}

interface Replica {
  address: string
  isReady: boolean
  /** How often in a row it did not answer at all. */
  silent: number
}

/** So often a replica may be too busy to say whether it is ready, as balancers of operators allow it. */
const MOST_SILENT = 3
/** As often as operators' balancers ask. */
const LOOK_MS = 500

/**
 * The smallest balancer that an operator would have: asks each replica whether it is ready, hands requests to those that are, one
 * after the other, over connections kept alive. It sends nothing twice: a request that a replica drops is a failed one.
 */
export async function openBalancer(): Promise<Balancer> {
  const replicas = new Map<string, Replica>()
  const agent = new Agent({ keepAlive: true, maxSockets: 64 })
  let turn = 0
  const ready = () => [...replicas.values()].filter(({ isReady }) => isReady)

  function pass(request: IncomingMessage, response: ServerResponse): void {
    const open = ready()
    const replica = open[turn % open.length]
    turn += 1
    if (!replica) {
      response.writeHead(502).end('no replica is ready')
      return
    }
    const { method, url = '/', headers } = request
    const forward = send(new URL(url, replica.address), { method, headers, agent }, (answer) => {
      const { connection: _, 'keep-alive': __, ...rest } = answer.headers
      response.writeHead(answer.statusCode ?? 502, rest)
      answer.pipe(response)
    })
    forward.on('error', (error) => {
      if (!response.headersSent) response.writeHead(502)
      response.end(`${replica.address}: ${error.message}`)
    })
    request.pipe(forward)
  }

  const looking = setInterval(() => {
    for (const replica of replicas.values()) void look(replica)
  }, LOOK_MS)
  const server = createServer(pass)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  return {
    address: `http://127.0.0.1:${port}`,
    add: (address) => {
      const replica = { address, isReady: false, silent: 0 }
      replicas.set(address, replica)
      void look(replica)
    },
    remove: (address) => replicas.delete(address),
    ready: () => ready().map(({ address }) => address),
    close: async () => {
      clearInterval(looking)
      agent.destroy()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    }
  }
}

async function look(replica: Replica): Promise<void> {
  const signal = AbortSignal.timeout(2_000)
  const reply = await fetch(`${replica.address}/readyz`, { signal }).catch(() => null)
  await reply?.arrayBuffer().catch(() => null)
  replica.silent = reply ? 0 : replica.silent + 1
  if (reply) replica.isReady = reply.ok
  else if (replica.silent >= MOST_SILENT) replica.isReady = false
}
