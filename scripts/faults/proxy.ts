import { once } from 'node:events'
import { createServer, connect as dial, type Server, type Socket } from 'node:net'
import { join } from 'node:path'
import type { Connection } from '../../db/client.ts'

interface Pair {
  near: Socket
  far: Socket
  /** Its bytes arrive nowhere any more, and neither side is told. */
  isDead: boolean
}

/** A way to a database that can be broken in every manner a network knows. It starts whole. */
export interface FaultyWay {
  readonly connection: Connection & { url: string }
  /** How many connections were made through it so far. */
  readonly made: () => number
  /** Leads to another server from now on: a restarted one of ours has another socket. */
  lead(to: Connection): void
  /** Whole again for new connections; those whose bytes were swallowed stay dead, as in life. */
  mend(): Promise<void>
  /** Cuts every connection and refuses new ones. */
  refuse(): Promise<void>
  /** Takes connections and bytes, and nothing ever comes back. */
  swallow(): void
  /** Every piece arrives so many milliseconds late, in both directions. */
  slow(ms: number): void
  close(): Promise<void>
}

/** Opens a way on a port of its own. Servers without passwords only: the address names the user and no more. */
export async function openFaultyWay(first: Connection): Promise<FaultyWay> {
  let target = first
  let isSwallowing = false
  let delay = 0
  let made = 0
  let server: Server | null = null
  const pairs = new Set<Pair>()

  function meet(near: Socket): void {
    made += 1
    const pair: Pair = { near, far: dialTo(target), isDead: isSwallowing }
    pairs.add(pair)
    carry(pair, near, pair.far)
    carry(pair, pair.far, near)
    const end = () => {
      near.destroy()
      pair.far.destroy()
      pairs.delete(pair)
    }
    for (const socket of [near, pair.far]) {
      socket.on('error', () => {})
      socket.on('close', () => {
        // A dead connection does not tell of the other side's end either; ours may still be there.
        if (!pair.isDead || socket === near) later(end)
      })
    }
  }

  function carry(pair: Pair, from: Socket, to: Socket): void {
    from.on('data', (bytes) => {
      if (!pair.isDead) later(() => pair.isDead || to.destroyed || to.write(bytes))
    })
  }

  const later = (work: () => void) => {
    if (delay > 0) setTimeout(work, delay)
    else work()
  }

  async function listen(port: number): Promise<number> {
    server = createServer(meet)
    server.listen(port, '127.0.0.1')
    await once(server, 'listening')
    return (server.address() as { port: number }).port
  }

  const port = await listen(0)
  async function refuse(): Promise<void> {
    const closing = server
    server = null
    for (const { near, far } of pairs) {
      near.destroy()
      far.destroy()
    }
    pairs.clear()
    if (closing) await new Promise((resolve) => closing.close(resolve))
  }

  return {
    connection: { url: `postgres://${userOf(first)}@127.0.0.1:${port}/${databaseOf(first)}` },
    made: () => made,
    lead: (to) => {
      target = to
    },
    mend: async () => {
      isSwallowing = false
      delay = 0
      if (!server) await listen(port)
    },
    refuse,
    swallow: () => {
      isSwallowing = true
      for (const pair of pairs) pair.isDead = true
    },
    slow: (ms) => {
      delay = ms
    },
    close: refuse
  }
}

function dialTo(to: Connection): Socket {
  if ('socketDir' in to) return dial(join(to.socketDir, '.s.PGSQL.5432'))
  const { hostname, port, searchParams } = new URL(to.url)
  const folder = searchParams.get('host')
  return folder ? dial(join(folder, '.s.PGSQL.5432')) : dial(Number(port || 5432), hostname)
}

const userOf = (to: Connection) => ('socketDir' in to ? to.user : new URL(to.url).username)
const databaseOf = (to: Connection) => ('socketDir' in to ? to.database : new URL(to.url).pathname.slice(1))
