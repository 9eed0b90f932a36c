import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import t, { type Test } from 'tap'
import { CommandFailed, UsageError } from '../../src/cli/command.ts'
import { solve } from '../../src/cli/solve.ts'
import type { Plan, Problem } from '../../src/engine/plan/problem.ts'
import { readProblem } from '../../src/engine/plan/read-problem.ts'
import { writeProblem } from '../../src/engine/plan/write-problem.ts'
import { judgePlan } from '../../src/engine/rules/judge-plan.ts'
import { problem, problemWhereBoIsLockedOnTwoShiftsAtOnce } from '../engine/plan/cast.ts'
import { smallProblem } from '../engine/plan/small-problems.ts'

type Told = { out: string[]; err: string[] }

const [header = '', ...people] = linesOf(problem)
const open = { ...smallProblem(3), name: 'open' }
const unlocked = { ...open, people: open.people.map(({ locked: _, ...person }) => person) }

for (const suffix of ['.ndjson', '.ndjson.gz']) {
  t.test(`a problem in a ${suffix} file gives one line: a legal plan that tells the truth`, async (t) => {
    for (const each of [problem, unlocked]) {
      const { out } = await solved(t, linesOf(each).join('\n'), { steps: '2' }, suffix)
      t.equal(out.length, 1)
      const plan = JSON.parse(out[0]!) as Plan
      const { violations, score } = judgePlan(readProblem(linesOf(each).join('\n')), plan.assignments)
      t.strictSame(violations, [])
      t.strictSame(plan.score, score)
      t.ok(plan.bound <= score.total)
      t.match(plan, { format: 'rota-plan/1', seed: 1 })
    }
  })
}

t.test('the best plan of three mornings is found and proven, with any seed', async (t) => {
  for (const seed of ['1', '7']) {
    const { out } = await solved(t, linesOf(problem).join('\n'), { steps: '3', seed })
    const { assignments, score, seed: used } = JSON.parse(out[0]!) as Plan
    t.strictSame([assignments, score.total, String(used)], [[[0, 1, 2], [2], [1], [0]], 11, seed])
  }
})

t.test('same seed and steps give the same line but for the seconds, whatever the clock says', async (t) => {
  const run = async (tick: number) => {
    const text = linesOf(unlocked).join('\n')
    const { out } = await solved(t, text, { steps: '2', seed: '5' }, '.ndjson', tick)
    return out[0]!
  }
  const withoutSeconds = (line: string) => line.replace(/"seconds":[\d.e-]+/, '')
  const [slow, fast] = [await run(7), await run(0)]
  t.not(slow, fast, 'the clocks differ')
  t.equal(withoutSeconds(slow), withoutSeconds(fast))
})

t.test('progress goes where no program reads it, one object per line', async (t) => {
  const { err } = await solved(t, linesOf(problem).join('\n'), { steps: '1' })
  t.ok(err.length > 0)
  for (const line of err) {
    const { score, bound } = JSON.parse(line) as { score: number; bound: number }
    t.ok(bound <= score)
  }
})

t.test('lines that end in carriage returns, blank lines and a last newline are read', async (t) => {
  const { out } = await solved(t, `${linesOf(problem).join('\r\n\r\n')}\r\n`, { steps: '1' })
  t.equal((JSON.parse(out[0]!) as Plan).score.total, 11)
})

const REFUSALS: [string, string[], string][] = [
  ['a line that is not JSON', [header, people[0]!, '{"team":1'], 'Line 3, line: is not JSON'],
  ['a line that is not JSON after a blank one', [header, '', '{'], 'Line 3, line: is not JSON'],
  [
    'a shift that is not there',
    [header, personWith({ fits: [0, 0, 0, 9, 0, 0] })],
    'Line 2, fits[3]: there is no shift 9'
  ],
  [
    'a lock on a shift that is not there',
    [header, personWith({ locked: [3] })],
    'Line 2, locked[0]: there is no shift 3'
  ],
  [
    'a published shift that is not there',
    [header, people[0]!, personWith({ published: [0, 8] })],
    'Line 3, published[1]: there is no shift 8'
  ],
  ['a team that is not there', [header, personWith({ team: 2 })], 'Line 2, team: there is no team 2'],
  [
    'a negative number of a person',
    [header, people[0]!, personWith({ maxShifts: -1 })],
    'Line 3, maxShifts: must not be negative'
  ],
  [
    'a negative number of the header',
    [headerWith({ restMinutes: -1 })],
    'Line 1, restMinutes: must not be negative'
  ],
  [
    'a negative weight',
    [headerWith({ weights: { ...problem.weights, quota: -5 } })],
    'Line 1, weights.quota: must not be negative'
  ],
  [
    'a shift that ends before it starts',
    [headerWith({ shifts: [problem.shifts[0]!, { ...problem.shifts[1]!, end: 0 }] })],
    'Line 1, shifts[1].end: must be after start'
  ],
  [
    'another format',
    [header.replace('rota-problem/1', 'rota-problem/2'), ...people],
    "Line 1, format: must be 'rota-problem/1'"
  ],
  ['people without a header', people, "Line 1, format: must be 'rota-problem/1'"],
  ['an empty file', [], 'Line 1, format: the file is empty']
]

