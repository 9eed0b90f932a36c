import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import { ContradictoryFacts } from '../engine/plan/contradictions.ts'
import { planRotation } from '../engine/plan/plan-rotation.ts'
import type { Problem } from '../engine/plan/problem.ts'
import { IllegalProblem, problemReader } from '../engine/plan/read-problem.ts'
import { writePlan } from '../engine/plan/write-problem.ts'

/** What the command may touch of the world. `now` is a clock in milliseconds. */
export type SolveWorld = {
  readonly stdout: { write(text: string): unknown }
  readonly stderr: { write(text: string): unknown }
  readonly now: () => number
}

const USAGE = 'usage: lyttepost solve PROBLEM [--seconds S] [--seed N] [--steps N]\n'

/**
 * The `solve` command: reads a problem file (gzipped if its name ends in .gz), writes a plan to standard output and progress
 * to standard error. Gives the exit status: 0 planned, 1 the facts contradict one another, 2 unreadable or wrongly asked.
 */
export async function solve(argv: readonly string[], world: SolveWorld): Promise<number> {
  const asked = readArguments(argv)
  if (!asked) {
    world.stderr.write(USAGE)
    return 2
  }
  try {
    const problem = await readFile(asked.path)
    const { seconds, steps, seed } = asked
    const plan = planRotation(problem, {
      seed,
      ...(steps !== undefined && seconds === undefined ? {} : { now: world.now }),
      ...(seconds === undefined ? {} : { seconds }),
      ...(steps === undefined ? {} : { steps }),
      onProgress: (progress) => world.stderr.write(`${JSON.stringify(progress)}\n`)
    })
    world.stdout.write(writePlan(plan))
    return 0
  } catch (error) {
    return refuse(error, world)
  }
}

function refuse(error: unknown, world: SolveWorld): number {
  if (error instanceof ContradictoryFacts) {
    world.stderr.write(
      `The facts contradict one another:\n${error.facts.map((fact) => `- ${fact.text}\n`).join('')}`
    )
    return 1
  }
  if (error instanceof IllegalProblem || error instanceof RangeError || isFileError(error)) {
    world.stderr.write(`${error.message}\n`)
    return 2
  }
  throw error
}

function isFileError(error: unknown): error is Error {
  return error instanceof Error && 'code' in error
}

type Asked = { path: string; seed: number; seconds?: number; steps?: number }

function readArguments(argv: readonly string[]): Asked | undefined {
  const asked: Asked = { path: '', seed: 1 }
  for (let i = 0; i < argv.length; i++) {
    const word = argv[i]!
    if (word === '--seconds' || word === '--seed' || word === '--steps') {
      const value = Number(argv[++i])
      const isRight =
        word === '--seconds' ? value > 0 && Number.isFinite(value) : Number.isSafeInteger(value) && value >= 0
      if (!isRight) return undefined
      asked[word === '--seconds' ? 'seconds' : word === '--seed' ? 'seed' : 'steps'] = value
    } else if (asked.path === '' && !word.startsWith('--')) asked.path = word
    else return undefined
  }
  return asked.path === '' ? undefined : asked
}

async function readFile(path: string): Promise<Problem> {
  const file = createReadStream(path)
  const bytes = path.endsWith('.gz') ? file.pipe(createGunzip()) : file
  file.on('error', (error) => bytes.destroy(error))
  const reader = problemReader()
  for await (const line of createInterface({ input: bytes, crlfDelay: Number.POSITIVE_INFINITY }))
    reader.take(line)
  return reader.end()
}
