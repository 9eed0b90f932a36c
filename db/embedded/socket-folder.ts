import { chownSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Account, canEnter } from './account.ts'
import { EmbeddedUnavailable } from './errors.ts'

/** A socket's path may have 107 bytes on Linux and 103 on macOS, `/.s.PGSQL.5432` included. */
const longestFolder = 85

/**
 * A new folder (mode 0700) for the socket, with a short path whatever DATA_DIR is called.
 *
 * @throws EmbeddedUnavailable when no temporary folder is short and open to the server's user
 */
export function makeSocketFolder(account: Account | undefined): string {
  for (const parent of new Set([tmpdir(), '/tmp'])) {
    const folder = tryFolder(parent, account)
    if (folder) return folder
  }
  throw new EmbeddedUnavailable(`neither ${tmpdir()} nor /tmp can hold the server's socket`)
}

function tryFolder(parent: string, account: Account | undefined): string | undefined {
  if (parent.length + '/lyttepost-XXXXXX'.length > longestFolder || !canEnter(parent, account))
    return undefined
  try {
    const folder = mkdtempSync(join(parent, 'lyttepost-'))
    if (account) chownSync(folder, account.uid, account.gid)
    return folder
  } catch {
    return undefined
  }
}

/** The supervisor removes it as well; here for a server that never came up. */
export function removeSocketFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true })
}