for (const [what, lines, message] of REFUSALS) {
  t.test(`${what} is refused, naming line and field`, async (t) => {
    await refuses(t, solved(t, lines.join('\n')), UsageError, message)
  })
}

t.test('locks that contradict one another are told as facts', async (t) => {
  const text = linesOf(problemWhereBoIsLockedOnTwoShiftsAtOnce()).join('\n')
  const message = [
    'The facts contradict one another:',
    '- Person 0 is locked on shift 2.',
    '- Person 0 is locked on shift 3.',
    '- Person 0: an overlap between shifts 2 and 3, at least 660.'
  ].join('\n')
  await refuses(t, solved(t, text), CommandFailed, message)
})

t.test('a lock that nobody can keep company is told as a fact', async (t) => {
  const guests = problem.people.slice(1).map((person, p) => (p === 0 ? { ...person, locked: [2] } : person))
  const message = [
    'The facts contradict one another:',
    '- Person 0 is locked on shift 2.',
    '- Shift 2 has 0 hosts, needs 1.'
  ].join('\n')
  const text = linesOf({ ...problem, people: guests }).join('\n')
  await refuses(t, solved(t, text), CommandFailed, message)
})

t.test('words that make no sense are refused', async (t) => {
  const text = linesOf(problem).join('\n')
  await refuses(t, solved(t, text, { seconds: '0' }), UsageError, '--seconds cannot be "0"')
  await refuses(t, solved(t, text, { steps: '1.5' }), UsageError, '--steps cannot be "1.5"')
  await refuses(t, solved(t, text, { seed: '-1' }), UsageError, '--seed cannot be "-1"')
  await refuses(t, runOn([]), UsageError, 'PROBLEM is missing')
})

t.test('a file that is missing, or gzipped only by name, is refused', async (t) => {
  const folder = folderOf(t)
  const path = join(folder, 'plain.ndjson.gz')
  writeFileSync(path, linesOf(problem).join('\n'))
  await refuses(t, runOn([path]), UsageError, 'incorrect header check')
  const none = join(folder, 'none.ndjson')
  await refuses(t, runOn([none]), UsageError, `ENOENT: no such file or directory, open '${none}'`)
})

async function refuses(
  t: Test,
  run: Promise<unknown>,
  kind: typeof UsageError | typeof CommandFailed,
  message: string
): Promise<void> {
  const error = await run.then(
    () => undefined,
    (error: unknown) => error
  )
  t.ok(error instanceof kind, kind.name)
  t.equal((error as Error | undefined)?.message, message)
}

async function runOn(positionals: string[]): Promise<void> {
  await solve.run(worldOf({ out: [], err: [] }), { positionals, values: {} })
}

function linesOf(of: Problem): string[] {
  return [...writeProblem(of)].map((line) => line.trimEnd())
}

function headerWith(change: Partial<Problem>): string {
  return linesOf({ ...problem, ...change })[0]!
}

function personWith(change: object): string {
  return JSON.stringify({ ...problem.people[1], ...change })
}

async function solved(
  t: Test,
  text: string,
  values: Record<string, string> = {},
  suffix = '.ndjson',
  tick = 1
): Promise<Told> {
  const path = join(folderOf(t), `problem${suffix}`)
  writeFileSync(path, suffix.endsWith('.gz') ? gzipSync(text) : text)
  const told: Told = { out: [], err: [] }
  await solve.run(worldOf(told, tick), { positionals: [path], values })
  return told
}

function folderOf(t: Test): string {
  const folder = mkdtempSync(join(tmpdir(), 'lyttepost-solve-'))
  t.teardown(() => rmSync(folder, { recursive: true }))
  return folder
}

/** A world that remembers what it is told and whose clock goes on by so many milliseconds at every look. */
function worldOf({ out, err }: Told, tick = 1) {
  let at = Date.parse('2027-02-01T08:00Z')
  return {
    config: {} as never,
    now: () => {
      at += tick
      return new Date(at)
    },
    out: (line: string) => void out.push(line),
    err: (line: string) => void err.push(line)
  }
}
