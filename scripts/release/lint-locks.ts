import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { runsOutsideTransaction } from '../../db/migration-files.ts'

export interface Linted {
  readonly isFine: boolean
  /** What squawk found, for reading. */
  readonly said: string
}

/**
 * The program for this platform, or undefined where npm has put none. We ask for the package with the program in it: that of
 * the name `squawk-cli` wants five of them in the lock file, and `npm ci` refuses to go on where a registry has not got all.
 */
export function squawkProgram(): string | undefined {
  const name = `node_modules/@squawk-cli/${process.platform}-${process.arch}/bin/squawk`
  const program = fileURLToPath(new URL(`../../${name}`, import.meta.url))
  return existsSync(program) ? program : undefined
}

/**
 * What squawk finds in these migrations: statements that lock a table for long, or that code of before cannot live with.
 * Those that say so run outside of a transaction, where other rules hold.
 */
export function lintLocks(program: string, files: readonly string[]): Linted {
  const outside = files.filter((file) => runsOutsideTransaction(readFileSync(file, 'utf8')))
  const inside = files.filter((file) => !outside.includes(file))
  const runs = [
    { options: ['--assume-in-transaction'], some: inside },
    { options: [], some: outside }
  ].filter(({ some }) => some.length > 0)
  const results = runs.map(({ options, some }) => runSquawk(program, [...options, ...some]))
  return {
    isFine: results.every(({ isFine }) => isFine),
    said: results.map(({ said }) => said).join('')
  }
}

function runSquawk(program: string, words: string[]): Linted {
  const config = new URL('../../.squawk.toml', import.meta.url).pathname
  const run = spawnSync(program, ['--config', config, '--reporter', 'gcc', ...words], { encoding: 'utf8' })
  if (run.error) throw run.error
  return { isFine: run.status === 0, said: run.stdout + run.stderr }
}
