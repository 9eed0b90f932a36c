import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { orExplain, Refused } from './explain.ts'
import { runAway } from './faults/run-away.ts'

/** npm run faults -- NAME: breaks what operators fear, with real processes, prints what was measured, and fails where a figure is missed. */
const FAULTS: Record<string, (folder: string, options: Record<string, string | undefined>) => Promise<void>> =
  {
    away: runAway
  }

await orExplain(async () => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { seconds: { type: 'string' } }
  })
  const [name = ''] = positionals
  const fault = FAULTS[name]
  if (!fault) throw new Refused(`Name one of: ${Object.keys(FAULTS).join(', ')}`)
  const folder = mkdtempSync(join(tmpdir(), 'lyttepost-faults-'))
  // As root the servers run as another user, who must be able to pass.
  chmodSync(folder, 0o711)
  try {
    await fault(folder, values)
    console.log('Passed.')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
