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

/**
 * The child process of the benchmark: makes a problem, plans it with its seconds, writes the plan to a file, prints the run.
 * Seconds are those of a clock on the wall, or of processor time (`cpu`) where others use the machine too.
 */
const [recipeText, seconds, planPath, clock] = process.argv.slice(2)
const recipe: Recipe = JSON.parse(recipeText!)
const problem = generateProblem(recipe)
const moments: Moment[] = []
const cpuMilliseconds = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
const now = clock === 'cpu' ? cpuMilliseconds : () => performance.now()
const startedAt = now()
const wallBefore = performance.now()
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
  wallSeconds: (performance.now() - wallBefore) / 1000,
  cpuSeconds: (cpu.user + cpu.system) / 1e6,
  peakMegabytes: process.resourceUsage().maxRSS / 1024
}
writeFileSync(planPath!, JSON.stringify(plan))
process.stdout.write(JSON.stringify(run))
