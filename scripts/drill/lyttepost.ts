import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import { Refused } from '../explain.ts'

type Environment = Record<string, string>

const COMMAND = ['--import', 'tsx', 'src/cli.ts']

/** A command as a shell would call it; its standard output. */
export function lyttepost(env: Environment, ...words: string[]): string {
  const { status, stdout, stderr } = spawnSync('node', [...COMMAND, ...words], {
    env: { ...process.env, TZ: 'UTC', ...env },
    encoding: 'utf8'
  })
  if (status !== 0)
    throw new Refused(`lyttepost ${words.join(' ')} ended with ${status}:\n${stdout}${stderr}`)
  return stdout.trim()
}

export interface Served {
  address: string
  /** As a power cut would: no goodbye. */
  kill(): Promise<void>
}

/** A server of its own process, once it answers that it is ready. */
export async function serve(env: Environment): Promise<Served> {
  const child = spawn('node', [...COMMAND, 'serve'], { env: { ...process.env, TZ: 'UTC', ...env } })
  const address = await addressOf(child)
  for (let attempt = 0; attempt < 300; attempt += 1) {
    const reply = await fetch(`${address}/readyz`).catch(() => null)
    if (reply?.ok) {
      return {
        address,
        kill: async () => {
          const gone = new Promise((resolve) => child.once('exit', resolve))
          child.kill('SIGKILL')
          await gone
        }
      }
    }
    await pause(100)
  }
  throw new Refused('The server did not become ready.')
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    const hear = (chunk: Buffer) => {
      said += chunk
      const [, address] = /listens on (http:\S+)/.exec(said) ?? []
      if (address) resolve(address)
    }
    child.stdout!.on('data', hear)
    child.stderr!.on('data', hear)
    child.once('exit', (code) => reject(new Refused(`The server ended with ${code}:\n${said}`)))
  })
}

/** Says what was seen, or ends the drill. */
export function see(what: string, isSo: boolean): void {
  if (!isSo) throw new Refused(`Not as it should be: ${what}`)
  console.log(`  seen: ${what}`)
}
