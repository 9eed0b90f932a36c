import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
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

/**
 * Compiles a file and all it imports, with the migrations beside it. A process that a test starts fifty times starts in a
 * third of the time then.
 *
 * @param files absolute paths in the repository: what is started, and threads that it starts by their path
 * @returns the path of the first, compiled
 */
export function compiled(...files: [string, ...string[]]): string {
  const known = new Set<string>()
  for (const file of files) compileInto(file, known)
  cpSync(join(ROOT, 'db', 'migrations'), join(INTO, 'db', 'migrations'), { recursive: true })
  writeFileSync(join(INTO, 'package.json'), '{ "type": "module" }\n')
  return compiledPath(files[0])
}

const compiledPath = (file: string): string => join(INTO, relative(ROOT, file)).replace(/\.tsx?$/, '.js')

function compileInto(file: string, known: Set<string>): void {
  if (known.has(file)) return
  known.add(file)
  const text = readFileSync(file, 'utf8')
  const path = compiledPath(file)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, ts.transpileModule(text, { compilerOptions: options, fileName: file }).outputText)
  for (const { fileName } of ts.preProcessFile(text, true, true).importedFiles) {
    if (fileName.startsWith('.')) compileInto(join(dirname(file), fileName), known)
  }
}
