import { monitorEventLoopDelay } from 'node:perf_hooks'
import { planInWorker } from '../../../src/rotations/plan-in-worker.ts'
import { generateProblem } from './generate.ts'

/** How late the event loop of the API's process was while a thread of it planned. */
export type EventLoopFigures = {
  readonly people: number
  readonly seconds: number
  readonly p99Milliseconds: number
  readonly worstMilliseconds: number
}

const NANOS = 1e6
const RESOLUTION = 1

/** Plans in a worker as the API does and measures the delay of this process's event loop meanwhile. */
export async function measureEventLoop(people: number): Promise<EventLoopFigures> {
  const problem = generateProblem({ people, weeks: 13, seed: 1, regime: 'balanced', shape: 'plain' })
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION })
  const startedAt = performance.now()
  delay.enable()
  await planInWorker(problem, { mode: 'plan', people, seed: 1, steps: 1 })
  delay.disable()
  return {
    people,
    seconds: (performance.now() - startedAt) / 1000,
    p99Milliseconds: delay.percentile(99) / NANOS - RESOLUTION,
    worstMilliseconds: delay.max / NANOS - RESOLUTION
  }
}
