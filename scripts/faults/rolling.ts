import { setTimeout as pause } from 'node:timers/promises'
import type { Connection } from '../../db/client.ts'
import { newSigningKey } from '../../src/sign-in/signing-key.ts'
import { type Say, type Served, see, serve } from '../drill/lyttepost.ts'
import { urlOf } from '../url-of.ts'
import { until } from './ask.ts'
import { type Balancer, openBalancer } from './balancer.ts'
import type { Caller } from './company.ts'
import { type Load, quantile, startLoad } from './load.ts'

export interface RollingOptions {
  connection: Connection
  callers: Caller[]
  perSecond: number
  /** How often both are restarted. */
  rounds: number
  /** What a replica is given to leave in; with 0 it leaves without a word, and failures must be seen. */
  drainSeconds: number
  say: Say
}

const START_MS = 120_000
/** Between two steps, so that the load is on both before one goes. */
const CALM_MS = 2_000

/**
 * Two replicas on one database behind a balancer, under so many requests a second: one is told to stop, ends, and is started
 * again; when it is ready, the other one. No request may fail of it.
 */
export async function rollingRestart(options: RollingOptions): Promise<void> {
  const { connection, callers, perSecond, rounds, drainSeconds, say } = options
  const env = {
    ...{
      DATABASE_URL: urlOf(connection),
      SIGNING_KEY: newSigningKey().privatePem,
      PORT: '0',
      LOG_LEVEL: 'error'
    },
    DRAIN_SECONDS: String(drainSeconds)
  }
  const balancer = await openBalancer()
  const replicas: Served[] = []
  const start = async () => {
    const replica = await serve(env)
    replicas.push(replica)
    balancer.add(replica.address)
    await until('the balancer sees it', START_MS, async () => balancer.ready().includes(replica.address))
  }
  let load: Load | null = null
  try {
    await start()
    await start()
    load = startLoad(balancer.address, callers, perSecond)
    for (let turn = 0; turn < rounds * 2; turn += 1) {
      await pause(CALM_MS)
      await leave(replicas.shift()!, balancer, say)
      await start()
    }
    await pause(CALM_MS)
    await load.stop()
    judge(load, say)
  } finally {
    await load?.stop()
    await Promise.all(replicas.map((replica) => replica.kill()))
    await balancer.close()
  }
}

async function leave(replica: Served, balancer: Balancer, say: Say): Promise<void> {
  const began = performance.now()
  const code = await replica.stop()
  balancer.remove(replica.address)
  see(`a replica ended with ${code} in ${Math.round(performance.now() - began)} ms`, code === 0, say)
}

function judge({ sent, failed, took }: Load, say: Say): void {
  const ms = [0.5, 0.95, 0.99, 1].map((part) => Math.round(quantile(took, part)))
  say(`  ${sent} requests; half within ${ms[0]} ms, 95% ${ms[1]}, 99% ${ms[2]}, slowest ${ms[3]}`)
  const kinds = new Map<string, number>()
  for (const failure of failed) kinds.set(failure, (kinds.get(failure) ?? 0) + 1)
  for (const [failure, count] of [...kinds].slice(0, 10)) say(`  ${count} failed: ${failure}`)
  see(`${failed.length} of ${sent} requests failed`, failed.length === 0, say)
}
