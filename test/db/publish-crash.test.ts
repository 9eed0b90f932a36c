import { type ChildProcess, fork } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import { compiled } from '../helpers/compiled.ts'
import { type Books, tornPages } from './publish-books.ts'

/** Kills; CRASH_ROUNDS for more or fewer. */
const ROUNDS = Number(process.env.CRASH_ROUNDS ?? 50)
const pathOf = (file: string) => fileURLToPath(new URL(file, import.meta.url))
const WORKER = compiled(pathOf('./publish-worker.ts'), pathOf('../../src/rotations/planning-worker.ts'))

type Message =
  | { kind: 'books'; books: Books }
  | { kind: 'publishing' }
  | { kind: 'published'; millis: number }

/** A process with everything loaded, waiting for its folder: starting one takes longer than its whole life. */
function warmWorker(): ChildProcess {
  return fork(WORKER, [], { execArgv: [], stdio: ['ignore', 'ignore', 'pipe', 'ipc'] })
}

/** The messages of a worker, one at a time; throws with its last words if it ends by itself. */
function listenTo(worker: ChildProcess) {
  const waiting: Message[] = []
  let wake = () => {}
  let ended = false
  let words = ''
  worker.stderr?.on('data', (chunk) => (words += chunk))
  worker.on('message', (message: Message) => {
    waiting.push(message)
    wake()
  })
  worker.on('exit', () => {
    ended = true
    wake()
  })
  return async function next(): Promise<Message> {
    while (waiting.length === 0) {
      if (ended) throw new Error(`the worker ended by itself: ${words}`)
      await new Promise<void>((resolve) => {
        wake = resolve
      })
    }
    return waiting.shift()!
  }
}

/** Both at once and with nothing to say farewell: the app, and the server that would outlive it by a moment. */
async function killBoth(worker: ChildProcess, dataDir: string): Promise<void> {
  const server = Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])
  const gone = new Promise((resolve) => worker.once('exit', resolve))
  process.kill(server, 'SIGKILL')
  worker.kill('SIGKILL')
  await gone
}

t.test(
  'app and server killed at random moments of publishing leave every publication whole or absent',
  { timeout: 540_000 },
  async (t) => {
    const dataDir = mkdtempSync(join(tmpdir(), 'lyttepost-crash-'))
    chmodSync(dataDir, 0o711)
    let spare = warmWorker()
    t.teardown(() => {
      spare.kill('SIGKILL')
      rmSync(dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
    })
    /** Milliseconds until the kill, about: longer after one that came before the commit, shorter after one that did not. */
    let patience = 200
    let published = 0
    let interrupted = 0
    for (let round = 0; round <= ROUNDS; round += 1) {
      const worker = spare
      const next = listenTo(worker)
      worker.send({ dataDir })
      if (round < ROUNDS) spare = warmWorker()
      const report = (await next()) as { books: Books }
      t.strictSame(tornPages(report.books), [], `whole after ${round} kills`)
      const cameEarly = report.books.publications.length === published
      if (round > 0) {
        interrupted += cameEarly ? 1 : 0
        patience *= cameEarly ? 1.4 : 0.7
      }
      published = report.books.publications.length
      await next()
      await new Promise((resolve) => setTimeout(resolve, (0.5 + Math.random()) * patience))
      await killBoth(worker, dataDir)
    }
    t.comment(`${published} publications, ${interrupted} of ${ROUNDS} kills left none behind`)
    t.ok(published > 0 && interrupted > 0, 'some kills came before the commit and some after it')
  }
)

t.test('torn pages are seen', async (t) => {
  const whole: Books = {
    publications: [{ id: 'p', given: ['bo 1', 'amara 1'], taken: [], drafted: ['amara 1', 'bo 1'] }],
    seats: ['amara 1', 'bo 1'],
    notices: ['amara', 'bo'].map((employeeId) => ({ publicationId: 'p', employeeId })),
    audited: ['p']
  }
  t.strictSame(tornPages(whole), [])
  t.equal(tornPages({ ...whole, seats: ['bo 1'] }).length, 1)
  t.equal(tornPages({ ...whole, notices: whole.notices.slice(1) }).length, 1)
  t.equal(tornPages({ ...whole, notices: [...whole.notices, ...whole.notices] }).length, 1)
  t.equal(tornPages({ ...whole, audited: [] }).length, 1)
  t.equal(tornPages({ ...whole, publications: [] }).length, 3)
})
