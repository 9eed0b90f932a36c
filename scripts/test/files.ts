import { readdirSync } from 'node:fs'
import { join, relative } from 'node:path'

/** Files that take a minute: begun last, they would leave the other process with nothing to do. */
const LONG = ['scripts/faults', 'db/publish-crash', 'http/fuzz', 'swaps/races', 'web/month', 'web/settings']

/**
 * The test files of this run: the long ones, then in order of name.
 *
 * @param filters parts of paths; a file with any of them runs. None: all files
 * @param web true for the browser tests below test/web, false for all others
 */
export function pickFiles(root: string, filters: readonly string[], web: boolean): string[] {
  return readdirSync(join(root, 'test'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.test\.tsx?$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((file) => file.startsWith(join('test', 'web', '/')) === web)
    .filter((file) => filters.length === 0 || filters.some((filter) => file.includes(filter)))
    .sort((a, b) => turnOf(a) - turnOf(b) || (a < b ? -1 : 1))
}

function turnOf(file: string): number {
  return LONG.some((part) => file.includes(part)) ? 0 : 1
}
