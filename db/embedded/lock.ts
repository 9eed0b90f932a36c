import { execFileSync } from 'node:child_process'
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseFolderInUse } from './errors.ts'

/** Process id and start time: an id alone may have gone to another process since. */
interface Holder {
  readonly pid: number
  readonly startedAt: string
}

/**
 * Takes the folder for this process. A lock left by a process that is gone (kill -9, power cut) does not count.
 * PostgreSQL's own `postmaster.pid` guards the data as well; this one also covers the time before the server runs.
 *
 * @returns the function that lets go
 * @throws DatabaseFolderInUse when a living process holds it
 */
export function lockFolder(folder: string): () => void {
  const path = join(folder, 'postgres.lock')
  const ours = `${path}.${process.pid}`
  writeFileSync(ours, JSON.stringify({ pid: process.pid, startedAt: startOf(process.pid) }))
  try {
    // Each turn removes one dead lock; several only when processes start and die at the same moment.
    for (let turn = 0; turn < 10; turn += 1) {
      if (linked(ours, path)) return () => rmSync(path, { force: true })
      removeIfDead(path, folder)
    }
    throw new DatabaseFolderInUse(folder, 'another process')
  } finally {
    rmSync(ours, { force: true })
  }
}

/** A hard link appears complete or not at all, and only one process can make it. */
function linked(ours: string, path: string): boolean {
  try {
    linkSync(ours, path)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

function removeIfDead(path: string, folder: string): void {
  const text = readIfThere(path)
  if (text === undefined) return
  const holder = parseHolder(text)
  if (holder && startOf(holder.pid) === holder.startedAt) {
    throw new DatabaseFolderInUse(folder, `process ${holder.pid}`)
  }
  const aside = `${path}.dead.${process.pid}`
  try {
    renameSync(path, aside)
  } catch {
    // Someone else removed it first; the next turn looks again.
    return
  }
  // Between reading and moving, a quicker process may have put its own lock there: give that one back.
  if (readIfThere(aside) !== text) linked(aside, path)
  rmSync(aside, { force: true })
}

function parseHolder(text: string): Holder | undefined {
  try {
    return JSON.parse(text) as Holder
  } catch {
    return undefined
  }
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

/** When a process started, in whatever form the system tells; undefined when there is no such process. */
function startOf(pid: number): string | undefined {
  const stat = readIfThere(`/proc/${pid}/stat`)
  // The name in brackets may hold blanks; start time is the 22nd field, the 20th after the name.
  if (stat) return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
  if (process.platform === 'linux') return undefined
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined
  } catch {
    return undefined
  }
}
