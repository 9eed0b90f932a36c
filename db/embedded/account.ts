import { spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { EmbeddedUnavailable } from './errors.ts'

/** Who the server runs as when that is not who we are: PostgreSQL refuses to start as root. */
export interface Account {
  readonly uid: number
  readonly gid: number
}

/**
 * The user `nobody` of nearly every Linux. PostgreSQL needs a user with a name, so a made-up number will not do, and
 * adding a user to someone's machine is not ours to do.
 */
const nobody: Account = { uid: 65534, gid: 65534 }

/**
 * Who the server must run as: undefined for ourselves. As root it is the owner of a cluster that is already there
 * (it may have been started once without root), else `nobody`.
 *
 * @throws EmbeddedUnavailable when we may not become that user, or are not root and the cluster is someone else's
 */
export function accountFor(cluster: string): Account | undefined {
  const me = process.getuid?.()
  const owner = statSync(cluster, { throwIfNoEntry: false })
  if (me !== 0) {
    if (owner && owner.uid !== me) {
      throw new EmbeddedUnavailable(
        `${cluster} belongs to user ${owner.uid} (was it started as root?) and this process runs as ${me}`
      )
    }
    return undefined
  }
  const account = owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : nobody
  refuseImpossible(account)
  return account
}

/** Whether the account may go into this folder, which depends on every folder above it as well. */
export function canEnter(folder: string, account: Account | undefined): boolean {
  return spawnSync('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], { ...account, cwd: '/' }).status === 0
}

/** In a user namespace with a single id (EINVAL), or without the right to change user (EPERM), root is root only. */
function refuseImpossible(account: Account): void {
  const { error } = spawnSync('/bin/sh', ['-c', ':'], { ...account, cwd: '/' })
  if (!error) return
  const code = (error as NodeJS.ErrnoException).code ?? error.message
  throw new EmbeddedUnavailable(
    `this process is root, PostgreSQL refuses to run as root, and changing to user ${account.uid} fails (${code})`,
    { cause: error }
  )
}
