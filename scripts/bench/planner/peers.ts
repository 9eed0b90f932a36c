import { execFileSync } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Assignments, Problem } from '../../../src/engine/plan/problem.ts'
import { leastRecentlyOn } from './least-recently-on.ts'
import { lpText, opbText } from './print-model.ts'
import { type ChildRun, type Cost, watchChild } from './watch-child.ts'
import { assignmentsFrom, type ZeroOneModel, zeroOneModel } from './zero-one-model.ts'

/** What a peer came to: no assignments when it had no plan in time. */
export type PeerRun = Cost & {
  readonly peer: string
  readonly assignments: Assignments | null
  /** it says that its plan is optimal */
  readonly isProven: boolean
}

/** Solvers get this much longer to read the model and write their answer before they are killed. */
const GRACE = 1.5

/** Names of the solvers that can run here; HiGHS comes with us, the others must be on the PATH. */
export function peersHere(): string[] {
  return ['highs', ...['cbc', 'clasp'].filter(isOnPath), 'least-recently-on']
}

/** Runs one peer on a problem for so many seconds; `folder` takes its model and solution files. */
export async function runPeer(
  peer: string,
  problem: Problem,
  seconds: number,
  folder: string
): Promise<PeerRun> {
  if (peer === 'least-recently-on') return runList(problem)
  const model = zeroOneModel(problem)
  const path = join(folder, `model.${peer === 'clasp' ? 'opb' : 'lp'}`)
  const solution = join(folder, `${peer}.sol`)
  rmSync(solution, { force: true })
  writeFileSync(path, peer === 'clasp' ? opbText(model) : lpText(model))
  const [command, ...args] = commandOf(peer, path, solution, seconds)
  const run = await watchChild(command!, args, seconds * GRACE + 5)
  const { wallSeconds, cpuSeconds, peakMegabytes } = run
  const found = answerOf(peer, run, solution)
  return {
    peer,
    wallSeconds,
    cpuSeconds,
    peakMegabytes,
    isProven: found?.isProven ?? false,
    assignments: found && assignmentsOf(model, problem, found.ones)
  }
}

function runList(problem: Problem): PeerRun {
  const startedAt = performance.now()
  const assignments = leastRecentlyOn(problem)
  const wallSeconds = (performance.now() - startedAt) / 1000
  const cost = { wallSeconds, cpuSeconds: wallSeconds, peakMegabytes: null }
  return { peer: 'least-recently-on', ...cost, assignments, isProven: false }
}

function commandOf(peer: string, path: string, solution: string, seconds: number): string[] {
  const limit = String(seconds)
  if (peer === 'cbc') return ['cbc', path, 'sec', limit, 'ratio', '0', 'solve', 'solution', solution]
  if (peer === 'clasp') return ['clasp', path, `--time-limit=${limit}`, '--quiet=1']
  return [
    process.execPath,
    '--import',
    'tsx',
    fileURLToPath(new URL('highs-run.ts', import.meta.url)),
    path,
    limit
  ]
}

type Answer = { ones: number[]; isProven: boolean }

function answerOf(peer: string, { output, isKilled }: ChildRun, solution: string): Answer | null {
  if (peer === 'clasp') return claspAnswer(output)
  if (peer === 'cbc') return cbcAnswer(solution)
  if (isKilled || output === '') return null
  const answer: Answer = JSON.parse(output)
  return answer.ones.length > 0 ? answer : null
}

function claspAnswer(output: string): Answer | null {
  const lines = output.split('\n')
  const values = lines.filter((line) => line.startsWith('v ')).flatMap((line) => line.slice(2).split(' '))
  if (values.length === 0) return null
  const ones = values.flatMap((word) => (word.startsWith('x') ? [Number(word.slice(1)) - 1] : []))
  return { ones, isProven: lines.some((line) => line.startsWith('s OPTIMUM')) }
}

function cbcAnswer(solution: string): Answer | null {
  const text = readIfThere(solution)
  if (!text || /infeasible|no feasible|no integer/i.test(text.split('\n')[0]!)) return null
  const ones = [...text.matchAll(/^\s*(?:\*\*)?\s*\d+\s+x(\d+)\s+(\S+)/gm)].flatMap(([, name, value]) =>
    Number(value) > 0.5 ? [Number(name)] : []
  )
  return ones.length > 0 ? { ones, isProven: text.startsWith('Optimal') } : null
}

function assignmentsOf(model: ZeroOneModel, problem: Problem, ones: readonly number[]): Assignments {
  return assignmentsFrom(model, problem.people.length, ones)
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

function isOnPath(command: string): boolean {
  try {
    execFileSync('which', [command], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
