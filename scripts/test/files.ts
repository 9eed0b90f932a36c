import { readdirSync } from 'node:fs'
import { join, relative } from 'node:path'

/**
 * The test files of this run, in order of name.
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
    .sort()
}
