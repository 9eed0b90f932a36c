import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Account } from './account.ts'

export interface Supervised {
  readonly child: ChildProcess
  /** The exit code once it has ended; null while it runs. */
  exitCode(): number | null
  /** Asks it to stop and waits; after `graceMillis` it is told to drop everything. */
  stop(graceMillis: number): Promise<void>
}

/** Byte order for sorting, full Unicode for letters. macOS has no C.UTF-8; sort names with an ICU collation anyway. */
export const locale = process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8'

/**
 * Runs "$@" and stops it when our end of the pipe on stdin closes. The system closes it however we end, kill -9
 * included, so no server outlives us. When the command is gone the folder $2 is removed, if named.
 */
const script = `
exec 3<&0
signal=$1; leftover=$2; shift 2
"$@" </dev/null 3<&- &
child=$!
( while read -r _ <&3; do :; done; kill -s "$signal" "$child" ) 2>/dev/null &
watch=$!
exec 3<&-
wait "$child"; code=$?
kill "$watch" 2>/dev/null
[ -z "$leftover" ] || rm -rf -- "$leftover"
exit "$code"
`

export interface Command {
  readonly run: readonly string[]
  readonly account: Account | undefined
  /** The polite way to stop this program. */
  readonly stopSignal: 'INT' | 'TERM'
  /** An open file for what the program says. Not our own stdout: `npm test | tail` would wait for the server. */
  readonly logFile: number
  /** A folder to remove when the program has ended, even if we are no longer there. */
  readonly leftover?: string
}

/** Starts a program whose life is tied to ours. */
export function supervise({ run, account, stopSignal, logFile, leftover = '' }: Command): Supervised {
  const child = spawn('/bin/sh', ['-c', script, 'sh', stopSignal, leftover, ...run], {
    ...account,
    cwd: '/',
    // Its own process group: Ctrl-C in a terminal is for us, and we stop the server after our last query.
    detached: true,
    env: { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: locale, TZ: 'UTC' },
    stdio: ['pipe', logFile, logFile]
  })
  child.on('error', () => {})
  child.stdin?.on('error', () => {})
  letUsEnd(child)
  return { child, exitCode: () => codeOf(child), stop: (graceMillis) => stop(child, graceMillis) }
}

/** A server alone is no reason for our process to live on. */
function letUsEnd(child: ChildProcess): void {
  child.unref()
  const pipe = child.stdin as { unref?: () => void } | null
  pipe?.unref?.()
}

function codeOf(child: ChildProcess): number | null {
  if (child.pid === undefined) return 127
  return child.exitCode ?? (child.signalCode ? 128 : null)
}

async function stop(child: ChildProcess, graceMillis: number): Promise<void> {
  if (codeOf(child) !== null) return
  child.ref()
  const ended = once(child, 'exit')
  child.stdin?.end()
  const impatience = setTimeout(() => signalGroup(child, 'SIGQUIT'), graceMillis)
  await ended
  clearTimeout(impatience)
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  try {
    process.kill(-(child.pid ?? 0), signal)
  } catch {
    // It ended in the meantime.
  }
}
