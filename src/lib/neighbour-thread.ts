import { createRequire } from 'node:module'
import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker, type WorkerOptions } from 'node:worker_threads'

const require = createRequire(import.meta.url)

/** By the file it is in; each is bundled once. */
const bundles = new Map<string, string>()

/**
 * Starts a thread in the file beside the caller's. Compiled code starts it as it is. From source it is bundled first: Node 20
 * does not hand `tsx` down to threads, and starting that in each of them takes ten times as long as the thread.
 *
 * @param caller `import.meta.url`
 * @param name of the thread's file, without its ending
 */
export function startNeighbour(caller: string, name: string, options: WorkerOptions = {}): Worker {
  const ending = extname(fileURLToPath(caller))
  const file = new URL(`./${name}${ending}`, caller)
  return ending === '.js' ? new Worker(file, options) : new Worker(bundle(file), { ...options, eval: true })
}

function bundle(file: URL): string {
  const known = bundles.get(file.href)
  if (known !== undefined) return known
  const { buildSync } = require('esbuild') as typeof import('esbuild')
  const { outputFiles } = buildSync({
    ...{ entryPoints: [fileURLToPath(file)], bundle: true, write: false },
    ...{ platform: 'node', format: 'cjs', target: 'node20' }
  })
  const { text } = outputFiles[0]!
  bundles.set(file.href, text)
  return text
}
