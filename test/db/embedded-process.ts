import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import type { Test } from 'tap'
import { type Connection, clientConfig } from '../../db/client.ts'
import { type Embedded, startEmbedded } from '../../db/embedded/start.ts'

/** What the worker says about its start. */
export type Outcome =
  | { kind: 'started'; connection: Connection; lines: string[] }
  | { kind: 'refused'; name: string; message: string }

export interface EmbeddedProcess {
  readonly child: ChildProcess
  readonly outcome: Promise<Outcome>
  stop(): Promise<void>
  /** kill -9: no handler of ours runs. */
  kill(): Promise<void>
}

export interface ProcessOptions {
  readonly uid?: number
  readonly gid?: number
  /** Another copy of the project. */
  readonly worker?: string
}

/** Starts a process that holds an embedded server; it is killed when the test ends. */
export function embeddedProcess(t: Test, dataDir: string, options: ProcessOptions = {}): EmbeddedProcess {
  const { worker = join(import.meta.dirname, 'embedded-worker.ts'), ...account } = options
  const child = fork(worker, [dataDir], { ...account, execArgv: ['--import', 'tsx'] })
  const kill = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const gone = once(child, 'exit')
    child.kill('SIGKILL')
    await gone
  }
  const stop = async () => {
    const gone = once(child, 'exit')
    child.send('stop')
    await gone
  }
  t.teardown(kill)
  return { child, outcome: outcomeOf(child), stop, kill }
}

async function outcomeOf(child: ChildProcess): Promise<Outcome> {
  for (;;) {
    const [message] = (await Promise.race([once(child, 'message'), diedSilently(child)])) as [Outcome]
    if (message.kind === 'started' || message.kind === 'refused') return message
  }
}

async function diedSilently(child: ChildProcess): Promise<[Outcome]> {
  const [code, signal] = await once(child, 'close')
  return [{ kind: 'refused', name: 'Died', message: `ended with ${signal ?? code} before it said anything` }]
}

/** The embedded server in this process, stopped when the test ends; with what it logged. */
export async function embeddedHere(t: Test, dataDir: string): Promise<Embedded & { lines: string[] }> {
  const lines: string[] = []
  const embedded = await startEmbedded({ dataDir, log: (line) => lines.push(line), durable: false })
  let stopped: Promise<void> | undefined
  const stop = () => {
    stopped ??= embedded.stop()
    return stopped
  }
  t.teardown(stop)
  return { ...embedded, stop, lines }
}

/** An empty folder that everyone may enter. */
export function openFolder(t: Test): string {
  const folder = mkdtempSync(join(tmpdir(), 'lyttepost-embedded-'))
  chmodSync(folder, 0o711)
  t.teardown(() => rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }))
  return folder
}

/** One value from the server. */
export async function ask(connection: Connection, query: string): Promise<unknown> {
  const client = new pg.Client({ ...clientConfig(connection) })
  await client.connect()
  const { rows } = await client.query({ text: query, rowMode: 'array' })
  await client.end()
  return rows[0]?.[0]
}

/** The process id of the server on a cluster, from PostgreSQL's own file; undefined when none runs. */
export function serverOn(cluster: string): number | undefined {
  const file = join(cluster, 'postmaster.pid')
  if (!existsSync(file)) return undefined
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0])
  return isAlive(pid) ? pid : undefined
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** True as soon as the condition holds, false after ten seconds. */
export async function eventually(condition: () => boolean): Promise<boolean> {
  for (let tries = 0; tries < 500; tries += 1) {
    if (condition()) return true
    await pause(20)
  }
  return false
}
