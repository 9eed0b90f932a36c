import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onDatabase } from '../db/client.ts'
import { startEmbedded } from '../db/embedded/start.ts'
import { migrate } from '../db/migrate.ts'
import { orExplain, Refused } from './explain.ts'
import { lastRelease, migrationsSince } from './release/last-release.ts'
import { refOfRelease, testsOf, unpackRelease } from './release/release-code.ts'

/** The main job over HTTP, and what else a server does all day. Those that the release does not have are left out. */
const SMOKE = [
  'main-job',
  'imports/import',
  'sign-in/tokens',
  'sign-in/sessions',
  'rotations/publications',
  'swaps/swaps',
  'hours/confirm-hours',
  'hours/closings',
  'absences/absences',
  'learnings/submit-learning',
  'themes/deciding-themes',
  'seasons/cases',
  'notices/inbox',
  'feeds/feeds',
  'audit/chain',
  'reports/participation'
].map((name) => `test/http/${name}.test.ts`)

/**
 * npm run smoke:release [-- REF [PART-OF-A-NAME …]]: the smoke tests of the last release (or of any tag or commit), with its own code, on a
 * server whose databases have today's schema: what a rolling deployment is for some minutes.
 */
await orExplain(async () => {
  const release = lastRelease()
  const [ref = refOfRelease(release.commit), ...parts] = process.argv.slice(2)
  const folder = mkdtempSync(join(tmpdir(), 'lyttepost-release-'))
  // As root the server runs as another user, who must be able to pass.
  chmodSync(folder, 0o711)
  try {
    const code = join(folder, 'code')
    unpackRelease(ref, code)
    const wanted = SMOKE.filter((name) => parts.length === 0 || parts.some((part) => name.includes(part)))
    const tests = testsOf(code, wanted)
    if (tests.length === 0) throw new Refused(`${ref} has none of ${wanted.join(', ')}.`)
    const since = ref === release.commit ? `, ${migrationsSince(release).length} migrations ago` : ''
    console.log(`${tests.length} test files of ${ref}${since}, on the schema of today`)
    await onTodaysSchema(join(folder, 'data'), (url) => run(code, tests, url))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

/** Every database that is made on this server begins as a copy of one that today's code has migrated. */
async function onTodaysSchema(dataDir: string, work: (url: string) => void): Promise<void> {
  const server = await startEmbedded({ dataDir, log: () => {}, durable: false })
  try {
    await migrate(onDatabase(server.connection, 'template1'))
    const { user, database, socketDir } = server.connection
    work(`postgres://${user}@${encodeURIComponent(socketDir)}/${database}`)
  } finally {
    await server.stop()
  }
}

function run(cwd: string, tests: readonly string[], url: string): void {
  const { status } = spawnSync('npm', ['test', '--silent', '--', ...tests], {
    cwd,
    stdio: 'inherit',
    env: { ...process.env, TZ: 'UTC', DATABASE_URL: url }
  })
  if (status !== 0)
    throw new Refused(
      'Code of the release does not live with today’s schema: expand first, contract after a release.'
    )
  console.log('The release lives with today’s schema.')
}
