import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { migrationsFolder } from '../../db/migration-files.ts'
import { Refused } from '../explain.ts'

/** The newest tag where this clone has one, else the commit that db/release.json names. */
export function refOfRelease(commit: string): string {
  const { status, stdout } = spawnSync('git', ['describe', '--tags', '--abbrev=0'], { encoding: 'utf8' })
  return status === 0 ? stdout.trim() : commit
}

/**
 * The code of `ref` in `folder`, ready to run, with the migrations of today in place of its own: it finds all of them
 * applied and does nothing.
 *
 * @throws Refused when this clone does not hold it
 */
export function unpackRelease(ref: string, folder: string): void {
  if (spawnSync('git', ['cat-file', '-e', `${ref}^{commit}`]).status !== 0)
    throw new Refused(`This clone does not hold ${ref}: git fetch --unshallow --tags, or name another one.`)
  mkdirSync(folder, { recursive: true })
  const archive = execFileSync('git', ['archive', ref], { maxBuffer: 2 ** 30 })
  execFileSync('tar', ['-x', '-C', folder], { input: archive })
  rmSync(join(folder, 'db', 'migrations'), { recursive: true })
  cpSync(migrationsFolder(), join(folder, 'db', 'migrations'), { recursive: true })
  giveModules(folder)
}

/** Its own packages, or ours where they are the same. */
function giveModules(folder: string): void {
  const lock = 'package-lock.json'
  if (readFileSync(join(folder, lock), 'utf8') === readFileSync(lock, 'utf8')) {
    symlinkSync(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'))
    return
  }
  const words = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline']
  const { status, stderr } = spawnSync('npm', words, { cwd: folder, encoding: 'utf8' })
  if (status !== 0) throw new Refused(`npm ci of the release ended with ${status}:\n${stderr}`)
}

/** Those of these tests that it has. */
export function testsOf(folder: string, files: readonly string[]): string[] {
  return files.filter((file) => existsSync(join(folder, file)))
}
