import { cpSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
/** Below the packages, or their imports would lead nowhere. */
const INTO = join(ROOT, 'node_modules', '.cache', 'compiled')
const options: ts.CompilerOptions = {
  ...{ module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2023, verbatimModuleSyntax: true },
  ...{ rewriteRelativeImportExtensions: true, jsx: ts.JsxEmit.ReactJSX, jsxImportSource: 'preact' }
}

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
  const text = readFileSync(file, 'utf8')
  const path = compiledPath(file)
  if (!isYounger(path, file))
    write(path, ts.transpileModule(text, { compilerOptions: options, fileName: file }).outputText)
  for (const { fileName } of ts.preProcessFile(text, true, true).importedFiles) {
    if (fileName.startsWith('.')) compileInto(join(dirname(file), fileName))
  }
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
