import { lstatSync, mkdirSync } from 'node:fs'
import { type Account, canEnter } from './account.ts'
import { EmbeddedUnavailable } from './errors.ts'

/**
 * Where root keeps what the server's user must reach. Both survive a restart of the machine; the second is for
 * containers whose /var/lib cannot be written.
 */
const systemFolders = ['/var/lib/lyttepost', '/var/tmp/lyttepost']

/**
 * A folder of root's that everyone may enter and only root may change, made when missing.
 *
 * @throws EmbeddedUnavailable when no candidate is both
 */
export function systemFolder(account: Account | undefined, candidates = systemFolders): string {
  const found = candidates.find((folder) => isOurs(folder) && canEnter(folder, account))
  if (found) return found
  throw new EmbeddedUnavailable(
    `none of ${candidates.join(', ')} is a folder of this user that others can only read`
  )
}

/** A folder that someone else made first, or may write to, would let them swap the binaries we run. */
function isOurs(folder: string): boolean {
  try {
    mkdirSync(folder, { mode: 0o755 })
  } catch {
    // Already there, or not allowed: the look below tells.
  }
  const found = lstatSync(folder, { throwIfNoEntry: false })
  return found?.isDirectory() === true && found.uid === process.getuid?.() && (found.mode & 0o022) === 0
}
