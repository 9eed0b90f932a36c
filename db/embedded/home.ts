import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readlinkSync,
  realpathSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import { join } from 'node:path'
import { type Account, accountFor, canEnter } from './account.ts'
import { EmbeddedUnavailable, reasonOf } from './errors.ts'
import { systemFolder } from './safe-folder.ts'

export type Log = (line: string) => void

/** Where one embedded database lives and who its server runs as. */
export interface Home {
  /** DATA_DIR with every link resolved: holds the lock and the log. */
  readonly dataDir: string
  /** The folder around the cluster: DATA_DIR itself, or a folder of the system that a link in DATA_DIR names. */
  readonly folder: string
  /** PostgreSQL's own data folder, closed to everyone but its user. */
  readonly cluster: string
  readonly account: Account | undefined
}

const clusterName = 'postgres'
/** The link in DATA_DIR to where the database really is. */
const linkName = 'postgres-elsewhere'

/** Finds or makes DATA_DIR. */
export function openDataDir(dataDir: string): string {
  try {
    mkdirSync(dataDir, { recursive: true })
    return realpathSync(dataDir)
  } catch (error) {
    throw new EmbeddedUnavailable(`the data folder ${dataDir} cannot be made (${reasonOf(error)})`, {
      cause: error
    })
  }
}

/**
 * Decides where the cluster is. As root below a folder only root can enter (a project under /root), the server's
 * user could not reach DATA_DIR, so the cluster lives in a system folder and DATA_DIR holds a link to it.
 *
 * A link that leads nowhere is an error and not a fresh start: someone's data was there.
 *
 * @param dataDir as `openDataDir` returned it; the caller holds its lock
 */
export function findHome(dataDir: string, log: Log): Home {
  const elsewhere = followLink(join(dataDir, linkName))
  if (elsewhere) return homeAt(dataDir, elsewhere)
  const here = homeAt(dataDir, dataDir)
  if (canEnter(dataDir, here.account)) return here
  const folder = mkdtempSync(join(systemFolder(here.account), 'data-'))
  // Open for passing through only: the server's user must reach the cluster, which is closed to all others.
  chmodSync(folder, 0o711)
  writeFileSync(join(folder, 'belongs-to'), `${dataDir}\n`)
  symlinkSync(folder, join(dataDir, linkName))
  log(
    `The database of ${dataDir} lives in ${folder}: its server cannot run as root, nor enter a folder of root's.`
  )
  return homeAt(dataDir, folder)
}

/** PostgreSQL's own folder below DATA_DIR, wherever it really is. */
export function clusterFolder(dataDir: string): string {
  return join(followLink(join(dataDir, linkName)) ?? dataDir, clusterName)
}

function homeAt(dataDir: string, folder: string): Home {
  const cluster = join(folder, clusterName)
  return { dataDir, folder, cluster, account: accountFor(cluster) }
}

function followLink(link: string): string | undefined {
  const found = lstatSync(link, { throwIfNoEntry: false })
  if (!found?.isSymbolicLink()) return undefined
  const target = readlinkSync(link)
  if (lstatSync(target, { throwIfNoEntry: false })?.isDirectory()) return target
  throw new EmbeddedUnavailable(
    `${link} says that the database is in ${target}, which is gone: put it back, or delete the link to begin anew`
  )
}
