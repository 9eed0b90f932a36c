import { parentPort } from 'node:worker_threads'
import { reasonFor } from '../engine/facts/reasons.ts'
import { loadFacts } from '../engine/plan/facts.ts'
import { planRotation } from '../engine/plan/plan-rotation.ts'
import type { Plan } from '../engine/plan/problem.ts'
import { repairRotation } from '../engine/plan/repair-rotation.ts'
import { type Replacements, replacementsOn } from '../engine/plan/replacements.ts'
import { judgePlan } from '../engine/rules/judge-plan.ts'
import type { PlanningOrder, PlanningWord } from './plan-in-worker.ts'

const say = (word: PlanningWord) => parentPort?.postMessage(word)

/** Why each of the company's people got each shift of theirs; stand-ins behind them need no reason. */
function reasonsOf({ problem, people }: PlanningOrder, { assignments }: Plan) {
  const facts = loadFacts(problem, assignments)
  const replacements = problem.shifts.map(() => undefined as Replacements | undefined)
  const on = (shift: number) => {
    replacements[shift] ??= replacementsOn(facts, shift)
    return replacements[shift]
  }
  return assignments
    .slice(0, people)
    .map((held, person) => held.map((shift) => reasonFor(facts, { person, shift }, on(shift))))
}

/**
 * Tells how far it is, and answers with the plan. An order to stop that comes before the first legal plan waits for it: half
 * of one is mostly empty seats.
 */
function planFor(order: PlanningOrder): void {
  const { problem, mode, seed, steps, stopFlag } = order
  const stop = new Int32Array(stopFlag)
  let hasPlan = false
  const makePlan = mode === 'repair' ? repairRotation : planRotation
  const plan = makePlan(problem, {
    seed,
    steps,
    cancelled: () => hasPlan && Atomics.load(stop, 0) === 1,
    onProgress: (progress) => {
      hasPlan = true
      say({ progress })
    }
  })
  // Rules that share nothing with the planner have the last word: a plan that breaks one never becomes a draft.
  const [broken] = judgePlan(problem, plan.assignments).violations
  if (broken) throw new Error(`the planner broke a rule: ${broken.text}`)
  say({ plan, reasons: reasonsOf(order, plan) })
}

/** The thread that plans, one order after the other; it dies with the planner's error. */
parentPort?.on('message', planFor)
