import { writeFileSync } from 'node:fs'
import { planRotation } from '../../../src/engine/plan/plan-rotation.ts'
import type { Plan } from '../../../src/engine/plan/problem.ts'
import { generateProblem, type Recipe } from './generate.ts'

/** A moment of a run: seconds since the problem was in memory, and the proven gap then. */
export type Moment = { readonly seconds: number; readonly gap: number }

/** What the planner's own process says of a run. Times do not include making the problem. */
export type EngineRun = {
  readonly firstSeconds: number
  readonly moments: Moment[]
  readonly wallSeconds: number
  readonly cpuSeconds: number
  readonly peakMegabytes: number
}

/** The child process of the benchmark: makes a problem, plans it with its seconds, writes the plan to a file, prints the run. */
const [recipeText, seconds, planPath] = process.argv.slice(2)
const recipe: Recipe = JSON.parse(recipeText!)
const problem = generateProblem(recipe)
const moments: Moment[] = []
const now = () => performance.now()
const startedAt = now()
const cpuBefore = process.cpuUsage()
const plan: Plan = planRotation(problem, {
  seed: 1,
  seconds: Number(seconds),
  now,
  onProgress: ({ gap }) => moments.push({ seconds: (now() - startedAt) / 1000, gap })
})
const cpu = process.cpuUsage(cpuBefore)
const run: EngineRun = {
  firstSeconds: moments[0]?.seconds ?? Number.POSITIVE_INFINITY,
  moments,
  wallSeconds: (now() - startedAt) / 1000,
  cpuSeconds: (cpu.user + cpu.system) / 1e6,
  peakMegabytes: process.resourceUsage().maxRSS / 1024
}
writeFileSync(planPath!, JSON.stringify(plan))
process.stdout.write(JSON.stringify(run))
