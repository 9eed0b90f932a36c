import { execFileSync } from 'node:child_process'
import { closeSync, existsSync, openSync, writeSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Assignments, Problem, Score } from '../../../src/engine/plan/problem.ts'
import { writeProblem } from '../../../src/engine/plan/write-problem.ts'
import { judgePlan } from '../../../src/engine/rules/judge-plan.ts'

/** The independent checker of the problem format stands beside the repository, where there is one. */
const CHECKER = fileURLToPath(new URL('../../../../shared/planner/check.mjs', import.meta.url))

/** Whether the independent checker can be had here. */
export const hasChecker = existsSync(CHECKER)

/** Judges a plan by the house's rules. @throws Error when it breaks one */
export function judged(problem: Problem, assignments: Assignments, whose: string): Score {
  const { violations, score } = judgePlan(problem, assignments)
  if (violations.length > 0) throw new Error(`${whose}'s plan of ${problem.name}: ${violations[0]!.text}`)
  return score
}

/** Writes a problem as a file. */
export function writeProblemFile(problem: Problem, path: string): void {
  const file = openSync(path, 'w')
  for (const line of writeProblem(problem)) writeSync(file, line)
  closeSync(file)
}

/** Has the independent checker judge a plan file; says its verdict. @throws when it finds the plan illegal or untruthful */
export function checkFile(problemPath: string, planPath: string): string {
  const node = ['--max-old-space-size=16000', CHECKER, problemPath, planPath]
  return execFileSync(process.execPath, node, { encoding: 'utf8' }).trim()
}
