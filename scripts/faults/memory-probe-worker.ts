import { subscribe } from 'node:diagnostics_channel'

/**
 * Loaded into a server beside its own code (`--import`, with `--expose-gc`): tells its parent what it holds, garbage not counted;
 * or, asked to leak, keeps a piece of every request for ever, which a soak must find out.
 */
const LEAKED_CHARACTERS = 100
const leaked: string[] = []

function leak(): void {
  subscribe('http.server.request.start', () => {
    leaked.push(Array.from({ length: LEAKED_CHARACTERS }, () => Math.random().toString(36)[2]).join(''))
  })
}

process.on('message', (order) => {
  if (order === 'leak') leak()
  if (order !== 'memory') return
  // What the first collection sets free lets a second one set free the rest.
  gc?.()
  gc?.()
  process.send?.({ memory: process.memoryUsage() })
})
process.channel?.unref()
