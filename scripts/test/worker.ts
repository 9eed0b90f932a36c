import { pathToFileURL } from 'node:url'
import './no-domains.ts'
import t from 'tap'
import { fileEnded } from './marker.ts'

/**
 * A process that imports test files one after the other, as the runner hands them out. `tap` is one stream per
 * process; after each file comes a test of a known name, which tells the runner that the file is done.
 */
type Order = { kind: 'file'; path: string } | { kind: 'end' }
type Cleanup = () => unknown

let cleanups: Cleanup[] = []
let leaving = false
/** Holds the process between files only: a test that waits for nothing should end it, and so be seen. */
let betweenFiles = holdOpen()

process.on('message', (order: Order) => {
  if (order.kind === 'file') void runFile(order.path)
  if (order.kind === 'end') leave()
})
// The runner is gone: nobody reads what we say.
process.on('disconnect', () => process.exit())
process.on('beforeExit', () => {
  // Inside a file: a test waits for something that cannot come. Tap says which one as we go.
  if (!leaving) process.exit(1)
})
// A promise that nobody waits for was broken: without its domains tap would lay that on the file as a whole, and stop.
process.prependListener('unhandledRejection', (error) => {
  console.error(error)
  process.exit(1)
})
keepFilesApart()
t.on('subtestStart', ({ name }) => {
  if (name !== fileEnded) process.send?.({ kind: 'test', name })
})
process.send?.({ kind: 'ready' })

async function runFile(path: string): Promise<void> {
  clearInterval(betweenFiles)
  try {
    await import(pathToFileURL(path).href)
  } catch (error) {
    void t.test('the file can be loaded', () => Promise.reject(error))
  }
  await t.test(fileEnded, cleanUp)
  betweenFiles = holdOpen()
  // Readers of TAP hold a result back until they know what follows it; a comment does not tell them, a pragma does.
  t.pragma({ strict: false })
  process.send?.({ kind: 'ready' })
}

async function cleanUp(): Promise<void> {
  const due = cleanups.reverse()
  cleanups = []
  for (const cleanup of due) await cleanup()
}

/** What a file asks of the root test would touch the files after it: its teardowns run with its last test instead. */
function keepFilesApart(): void {
  t.teardown = t.after = (cleanup: Cleanup) => void cleanups.push(cleanup)
  t.beforeEach = t.afterEach = () => {
    throw new Error(
      'At the top of a file beforeEach and afterEach would reach other files: put them inside a t.test'
    )
  }
}

function holdOpen(): NodeJS.Timeout {
  return setInterval(() => {}, 60_000)
}

function leave(): void {
  leaving = true
  clearInterval(betweenFiles)
  process.removeAllListeners('disconnect')
  process.disconnect()
}
