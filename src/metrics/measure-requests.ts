import type { FastifyInstance } from 'fastify'
import { Histogram, type Registry } from 'prom-client'

/** Seconds; the slowest reports take some, and beyond ten the proxy has given up. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

/**
 * Counts and times requests by the template of their route: ids in addresses are no labels, or every person would be a series.
 * What no route serves is one series, however many addresses a scanner thinks of.
 */
export function measureRequests(app: FastifyInstance, register: Registry): void {
  const seconds = new Histogram({
    name: 'lyttepost_http_request_duration_seconds',
    help: 'Time to answer, by route template and class of status',
    labelNames: ['method', 'route', 'status'],
    buckets: BUCKETS,
    registers: [register]
  })
  app.addHook('onResponse', async ({ method, routeOptions }, reply) => {
    const status = `${Math.floor(reply.statusCode / 100)}xx`
    seconds.observe({ method, route: routeOptions.url ?? 'none', status }, reply.elapsedTime / 1000)
  })
}
