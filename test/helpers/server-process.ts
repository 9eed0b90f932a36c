import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Test } from 'tap'
import { compiled } from './compiled.ts'

const pathOf = (file: string) => fileURLToPath(new URL(`../../src/${file}`, import.meta.url))
const CLI = compiled(
  ...([pathOf('cli.ts'), pathOf('rotations/planning-worker.ts')] as const),
  pathOf('absences/feed/calendar-worker.ts')
)

export interface ServerProcess {
  address: string
  /** All that it wrote so far, on both ways out. */
  output: () => string
  /** As an orchestrator stops it. @returns its exit code */
  stop: () => Promise<number | null>
}

/** `lyttepost serve` in a process of its own, with these settings and no others, once it listens. */
export async function serverProcess(t: Test, settings: Record<string, string>): Promise<ServerProcess> {
  const child = spawn(process.execPath, [CLI, 'serve'], {
    env: {
      ...{ PATH: process.env.PATH, TZ: 'UTC', ENV_FILE: '', HOST: '127.0.0.1', PORT: '0' },
      ...{ DRAIN_SECONDS: '0', ...settings }
    },
    stdio: ['ignore', 'pipe', 'pipe']
  })
  const exited = once(child, 'exit') as Promise<[number | null]>
  const isOver = () => child.exitCode !== null || child.signalCode !== null
  t.teardown(async () => {
    if (isOver()) return
    child.kill('SIGKILL')
    await exited
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString()
    })
  }
  const address = await addressIn(child, () => output)
  const stop = async () => {
    if (!isOver()) child.kill('SIGTERM')
    const [code] = await exited
    return code
  }
  return { address, output: () => output, stop }
}

async function addressIn(child: ChildProcess, output: () => string): Promise<string> {
  for (;;) {
    const address = /listens on (http:\S+)/.exec(output())?.[1]
    if (address) return address
    const ends = Promise.race([once(child.stderr!, 'data'), once(child, 'exit').then(() => null)])
    if ((await ends) === null) throw new Error(`The server ended: ${output()}`)
  }
}
