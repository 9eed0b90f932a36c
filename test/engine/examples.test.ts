import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import t, { type Test } from 'tap'

/**
 * Folders where no example may be left out. Elsewhere one that is not JavaScript or uses an unknown name is skipped. An
 * example may use all that the engine exports and, for people and shifts it takes for granted, the exports of
 * test/engine/<folder>/cast.ts.
 */
const ENFORCED = ['facts', 'insight', 'ledger', 'plan', 'privacy', 'rules', 'swap', 'telling', 'time']
/** Those of them where not every exported function must carry one: the planner's are mostly steps of one search. */
const SPARSE = ['plan']
/** Functions excused from that, as 'folder/file.ts: name', each with a reason beside it. Keep it empty. */
const EXCUSED: string[] = []

const ENGINE = fileURLToPath(new URL('../../src/engine/', import.meta.url))
const DOCBLOCK = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*(?:export (?:async )?(?:function\*?|const) (\w+))?/g

type Example = { file: string; name: string; lines: string[] }
type Names = Record<string, unknown>
type Step = { setup: string; expression: string; expected: string }

t.test('every example in the engine gives the value written below it', async (t) => {
  const modules = new Map<string, Names>()
  for (const file of engineFiles()) {
    const names = await namesIn(join(ENGINE, file)).catch((error: Error) => error)
    if (names instanceof Error) t.fail(`${file}: ${names.message}`)
    else modules.set(file, names)
  }
  const all: Names = Object.assign({}, ...modules.values())

  for (const example of engineFiles().flatMap(examplesIn)) {
    const scope = { ...all, ...(await castOf(example.file)), ...modules.get(example.file) }
    runExample(t, example, scope)
  }
})

t.test('every exported function of the engine outside of the planner has an example', async (t) => {
  const bare = engineFiles().filter(isComplete).flatMap(functionsWithoutExample)
  t.strictSame(
    bare.filter((name) => !EXCUSED.includes(name)),
    []
  )
  t.strictSame(
    EXCUSED.filter((name) => !bare.includes(name)),
    [],
    'nobody is excused without need'
  )
})

t.test('a block is read as set-up lines, expressions and values', async (t) => {
  const steps = stepsOf([
    'const two = 1 +',
    '  1',
    'two',
    '//=> 2',
    '[',
    '  two',
    ']',
    '//=> [',
    '//  2',
    '// ]'
  ])
  t.strictSame(steps, [
    { setup: 'const two = 1 +\n  1', expression: 'two', expected: '2' },
    { setup: '', expression: '[\n  two\n]', expected: '[\n  2\n ]' }
  ])
})

function engineFiles(): string[] {
  return readdirSync(ENGINE, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => relative(ENGINE, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort()
}

async function namesIn(path: string): Promise<Names> {
  return (await import(pathToFileURL(path).href)) as Names
}

async function castOf(file: string): Promise<Names> {
  const cast = fileURLToPath(new URL(`./${file.split('/')[0]}/cast.ts`, import.meta.url))
  return existsSync(cast) ? namesIn(cast) : {}
}

function isEnforced(file: string): boolean {
  return ENFORCED.some((folder) => file.startsWith(`${folder}/`))
}

function isComplete(file: string): boolean {
  return isEnforced(file) && !SPARSE.some((folder) => file.startsWith(`${folder}/`))
}

function examplesIn(file: string): Example[] {
  return [...sourceOf(file).matchAll(DOCBLOCK)].flatMap(([, comment = '', name = '']) =>
    exampleBlocks(comment).map((lines) => ({ file, name, lines }))
  )
}

function functionsWithoutExample(file: string): string[] {
  const source = sourceOf(file)
  const shown = examplesIn(file)
    .filter(({ lines }) => lines.some((line) => line.startsWith('//=>')))
    .map(({ name }) => name)
  return [...source.matchAll(/^export function\*? (\w+)/gm)]
    .map(([, name = '']) => name)
    .filter((name) => !shown.includes(name))
    .map((name) => `${file}: ${name}`)
}

function sourceOf(file: string): string {
  return readFileSync(join(ENGINE, file), 'utf8')
}

/** The lines after each @example up to the next tag, without the comment's stars. */
function exampleBlocks(comment: string): string[][] {
  const text = comment.replace(/^[ \t]*\* ?/gm, '')
  return text
    .split(/^@(?=\w)/m)
    .filter((tag) => tag.startsWith('example'))
    .map((tag) =>
      tag
        .split('\n')
        .slice(1)
        .filter((line) => line.trim() !== '')
    )
}

function runExample(t: Test, { file, name, lines }: Example, scope: Names): void {
  const steps = stepsOf(lines)
  if (steps.length === 0) complain(t, file, `${file}: the example of ${name} shows no value`)
  let setup = ''
  for (const step of steps) {
    setup += `${step.setup};\n`
    const title = `${file}: ${step.expression}`
    try {
      const [found, wanted] = evaluate(setup, step, scope)
      t.strictSame(found, wanted, title)
    } catch (error) {
      if (isUnreadable(error)) complain(t, file, `${title}: ${error.message}`)
      else t.fail(title, { found: String(error) })
    }
  }
}

function isUnreadable(error: unknown): error is Error {
  return error instanceof ReferenceError || error instanceof SyntaxError
}

/** What cannot run fails in an enforced folder and is skipped elsewhere; a wrong value fails everywhere. */
function complain(t: Test, file: string, complaint: string): void {
  if (isEnforced(file)) t.fail(complaint)
  else t.pass(complaint, { skip: true })
}

function evaluate(setup: string, { expression, expected }: Step, scope: Names): unknown[] {
  const body = `${setup}return [(${expression}\n), (${expected}\n)]`
  return new Function(...Object.keys(scope), body)(...Object.values(scope)) as unknown[]
}

/** Cuts a block at its values; what stands before a value is set-up as far as it is no expression. */
function stepsOf(lines: string[]): Step[] {
  const steps: Step[] = []
  let code: string[] = []
  let value: string[] | undefined
  for (const line of [...lines, '']) {
    if (value && line.startsWith('//') && !line.startsWith('//=>')) {
      value.push(line.slice(2))
      continue
    }
    if (value) steps.push({ ...splitSetup(code), expected: value.join('\n').trim() })
    if (value) code = []
    value = line.startsWith('//=>') ? [line.slice(4)] : undefined
    if (!value) code.push(line)
  }
  return steps
}

function splitSetup(code: string[]): Omit<Step, 'expected'> {
  const from = code.findIndex((_, index) => isExpression(code.slice(index).join('\n')))
  const cut = from < 0 ? code.length - 1 : from
  return { setup: code.slice(0, cut).join('\n'), expression: code.slice(cut).join('\n') }
}

function isExpression(code: string): boolean {
  try {
    new Function(`return (${code}\n)`)
    return true
  } catch {
    return false
  }
}
