import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import { ContradictoryFacts } from '../engine/plan/contradictions.ts'
import { planRotation } from '../engine/plan/plan-rotation.ts'
import type { Problem } from '../engine/plan/problem.ts'
import { IllegalProblem, problemReader } from '../engine/plan/read-problem.ts'
import { writePlan } from '../engine/plan/write-problem.ts'
import { type Arguments, type Command, CommandFailed, UsageError, wordAt } from './command.ts'

/** A problem file, gzipped if its name ends in .gz, read line by line: the largest do not fit into one text. */
async function readProblemFile(path: string): Promise<Problem> {
  const file = createReadStream(path)
  const bytes = path.endsWith('.gz') ? file.pipe(createGunzip()) : file
  file.on('error', (error) => bytes.destroy(error))
  const reader = problemReader()
  for await (const line of createInterface({ input: bytes, crlfDelay: Number.POSITIVE_INFINITY })) {
    reader.take(line)
  }
  return reader.end()
}

function numberOf(args: Arguments, name: string): number | undefined {
  const text = args.values[name]
  if (text === undefined) return undefined
  const value = Number(text)
  const isRight =
    name === 'seconds' ? value > 0 && Number.isFinite(value) : Number.isSafeInteger(value) && value >= 0
  if (!isRight) throw new UsageError(`--${name} cannot be "${text}"`)
  return value
}

/** What a person can mend is told as a sentence; the rest is a bug. */
function explained(error: unknown): unknown {
  if (error instanceof ContradictoryFacts) {
    const facts = error.facts.map(({ text }) => `- ${text}`).join('\n')
    return new CommandFailed(`The facts contradict one another:\n${facts}`)
  }
  const isAboutInput =
    error instanceof IllegalProblem ||
    error instanceof RangeError ||
    (error instanceof Error && 'code' in error)
  return isAboutInput ? new UsageError(error.message) : error
}

export const solve: Command = {
  usage: 'PROBLEM [--seconds S] [--seed N] [--steps N]',
  summary: 'Plan a rota-problem/1 file; the plan goes to standard output, progress to standard error',
  options: { seconds: { type: 'string' }, seed: { type: 'string' }, steps: { type: 'string' } },
  run: async (world, args) => {
    const path = wordAt(args, 0, 'PROBLEM')
    const seconds = numberOf(args, 'seconds')
    const steps = numberOf(args, 'steps')
    const seed = numberOf(args, 'seed') ?? 1
    try {
      const plan = planRotation(await readProblemFile(path), {
        seed,
        now: () => world.now().getTime(),
        ...(seconds !== undefined && { seconds }),
        ...(steps !== undefined && { steps }),
        onProgress: (progress) => world.err(JSON.stringify(progress))
      })
      world.out(writePlan(plan).trimEnd())
    } catch (error) {
      throw explained(error)
    }
  }
}
