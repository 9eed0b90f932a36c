import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import { emptyReport, type FileReport, failIfEmpty, failWith, recordInto } from './file-report.ts'
import { readTap } from './read-tap.ts'
import { answerWithServer, type ServerSource } from './server.ts'

export interface RunOptions {
  /** A file that takes longer is killed and counts as failed. */
  readonly limitMillis: number
  readonly server: ServerSource
  readonly onReport: (report: FileReport) => void
}

/** One process at work. */
interface Worker {
  readonly child: ChildProcess
  readonly queue: string[]
  readonly options: RunOptions
  /** The report of the file that is running. */
  open: FileReport | undefined
  /** The process waits for its next file. That and the end of the report come by two roads, in any order. */
  ready: boolean
  startedAt: number
  limit?: NodeJS.Timeout
  /** Why we killed it, if we did. */
  killedFor?: string
  /** For what is said when no file runs. */
  readonly aftermath: FileReport
}

/** How long a process may take to end after its last file before we say that something was left open. */
const leaveMillis = 15_000

/** Takes files from the queue until it is empty, in one process, and in another one whenever that crashes. */
export async function workThrough(queue: string[], options: RunOptions): Promise<void> {
  while (queue.length > 0) await runProcess(queue, options)
}

function runProcess(queue: string[], options: RunOptions): Promise<void> {
  const worker: Worker = {
    child: forkWorker(),
    queue,
    options,
    open: undefined,
    ready: false,
    startedAt: 0,
    aftermath: emptyReport('(after the last file)')
  }
  listen(worker)
  return new Promise((resolve) => {
    worker.child.on('close', (code, signal) => {
      leave(worker, signal ?? `exit ${code}`)
      resolve()
    })
  })
}

function forkWorker(): ChildProcess {
  const { DATABASE_URL: _, ...env } = process.env
  return fork(join(import.meta.dirname, 'worker.ts'), [], {
    // Every test has an application of its own: with room for one the collector has half the work.
    execArgv: ['--max-semi-space-size=64', '--import', 'tsx'],
    // Tap's own limit is for a whole process; ours is for a file.
    env: { ...env, TZ: 'UTC', NODE_ENV: 'test', TAP_TIMEOUT: '0' },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc']
  })
}

function listen(worker: Worker): void {
  // A message to a process that just died; its end is told by "close".
  worker.child.on('error', () => {})
  worker.child.on('message', ({ kind, name = '' }: { kind?: string; name?: string }) => {
    if (kind === 'test' && worker.open) worker.open.lastStarted = name
    if (kind === 'ready') worker.ready = true
    startNext(worker)
    if (kind === 'database') void answerWithServer(worker.child, worker.options.server)
  })
  const report = () => worker.open ?? worker.aftermath
  readTap(
    worker.child.stdout!,
    recordInto(report, () => {
      closeReport(worker)
      startNext(worker)
    })
  )
}

function startNext(worker: Worker): void {
  if (worker.open || !worker.ready) return
  worker.ready = false
  const file = worker.queue.shift()
  if (file === undefined) {
    killAfter(
      worker,
      leaveMillis,
      'The process does not end after its last file: a test left something open.'
    )
    worker.child.send({ kind: 'end' })
    return
  }
  const { limitMillis } = worker.options
  worker.open = emptyReport(file)
  worker.startedAt = performance.now()
  killAfter(worker, limitMillis, `The file took longer than ${limitMillis / 1000} s and was ended.`)
  worker.child.send({ kind: 'file', path: join(process.cwd(), file) })
}

function killAfter(worker: Worker, millis: number, reason: string): void {
  clearTimeout(worker.limit)
  worker.limit = setTimeout(() => {
    worker.killedFor = reason
    worker.child.kill('SIGKILL')
  }, millis)
}

function closeReport(worker: Worker): void {
  if (!worker.open) return
  worker.open.millis = performance.now() - worker.startedAt
  failIfEmpty(worker.open)
  worker.options.onReport(worker.open)
  worker.open = undefined
}

/** The process is gone: by itself after its last file, or in the middle of one. */
function leave(worker: Worker, how: string): void {
  clearTimeout(worker.limit)
  if (worker.open)
    failWith(worker.open, worker.killedFor ?? `The process ended in the middle of the file (${how}).`)
  else if (worker.killedFor) failWith(worker.aftermath, worker.killedFor)
  closeReport(worker)
  if (worker.aftermath.failures.length > 0) worker.options.onReport(worker.aftermath)
}
