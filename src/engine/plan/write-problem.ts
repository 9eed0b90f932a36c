import type { Plan, Problem } from './problem.ts'

/**
 * Writes a problem as `rota-problem/1` text, line by line: the header, then every person. Each line ends in a newline.
 *
 * @example
 * [...writeProblem(problem)].length // the header and four people
 * //=> 5
 */
export function* writeProblem(problem: Problem): Generator<string> {
  const { people, ...header } = problem
  yield `${JSON.stringify(header)}\n`
  for (const person of people) yield `${JSON.stringify({ ...person, fits: Array.from(person.fits) })}\n`
}

/** Writes a plan as `rota-plan/1`: one line of JSON. */
export function writePlan(plan: Plan): string {
  return `${JSON.stringify(plan)}\n`
}
