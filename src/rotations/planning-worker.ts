import { parentPort, workerData } from 'node:worker_threads'
import { planRotation } from '../engine/plan/plan-rotation.ts'
import type { PlanningOrder, PlanningWord } from './plan-in-worker.ts'

/** The thread that plans; it tells how far it is, answers with the plan, or dies with the planner's error. */
const { problem, seed, steps, seconds, stopFlag } = workerData as PlanningOrder
const stop = new Int32Array(stopFlag)
const say = (word: PlanningWord) => parentPort?.postMessage(word)

const plan = planRotation(problem, {
  seed,
  steps,
  seconds,
  now: () => performance.now(),
  cancelled: () => Atomics.load(stop, 0) === 1,
  onProgress: (progress) => say({ progress })
})
say({ plan })
