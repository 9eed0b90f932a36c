import { existsSync, lstatSync, readFileSync, symlinkSync } from 'node:fs'
import { basename, join } from 'node:path'

interface LinkEntry {
  readonly source: string
  readonly target: string
}

/**
 * Makes the library links that npm cannot pack and the package's install script makes, for where install scripts are
 * blocked. Without them the server does not start ("libicui18n.so.60: cannot open shared object file").
 *
 * @param native the package's `native` folder or a copy of it; left alone when it cannot be written
 */
export function restoreLinks(native: string): void {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as LinkEntry[]) {
    const link = join(native, 'lib', basename(target))
    if (lstatSync(link, { throwIfNoEntry: false })) continue
    try {
      symlinkSync(basename(source), link)
    } catch {
      // A read-only node_modules: the copy that is made next gets its links.
      return
    }
  }
}
