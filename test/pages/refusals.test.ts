import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import t from 'tap'
import ts from 'typescript'
import { SwapNotAllowed } from '../../src/swaps/errors.ts'
import { readerOf } from '../../src/web/reader.ts'
import { REFUSAL_TEXTS } from '../../src/web/refusals/refusal-texts.ts'
import { sayRefusal } from '../../src/web/refusals/say-refusal.ts'

const ROUTES = [
  'swap-routes.tsx',
  'my-time-routes.tsx',
  'mine-routes.tsx',
  'today-routes.tsx',
  'shift-routes.tsx',
  'inbox-routes.tsx',
  'card-routes.tsx',
  'served-routes.tsx',
  'season-routes.tsx',
  'leadership-routes.tsx',
  'settings-routes.tsx',
  'settings-company-routes.tsx',
  'settings-link-routes.tsx',
  'key-routes.tsx'
]

/** Every refusal of the house: its name in the source, and its code. */
function declared(): [string, string][] {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.ts')
  )
  const text = files.map((path) => readFileSync(join('src', path), 'utf8')).join('\n')
  const found = text.matchAll(/export const (\w+) = defineError(?:<[^(]*?>)?\(\s*'([A-Z_]+)'/gs)
  return [...found].map(([, name, code]) => [name!, code!])
}

/** The refusals that the use cases of these pages say they throw. */
function thrownBy(route: string): string[] {
  const path = join('src/web', route)
  const imports = ts.preProcessFile(readFileSync(path, 'utf8')).importedFiles.map(({ fileName }) => fileName)
  return imports
    .map((name) => normalize(join(dirname(path), name)))
    .filter((name) => name.startsWith('src/') && !name.startsWith('src/web') && !name.startsWith('src/lib'))
    .flatMap((name) => [...readFileSync(name, 'utf8').matchAll(/@throws([\s\S]*?)(?:\*\/|\n \*\n)/g)])
    .flatMap(([, words]) => [...words!.matchAll(/\{(?:@link )?(\w+)\}|\{@link (\w+)\}/g)])
    .map(([, one, other]) => one ?? other!)
}

t.test('whatever an employee may be refused is said in their language', async (t) => {
  const codes = new Map(declared())
  const thrown = new Set(ROUTES.flatMap(thrownBy))
  t.ok(thrown.size > 20)
  // What is not open to a role has a page of its own (`messageOf`).
  const unsaid = [...thrown].filter(
    (name) => name !== 'NotAllowed' && !REFUSAL_TEXTS[codes.get(name) ?? name]
  )
  t.strictSame(unsaid, [])
})

t.test('no translation is left of a refusal that is gone', async (t) => {
  const codes = new Set(declared().map(([, code]) => code))
  t.strictSame(
    Object.keys(REFUSAL_TEXTS).filter((code) => !codes.has(code)),
    []
  )
})

t.test('a rule in the way is told with the person and the time by the clock of the reader', async (t) => {
  const refusal = new SwapNotAllowed([
    {
      rule: 'short-rest',
      employeeId: 'bo',
      employeeName: 'Bo Berg',
      shiftId: 'late',
      shiftStartsAt: new Date('2027-03-02T21:00:00Z'),
      otherShiftId: null,
      otherShiftStartsAt: null,
      absence: null,
      sentence: 'Bo Berg would rest less than 11 hours.'
    }
  ])
  t.match(sayRefusal(refusal, readerOf('nb', 'Europe/Oslo')), {
    text: /Dette ville bryte reglene/,
    details: [/^Bo Berg: ville fått for lite hvile \(tir.* 2\. mars 22:00\)$/]
  })
  t.match(sayRefusal(refusal, readerOf('en', 'Asia/Tokyo')).details, [/Wed,? 3 Mar 06:00/])
})
