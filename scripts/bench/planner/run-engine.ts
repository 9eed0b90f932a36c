import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Plan, Problem } from '../../../src/engine/plan/problem.ts'
import type { Case } from './cases.ts'
import type { EngineRun } from './engine-run.ts'
import { checkFile, hasChecker, judged, writeProblemFile } from './judge.ts'
import { watchChild } from './watch-child.ts'

/** A line of the benchmark's first table. */
export type Row = {
  readonly name: string
  readonly people: number
  readonly score: number
  readonly bound: number
  readonly gap: number
  readonly firstSeconds: number
  /** seconds until the gap it is held to was proven; null when it never was */
  readonly secondsToGap: number | null
  readonly secondsToOnePercent: number | null
  readonly wallSeconds: number
  readonly cpuSeconds: number
  readonly peakMegabytes: number
  /** what the checker beside the repository said; null where there is none */
  readonly checker: string | null
  readonly isHeld: boolean
}

const ONE_PERCENT = 0.01
/** A process also starts and makes its problem; processor time passes slowly where others use the machine too. */
const GRACE_SECONDS = { wall: 240, cpu: 3600 }

/** What the planner's seconds are: those of a clock on the wall, or of processor time. */
export type Clock = keyof typeof GRACE_SECONDS

/** Runs the planner on one case in a process of its own and has the plan judged twice. */
export async function runEngine(one: Case, problem: Problem, folder: string, clock: Clock): Promise<Row> {
  const planPath = join(folder, 'plan.json')
  const script = fileURLToPath(new URL('engine-run.ts', import.meta.url))
  const args = ['--import', 'tsx', script, JSON.stringify(one.recipe), String(one.within), planPath, clock]
  const child = await watchChild(process.execPath, args, one.within + GRACE_SECONDS[clock])
  const run: EngineRun = JSON.parse(child.output)
  const plan: Plan = JSON.parse(readFileSync(planPath, 'utf8'))
  const score = judged(problem, plan.assignments, 'our').total
  if (score !== plan.score.total)
    throw new Error(`${problem.name}: says ${plan.score.total}, scores ${score}`)
  const gap = (score - plan.bound) / Math.max(1, score)
  const { firstSeconds, wallSeconds, cpuSeconds, peakMegabytes } = run
  const secondsTo = (wanted: number) => run.moments.find((moment) => moment.gap <= wanted)?.seconds ?? null
  return {
    name: problem.name,
    people: problem.people.length,
    score,
    bound: plan.bound,
    gap,
    firstSeconds,
    secondsToGap: secondsTo(one.gap),
    secondsToOnePercent: secondsTo(ONE_PERCENT),
    wallSeconds,
    cpuSeconds,
    peakMegabytes,
    checker: hasChecker ? checked(problem, folder, planPath) : null,
    isHeld: firstSeconds <= one.firstWithin && gap <= one.gap && peakMegabytes <= one.megabytes
  }
}

function checked(problem: Problem, folder: string, planPath: string): string {
  const problemPath = join(folder, 'problem.ndjson')
  writeProblemFile(problem, problemPath)
  return checkFile(problemPath, planPath)
}

/** By which power of the people the time to a gap of 1% grows, from the smallest to the largest row that reached it. */
export function growthOf(rows: readonly Row[]): number | null {
  const reached = rows.filter(
    ({ people, secondsToOnePercent }) => people >= 1000 && secondsToOnePercent !== null
  )
  const [first] = reached
  const last = reached.at(-1)
  if (!first || !last || first.people === last.people) return null
  return (
    Math.log(last.secondsToOnePercent! / first.secondsToOnePercent!) / Math.log(last.people / first.people)
  )
}
