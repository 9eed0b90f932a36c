import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t, { type Test } from 'tap'

/** The first line of every file below. */
const tap = "import t from 'tap';"
const root = join(import.meta.dirname, '..', '..')

t.test('a run whose tests all pass counts assertions and exits with 0', async (t) => {
  const { code, output } = await run(t, {
    'one.test.ts': `${tap} t.test('a', async (t) => { t.ok(1); t.test('b', async (t) => { t.ok(1); t.ok(1) }) })`,
    'two.test.ts': `${tap} t.equal(1, 1); t.test('later', { skip: 'no such machine' }, async () => {})`
  })
  t.equal(code, 0)
  t.equal(lastLine(output), '4 passed, 0 failed')
  t.match(output, /ok {3}test\/one\.test\.ts {2}3 passed {2}\d/)
  t.match(output, 'skipped: later (no such machine)')
})

t.test(
  'whatever goes wrong in a file is one failure of that file, and the files after it still run',
  async (t) => {
    const { code, output } = await run(t, {
      'a-wrong.test.ts': `${tap} t.test('sum', async (t) => { t.equal(1 + 1, 3, 'two and two') })`,
      'b-throws.test.ts': `${tap} t.test('boo', async () => { throw new Error('in the test') })`,
      'c-load.test.ts': `throw new Error('while loading')`,
      'd-exit.test.ts': `${tap} t.test('leaves early', async () => { process.exit(0) })`,
      'e-nothing.test.ts': 'export {}',
      'f-empty.test.ts': `${tap} t.test('asserts nothing', async () => {})`,
      'g-waits.test.ts': `${tap} t.test('never settles', () => new Promise(() => {}))`,
      'h-hangs.test.ts': `${tap} t.test('never ends', async (t) => { setInterval(() => {}, 9); await new Promise(() => {}) })`,
      'i-plan.test.ts': `${tap} t.test('two planned', async (t) => { t.plan(2); t.ok(1); t.end() })`,
      'j-teardown.test.ts': `${tap} t.teardown(() => { throw new Error('while tidying') }); t.ok(1)`,
      'k-timer.test.ts': `${tap} t.test('meanwhile', async (t) => { setTimeout(() => { throw new Error('in a timer') }, 5); await new Promise((resolve) => setTimeout(resolve, 500)); t.ok(1) })`,
      'l-nobody.test.ts': `${tap} t.test('unawaited', async (t) => { void Promise.reject(new Error('for nobody')); await new Promise((resolve) => setTimeout(resolve, 500)); t.ok(1) })`,
      'm-fine.test.ts': `${tap} t.test('fine', async (t) => { t.ok(1) })`
    })
    t.equal(code, 1)
    t.match(output, /failed: sum > two and two\n[\s\S]*-3\n[\s\S]*\+2\n/)
    t.match(output, /FAIL test\/b-throws[\s\S]*in the test/)
    t.match(output, /FAIL test\/c-load[\s\S]*while loading/)
    t.match(output, /FAIL test\/d-exit/)
    t.match(output, /FAIL test\/e-nothing[\s\S]*This file asserts nothing/)
    t.match(output, /FAIL test\/f-empty[\s\S]*This test asserts nothing/)
    t.match(output, /FAIL test\/g-waits[\s\S]*never settles/)
    t.match(
      output,
      /FAIL test\/h-hangs[\s\S]*failed: never ends\n +The file took longer than 6 s and was ended/
    )
    t.match(output, /FAIL test\/i-plan/)
    t.match(output, /FAIL test\/j-teardown[\s\S]*while tidying/)
    t.match(output, /FAIL test\/k-timer[\s\S]*failed: meanwhile/)
    t.match(output, /FAIL test\/l-nobody[\s\S]*failed: unawaited/)
    t.match(output, /ok {3}test\/m-fine\.test\.ts {2}1 passed/)
    t.match(lastLine(output), /^\d+ passed, \d+ failed$/)
  }
)

t.test('a filter that fits no file fails', async (t) => {
  const { code, output } = await run(t, { 'one.test.ts': `${tap} t.ok(1)` }, ['nowhere'])
  t.equal(code, 1)
  t.equal(lastLine(output), '0 passed, 1 failed')
})

t.test('browser tests run only with --web, and nothing else does then', async (t) => {
  const files = { 'one.test.ts': `${tap} t.ok(1)`, 'web/page.test.ts': `${tap} t.ok(1); t.ok(2)` }
  t.equal(lastLine((await run(t, files)).output), '1 passed, 0 failed')
  t.equal(lastLine((await run(t, files, ['--web'])).output), '2 passed, 0 failed')
})

/** Runs the runner on a project of its own that holds these test files. */
async function run(
  t: Test,
  files: Record<string, string>,
  filters: string[] = []
): Promise<{ code: number; output: string }> {
  const project = mkdtempSync(join(tmpdir(), 'lyttepost-runner-'))
  t.teardown(() => rmSync(project, { recursive: true }))
  symlinkSync(join(root, 'node_modules'), join(project, 'node_modules'))
  writeFileSync(join(project, 'package.json'), '{ "type": "module" }')
  mkdirSync(join(project, 'test', 'web'), { recursive: true })
  for (const [name, text] of Object.entries(files)) writeFileSync(join(project, 'test', name), text)
  const runner = join(root, 'scripts', 'test.ts')
  const child = spawn(process.execPath, ['--import', 'tsx', runner, '--limit', '6', ...filters], {
    cwd: project
  })
  let output = ''
  child.stdout.on('data', (text) => {
    output += text
  })
  const code = await new Promise<number>((resolve) => child.on('close', (exit) => resolve(exit ?? -1)))
  return { code, output }
}

function lastLine(output: string): string {
  return output.trimEnd().split('\n').at(-1) ?? ''
}
