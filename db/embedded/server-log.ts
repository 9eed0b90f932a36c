import { closeSync, openSync, readFileSync, statSync, truncateSync } from 'node:fs'
import { join } from 'node:path'

/** The server's own log file, `postgres.log` in DATA_DIR. */
export interface ServerLog {
  readonly file: number
  readonly path: string
  /** The last FATAL or error line since it was opened, without its time. */
  lastComplaint(): string
  /** Whether a line since it was opened, or since the last call of `forget`, holds this text. */
  says(text: string): boolean
  forget(): void
  close(): void
}

/** Ten megabytes: months of an ordinary server, and no reason to rotate. */
const largest = 10_000_000

/** Opens the log for its owner alone: a failed statement may name people. */
export function openServerLog(dataDir: string): ServerLog {
  const path = join(dataDir, 'postgres.log')
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > largest) truncateSync(path)
  const file = openSync(path, 'a', 0o600)
  let from = statSync(path).size
  const sinceOpened = () => readFileSync(path).subarray(from).toString('utf8')
  return {
    file,
    path,
    lastComplaint: () => lastComplaint(sinceOpened()) ?? `see ${path}`,
    says: (text) => sinceOpened().includes(text),
    forget: () => {
      from = statSync(path).size
    },
    close: () => closeSync(file)
  }
}

function lastComplaint(text: string): string | undefined {
  const lines = text.split('\n').map((line) => line.trim())
  const complaint =
    lines.findLast((line) => /FATAL:|PANIC:|error:|cannot|not found/.test(line)) ?? lines.findLast(Boolean)
  return complaint?.replace(/^.*?(FATAL|PANIC|error):\s*/, '')
}
