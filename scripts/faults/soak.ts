import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import type { Connection } from '../../db/client.ts'
import { newSigningKey } from '../../src/sign-in/signing-key.ts'
import { type Say, type Served, see, serve } from '../drill/lyttepost.ts'
import { Refused } from '../explain.ts'
import { urlOf } from '../url-of.ts'
import type { Caller } from './company.ts'
import { quantile, startLoad } from './load.ts'
import { type Sample, slope } from './memory.ts'

export interface SoakOptions {
  connection: Connection
  callers: Caller[]
  perSecond: number
  minutes: number
  /** Plants a leak of a hundred characters for each request, which must be found out. */
  leaks: boolean
  say: Say
}

const MEGABYTE = 1024 * 1024
/** Megabytes that what a process holds may grow in ten minutes. */
const MOST_GROWTH = 1
/** The first part of a run fills caches and compiles; growth counts after it. */
const WARM_PART = 0.25
const SAMPLES = 40

const PROBE = ['--expose-gc', '--import', './scripts/faults/memory-probe-worker.ts']

/** A server under so many requests a second for so long, with its jobs: what it holds must not grow. */
export async function soak({
  connection,
  callers,
  perSecond,
  minutes,
  leaks,
  say
}: SoakOptions): Promise<void> {
  const env = { DATABASE_URL: urlOf(connection), SIGNING_KEY: newSigningKey().privatePem }
  const server = await serve({ ...env, PORT: '0', LOG_LEVEL: 'error' }, PROBE)
  const load = startLoad(server.address, callers, perSecond)
  try {
    if (leaks) server.child.send('leak')
    const samples = await watch(server, minutes, say)
    await load.stop()
    const { sent, failed, took } = load
    say(
      `  ${sent} requests in ${minutes} min, half within ${Math.round(quantile(took, 0.5))} ms, ${failed.length} failed`
    )
    for (const failure of failed.slice(0, 3)) say(`  failed: ${failure}`)
    judge(samples, say)
  } finally {
    await load.stop()
    await server.stop()
  }
}

async function watch(server: Served, minutes: number, say: Say): Promise<Sample[]> {
  const began = performance.now()
  const samples: Sample[] = []
  for (let nth = 0; nth <= SAMPLES; nth += 1) {
    await pause(Math.max(0, began + (nth * minutes * 60_000) / SAMPLES - performance.now()))
    const sample = await take(server, (performance.now() - began) / 60_000)
    samples.push(sample)
    if (nth % 5 !== 0) continue
    say(
      `  ${sample.minutes.toFixed(1)} min: heap ${sample.heap.toFixed(2)} MB, resident ${sample.resident.toFixed(1)} MB`
    )
  }
  return samples
}

async function take({ child, isAlive, said }: Served, minutes: number): Promise<Sample> {
  if (!isAlive()) throw new Refused(`The server has ended:\n${said()}`)
  const told = once(child, 'message') as Promise<[{ memory: NodeJS.MemoryUsage }]>
  child.send('memory')
  const [{ memory }] = await told
  return { minutes, heap: (memory.heapUsed + memory.external) / MEGABYTE, resident: memory.rss / MEGABYTE }
}

function judge(samples: readonly Sample[], say: Say): void {
  const counted = samples.slice(Math.floor(samples.length * WARM_PART))
  const held = slope(counted, ({ heap }) => heap) * 10
  const resident = slope(counted, ({ resident }) => resident) * 10
  say(`  resident memory: ${resident.toFixed(2)} MB in ten minutes`)
  see(`what it holds grows by ${held.toFixed(2)} MB in ten minutes`, held < MOST_GROWTH, say)
}
