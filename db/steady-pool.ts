import { Readable } from 'node:stream'
import pg from 'pg'
import { DatabaseAway, isConnectionLost } from './errors.ts'

type Lent = Parameters<pg.Pool['connect']>[0]

/** Somebody who waits for a connection. */
interface Waiting {
  since: number
  fail: (error: Error) => void
}

/** Statements of one connection that are not answered, and when it last got on. */
interface Work {
  open: number
  movedAt: number
}

/**
 * A pool that outlives its server. A connection that is lost while lent ends nothing but its own statements (`pg` would end the
 * process by an `error` that nobody hears), and its place in the pool is free at once, even where the borrower forgets to give
 * it back, as drizzle does when `begin` fails. It knows how long the server has kept somebody waiting, and can be told that the
 * server is away: all who wait are told so, and whoever asks meanwhile is refused at once.
 */
export class SteadyPool extends pg.Pool {
  #isAway = false
  #answeredAt = Number.NEGATIVE_INFINITY
  readonly #waiting = new Set<Waiting>()
  readonly #work = new Map<pg.PoolClient, Work>()

  constructor(config: pg.PoolConfig) {
    super(config)
    this.on('connect', (client) => this.#follow(client))
  }

  /** Milliseconds of `performance.now()` since when somebody has waited longest; null: nobody waits. */
  get waitingSince(): number | null {
    const since = [
      ...[...this.#waiting].map((waiting) => waiting.since),
      ...[...this.#work.values()].filter(({ open }) => open > 0).map(({ movedAt }) => movedAt)
    ]
    return since.length === 0 ? null : Math.min(...since)
  }

  /** Milliseconds of `performance.now()` when the server last answered anybody. */
  get answeredAt(): number {
    return this.#answeredAt
  }

  /** Connections with a statement that has not been answered since then. */
  stalledSince(moment: number): pg.PoolClient[] {
    return [...this.#work].flatMap(([client, { open, movedAt }]) =>
      open > 0 && movedAt <= moment ? [client] : []
    )
  }

  get isAway(): boolean {
    return this.#isAway
  }

  goAway(): void {
    this.#isAway = true
    for (const { fail } of this.#waiting) fail(new DatabaseAway())
    for (const client of this.#work.keys()) cut(client)
  }

  comeBack(): void {
    this.#isAway = false
  }

  override connect(): Promise<pg.PoolClient>
  override connect(answer: Lent): void
  override connect(answer?: Lent): Promise<pg.PoolClient> | undefined {
    if (answer) {
      this.#ask(answer)
      return undefined
    }
    return new Promise((resolve, reject) => {
      this.#ask((error, client) => (client ? resolve(givenBackOnce(client)) : reject(error)))
    })
  }

  #ask(answer: Lent): void {
    const waiting = { since: performance.now(), fail: (error: Error) => finish(error, undefined, () => {}) }
    const finish: Lent = (error, client, done) => {
      if (this.#waiting.delete(waiting)) answer(error, client, done)
      // Who was told that the server is away wants no connection any more. Whoever waited too long brings none back.
      else if (client) done()
    }
    this.#waiting.add(waiting)
    if (this.#isAway) process.nextTick(waiting.fail, new DatabaseAway())
    else super.connect(finish)
  }

  #follow(client: pg.PoolClient): void {
    const work: Work = { open: 0, movedAt: 0 }
    this.#work.set(client, work)
    client.on('error', () => {})
    client.once('end', () => this.#work.delete(client))
    const over = (error?: unknown) => {
      work.open -= 1
      work.movedAt = performance.now()
      if (!isConnectionLost(error)) this.#answeredAt = work.movedAt
    }
    const query = client.query.bind(client) as (...args: unknown[]) => unknown
    client.query = ((...args: unknown[]) => {
      if (work.open === 0) work.movedAt = performance.now()
      work.open += 1
      const told = args.at(-1)
      if (typeof told === 'function') {
        return query(...args.slice(0, -1), (...outcome: unknown[]) => {
          over(outcome[0])
          told(...outcome)
        })
      }
      const answer = query(...args)
      if (answer instanceof Promise) answer.then(() => over(), over)
      else if (answer instanceof Readable) answer.once('end', () => over()).once('error', over)
      else over()
      return answer
    }) as pg.PoolClient['query']
  }
}

/** Given back by itself when the connection ends; a second time does nothing. */
function givenBackOnce(client: pg.PoolClient): pg.PoolClient {
  const giveBack = client.release
  let isBack = false
  const release = (error?: Error | boolean) => {
    if (isBack) return
    isBack = true
    client.off('end', lost)
    giveBack(error)
  }
  const lost = () => release(true)
  client.once('end', lost)
  client.release = release
  return client
}

/** Ends a connection without a word to the other side, which may not be there to hear it. */
export function cut(client: pg.ClientBase): void {
  const { connection } = client as unknown as { connection: { stream: { destroy(error: Error): void } } }
  connection.stream.destroy(new DatabaseAway())
}
