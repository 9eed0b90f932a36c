import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { FastifyInstance } from 'fastify'
import { Histogram, type Registry } from 'prom-client'
import { PLANNED, type Planned } from '../rotations/plan-in-worker.ts'

/** Seconds, up to the planner's own brake. */
const BUCKETS = [0.5, 1, 2.5, 5, 10, 20, 40, 60, 90, 120]

/** Times plans that this process makes, by whether they came out; a draft by command line is another process. */
export function measurePlans(app: FastifyInstance, register: Registry): void {
  const seconds = new Histogram({
    name: 'lyttepost_plan_seconds',
    help: 'Time to plan a draft',
    labelNames: ['outcome'],
    buckets: BUCKETS,
    registers: [register]
  })
  const observe = (word: unknown) => {
    const { seconds: took, isPlanned } = word as Planned
    seconds.observe({ outcome: isPlanned ? 'planned' : 'failed' }, took)
  }
  subscribe(PLANNED, observe)
  app.addHook('onClose', async () => {
    unsubscribe(PLANNED, observe)
  })
}
