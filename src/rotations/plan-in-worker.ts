import { channel } from 'node:diagnostics_channel'
import type { Worker } from 'node:worker_threads'
import type { PlanningProgress } from '../../db/schema/drafts.ts'
import type { Plan, Problem } from '../engine/plan/problem.ts'
import type { AssignmentReason } from '../engine/plan/reason.ts'
import { startNeighbour } from '../lib/neighbour-thread.ts'
import type { PlanningMode } from '../words.ts'

export interface PlanningOrder {
  problem: Problem
  mode: PlanningMode
  /** How many of the problem's first people are of the company and want to know why. */
  people: number
  seed: number
  /** Rounds of improvement at most; the same seed and steps give the same plan. */
  steps: number
  /** One number shared with the thread: 1 asks it to stop with the best legal plan so far. */
  stopFlag: SharedArrayBuffer
}

/** A plan with the reason for each assignment, in the same order. */
export interface ExplainedPlan {
  plan: Plan
  reasons: AssignmentReason[][]
}

/** What the thread says. */
export type PlanningWord = { progress: PlanningProgress } | ExplainedPlan

interface Planning extends Pick<PlanningOrder, 'mode' | 'people' | 'seed' | 'steps'> {
  signal?: AbortSignal
  onProgress?: (progress: PlanningProgress) => void
}

/** Whoever measures plans listens on this channel of Node's; nobody does unless metrics are asked for. */
export const PLANNED = 'lyttepost.planned'
export interface Planned {
  seconds: number
  isPlanned: boolean
}
const planned = channel(PLANNED)

/** How long a thread waits for its next order: starting one takes longer than planning for most companies. */
const IDLE_MS = 30_000

/** The thread that waits, which keeps no process from ending, and when it goes. */
let waiting: { thread: Worker; going: NodeJS.Timeout } | undefined

function takeThread(): Worker {
  if (!waiting) return startNeighbour(import.meta.url, 'planning-worker')
  const { thread, going } = waiting
  waiting = undefined
  clearTimeout(going)
  hearNothing(thread)
  thread.ref()
  return thread
}

/** By name: Node hears with listeners of its own whether anybody listens. */
function hearNothing(thread: Worker): void {
  for (const event of ['message', 'error', 'exit']) thread.removeAllListeners(event)
}

/** One may wait; what it holds in memory goes with it. */
function giveBack(thread: Worker): void {
  hearNothing(thread)
  if (waiting) {
    void thread.terminate()
    return
  }
  const leave = () => {
    waiting = undefined
    void thread.terminate()
  }
  thread.once('exit', () => {
    if (waiting?.thread === thread) waiting = undefined
  })
  thread.once('error', () => {})
  thread.unref()
  waiting = { thread, going: setTimeout(leave, IDLE_MS).unref() }
}

/**
 * Plans in a thread of its own, so that the API goes on answering. Aborting `signal` stops it at the next look with the
 * best legal plan so far.
 *
 * @throws what the planner throws
 */
export function planInWorker(
  problem: Problem,
  { signal, onProgress, ...effort }: Planning
): Promise<ExplainedPlan> {
  const stopFlag = new SharedArrayBuffer(4)
  const thread = takeThread()
  const stop = () => Atomics.store(new Int32Array(stopFlag), 0, 1)
  if (signal?.aborted) stop()
  signal?.addEventListener('abort', stop, { once: true })
  const begunAt = performance.now()
  const tell = (isPlanned: boolean) =>
    planned.publish({ seconds: (performance.now() - begunAt) / 1000, isPlanned } satisfies Planned)
  const explained = new Promise<ExplainedPlan>((resolve, reject) => {
    thread.on('message', (word: PlanningWord) => {
      if (!('plan' in word)) return onProgress?.(word.progress)
      giveBack(thread)
      resolve(word)
    })
    thread.once('error', reject)
    thread.once('exit', (code) =>
      reject(new Error(`the planning thread ended with code ${code} and no plan`))
    )
    thread.postMessage({ problem, ...effort, stopFlag } satisfies PlanningOrder)
  })
  explained.then(
    () => tell(true),
    () => tell(false)
  )
  return explained
}
