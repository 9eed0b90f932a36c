import { once } from 'node:events'
import {
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdtempSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync
} from 'node:fs'
import { join } from 'node:path'
import { EmbeddedUnavailable } from './errors.ts'
import type { Home } from './home.ts'
import type { ServerLog } from './server-log.ts'
import { locale, supervise } from './supervise.ts'

/** The database user of embedded servers. It needs no password: only the socket's folder leads to it. */
export const superuser = 'lyttepost'
export const databaseName = 'lyttepost'

const halfMadePrefix = 'postgres-new-'

/**
 * Makes the cluster when there is none. It is made under another name and renamed when complete, so that kill -9 at
 * any moment leaves either no cluster or a whole one. The caller holds the lock.
 *
 * @param durable false skips writing through to the disk: for tests only
 */
export async function ensureCluster(
  home: Home,
  binaries: string,
  log: ServerLog,
  durable: boolean
): Promise<void> {
  removeHalfMade(home.folder)
  if (existsSync(home.cluster)) return
  const halfMade = mkdtempSync(join(home.folder, halfMadePrefix))
  if (home.account) chownSync(halfMade, home.account.uid, home.account.gid)
  const init = supervise({
    run: initCommand(binaries, halfMade, durable),
    account: home.account,
    stopSignal: 'TERM',
    logFile: log.file
  })
  init.child.ref()
  if (init.exitCode() === null) await once(init.child, 'exit')
  if (init.exitCode() !== 0) throw new EmbeddedUnavailable(`initdb failed (${log.lastComplaint()})`)
  renameSync(halfMade, home.cluster)
  if (durable) flushFolder(home.folder)
}

function initCommand(binaries: string, folder: string, durable: boolean): string[] {
  const settings = ['-U', superuser, '-E', 'UTF8', `--locale=${locale}`, '-A', 'trust']
  return [join(binaries, 'bin', 'initdb'), '-D', folder, ...settings, ...(durable ? [] : ['--no-sync'])]
}

/** An initdb whose parent was killed may still be dying in there, so a folder that resists is left for next time. */
function removeHalfMade(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (!name.startsWith(halfMadePrefix)) continue
    try {
      rmSync(join(folder, name), { recursive: true, force: true, maxRetries: 3, retryDelay: 50 })
    } catch {
      // Its name is never used again.
    }
  }
}

/** The new name must survive a power cut as well as the files under it. */
function flushFolder(folder: string): void {
  const handle = openSync(folder, 'r')
  fsyncSync(handle)
  closeSync(handle)
}
