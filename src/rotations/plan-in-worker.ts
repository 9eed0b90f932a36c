import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { Plan, Problem } from '../engine/plan/problem.ts'

export interface PlanningOrder {
  problem: Problem
  seed: number
  /** Wall clock seconds after which planning stops with the best legal plan so far. */
  seconds: number
  /** One number shared with the thread: 1 asks it to stop with the best legal plan so far. */
  stopFlag: SharedArrayBuffer
}

/** Compiled or not, the thread's file is the neighbour with our own ending. */
const WORKER = new URL(`./planning-worker${extname(fileURLToPath(import.meta.url))}`, import.meta.url)

/**
 * Plans in a thread of its own, so that the API goes on answering. Aborting `signal` stops it at the next look with the
 * best legal plan so far.
 *
 * @throws what the planner throws
 */
export function planInWorker(
  problem: Problem,
  { seed, seconds, signal }: { seed: number; seconds: number; signal?: AbortSignal }
): Promise<Plan> {
  const stopFlag = new SharedArrayBuffer(4)
  const order: PlanningOrder = { problem, seed, seconds, stopFlag }
  const worker = new Worker(WORKER, { workerData: order })
  signal?.addEventListener('abort', () => Atomics.store(new Int32Array(stopFlag), 0, 1), { once: true })
  return new Promise((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`the planning thread ended with code ${code} and no plan`)))
  })
}
