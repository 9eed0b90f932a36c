import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync
} from 'node:fs'
import { join } from 'node:path'
import { restoreLinks } from './links.ts'

/**
 * A copy of the binaries that everyone can run and only its owner can change. Made beside its final place and
 * renamed when complete, so a copy that was interrupted is never used.
 *
 * @param native the folder with `bin`, `lib` and `share`
 * @returns the folder of the copy
 */
export function copyNative(native: string, to: string): string {
  if (existsSync(to)) return to
  const halfMade = `${to}.${process.pid}`
  copyFolder(native, halfMade)
  restoreLinks(halfMade)
  try {
    renameSync(halfMade, to)
  } catch (error) {
    rmSync(halfMade, { recursive: true, force: true })
    // Another process was first: its copy is as good as ours.
    if (!existsSync(to)) throw error
  }
  return to
}

/** Plain files and folders only; the rights are set anew because npm under a strict umask leaves them closed. */
function copyFolder(from: string, to: string): void {
  mkdirSync(to, { recursive: true })
  chmodSync(to, 0o755)
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const source = join(from, entry.name)
    const target = join(to, entry.name)
    if (entry.isDirectory()) copyFolder(source, target)
    else if (entry.isFile()) copyOne(source, target)
  }
}

function copyOne(source: string, target: string): void {
  copyFileSync(source, target)
  chmodSync(target, statSync(source).mode & 0o100 ? 0o755 : 0o644)
}
