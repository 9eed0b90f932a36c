import { type ChildProcess, type StdioOptions, spawn, spawnSync } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import { Refused } from '../explain.ts'

type Environment = Record<string, string>

const COMMAND = ['--import', 'tsx', 'src/cli.ts']

/** A command as a shell would call it; its standard output. */
export function lyttepost(env: Environment, ...words: string[]): string {
  const { status, stdout, stderr } = spawnSync('node', [...COMMAND, ...words], {
    env: { ...process.env, TZ: 'UTC', ENV_FILE: '', ...env },
    encoding: 'utf8'
  })
  if (status !== 0)
    throw new Refused(`lyttepost ${words.join(' ')} ended with ${status}:\n${stdout}${stderr}`)
  return stdout.trim()
}

export interface Served {
  address: string
  child: ChildProcess
  isAlive(): boolean
  /** What it said so far. */
  said(): string
  /** As a power cut would: no goodbye. */
  kill(): Promise<void>
  /** As an operator does. @returns its exit code */
  stop(): Promise<number | null>
}

/** A server of its own process, once it answers that it is ready; `more` is for Node itself. */
export async function serve(env: Environment, more: string[] = []): Promise<Served> {
  const stdio: StdioOptions = ['ignore', 'pipe', 'pipe', ...(more.length > 0 ? (['ipc'] as const) : [])]
  const child = spawn('node', [...COMMAND.slice(0, 2), ...more, ...COMMAND.slice(2), 'serve'], {
    stdio,
    env: { ...process.env, TZ: 'UTC', ENV_FILE: '', DRAIN_SECONDS: '0', ...env }
  })
  const gone = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const isAlive = () => child.exitCode === null && child.signalCode === null
  const end = (signal: NodeJS.Signals) => {
    if (isAlive()) child.kill(signal)
    return gone
  }
  const said = hear(child)
  const served = {
    ...{ child, isAlive, said },
    kill: async () => void (await end('SIGKILL')),
    stop: () => end('SIGTERM')
  }
  try {
    const address = await addressOf(child, said)
    await untilReady(address)
    return { ...served, address }
  } catch (error) {
    await served.kill()
    throw error
  }
}

async function untilReady(address: string): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    const reply = await fetch(`${address}/readyz`).catch(() => null)
    if (reply?.ok) return
    await pause(100)
  }
  throw new Refused('The server did not become ready.')
}

/** So much of what a server says is kept: a long run says a lot. */
const MOST_SAID = 100_000

function hear(child: ChildProcess): () => string {
  let said = ''
  for (const stream of [child.stdout!, child.stderr!]) {
    stream.on('data', (chunk: Buffer) => {
      said = `${said}${chunk}`.slice(-MOST_SAID)
    })
  }
  return () => said
}

function addressOf(child: ChildProcess, said: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    const look = () => {
      const [, address] = /listens on (http:\S+)/.exec(said()) ?? []
      if (address) resolve(address)
    }
    child.stdout!.on('data', look)
    child.stderr!.on('data', look)
    child.once('exit', (code) => reject(new Refused(`The server ended with ${code}:\n${said()}`)))
  })
}

/** Says what was seen, or ends the drill. */
export function see(what: string, isSo: boolean, say: Say = console.log): void {
  if (!isSo) throw new Refused(`Not as it should be: ${what}`)
  say(`  seen: ${what}`)
}

export type Say = (line: string) => void
