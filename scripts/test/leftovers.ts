import { readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { lockFolder } from '../../db/embedded/lock.ts'

/** Temporary data folders of test runs begin with this. */
export const testFolderPrefix = 'lyttepost-test-'

/** A folder younger than this may belong to a run that has not locked it yet. */
const youngMillis = 10 * 60_000

/** Removes the folders (40 MB each) of runs that were killed before they could tidy up. */
export function removeLeftovers(): void {
  for (const name of readdirSync(tmpdir())) {
    if (name.startsWith(testFolderPrefix)) removeIfDead(join(tmpdir(), name))
  }
}

function removeIfDead(folder: string): void {
  try {
    if (Date.now() - statSync(folder).mtimeMs < youngMillis) return
    lockFolder(folder)
    rmSync(folder, { recursive: true, force: true })
  } catch {
    // Held by a living run, or not ours to remove.
  }
}
