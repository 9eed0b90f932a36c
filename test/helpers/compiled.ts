import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { transformSync } from 'esbuild'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
/** Below the packages, or their imports would lead nowhere. */
const INTO = join(ROOT, 'node_modules', '.cache', 'compiled')

/** A neighbour that is imported, in source or compiled, in double quotes as esbuild writes them. */
const IMPORT = /(\b(?:from|import)\s*\(?\s*"\.[^"]+)\.(?:tsx?|js)"/g

/** Compiled by this process, or found as it should be. */
const known = new Set<string>()

/**
 * Compiles a file and all it imports, with the migrations and assets beside it. A process that tests start again and again
 * starts in a third of the time then.
 *
 * @param files absolute paths in the repository: what is started, and threads that it starts by their path
 * @returns the path of the first, compiled
 */
export function compiled(...files: [string, ...string[]]): string {
  if (known.size === 0) {
    for (const folder of [join('db', 'migrations'), join('src', 'web', 'assets')])
      cpSync(join(ROOT, folder), join(INTO, folder), { recursive: true })
    write(join(INTO, 'package.json'), '{ "type": "module" }\n')
  }
  for (const file of files) compileInto(file)
  return compiledPath(files[0])
}

const compiledPath = (file: string): string => join(INTO, relative(ROOT, file)).replace(/\.tsx?$/, '.js')

function compileInto(file: string): void {
  if (known.has(file)) return
  known.add(file)
  const path = compiledPath(file)
  if (!isYounger(path, file)) write(path, transform(file))
  for (const [, start] of readFileSync(path, 'utf8').matchAll(IMPORT)) {
    const stem = join(dirname(file), start!.slice(start!.indexOf('"') + 1))
    compileInto(existsSync(`${stem}.ts`) ? `${stem}.ts` : `${stem}.tsx`)
  }
}

function transform(file: string): string {
  const { code } = transformSync(readFileSync(file, 'utf8'), {
    ...{ loader: file.endsWith('x') ? 'tsx' : 'ts', format: 'esm', target: 'es2023' },
    ...{ jsx: 'automatic', jsxImportSource: 'preact', sourcefile: file },
    tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } }
  })
  return code.replace(IMPORT, '$1.js"')
}

function isYounger(path: string, than: string): boolean {
  const stat = statSync(path, { throwIfNoEntry: false })
  return stat !== undefined && stat.mtimeMs > statSync(than).mtimeMs
}

/** At once: the other test process may be compiling too, and starting what it has. */
function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true })
  const draft = `${path}.${process.pid}`
  writeFileSync(draft, text)
  renameSync(draft, path)
}
