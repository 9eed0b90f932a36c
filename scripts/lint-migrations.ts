import { join } from 'node:path'
import { migrationsFolder } from '../db/migration-files.ts'
import { orExplain, Refused } from './explain.ts'
import { lastRelease, migrationsSince } from './release/last-release.ts'
import { lintLocks, squawkProgram } from './release/lint-locks.ts'

/**
 * npm run lint:migrations [-- FILE …]: squawk on every migration after the last release, or on these files. What is
 * released cannot be changed any more and was looked at when it was new.
 */
await orExplain(async () => {
  const named = process.argv.slice(2)
  const since = migrationsSince(lastRelease()).map((tag) => join(migrationsFolder(), `${tag}.sql`))
  const files = named.length > 0 ? named : since
  const program = squawkProgram()
  if (!program) {
    const told = `squawk has no program for ${process.platform} ${process.arch} in node_modules`
    if (process.env.CI) throw new Refused(`${told}, so no migration was looked at.`)
    console.log(`${told}: .ci/run looks at the migrations.`)
    return
  }
  const { isFine, said } = lintLocks(program, files)
  if (!isFine) throw new Refused(`${said}\nCONTRIBUTING.md, "Migrations", says how to write it instead.`)
  console.log(`${files.length} migrations after ${lastRelease().migration} lock nothing for long.`)
})
