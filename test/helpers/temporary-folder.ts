import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Test } from 'tap'

/** An empty folder of the test's own, gone when it ends: it may lie in memory. */
export function temporaryFolder(t: Test): string {
  const folder = mkdtempSync(join(tmpdir(), 'lyttepost-files-'))
  t.teardown(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
