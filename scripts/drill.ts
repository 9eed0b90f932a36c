import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { drillEmbedded } from './drill/embedded.ts'
import { drillPointInTime } from './drill/point-in-time.ts'
import { orExplain } from './explain.ts'

/**
 * npm run drill: loses a database and gets it back, with real processes, and says what was seen. The embedded one from a backup
 * taken while the server ran; a PostgreSQL of the operator's (its programs on the PATH or in PG_BIN) at the moment before an accident.
 */
await orExplain(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lyttepost-drill-'))
  // As root the servers run as another user, who must be able to pass.
  chmodSync(folder, 0o711)
  try {
    await drillEmbedded(join(folder, 'embedded'))
    await drillPointInTime(join(folder, 'server'))
    console.log('The drill is passed.')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
