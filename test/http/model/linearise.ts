import { judge } from './judge.ts'
import type { Operation } from './operations.ts'
import { NotExplained, type Outcome } from './verdict.ts'
import { copyOf, type World } from './world.ts'

/** What somebody asked, what was answered, and what came of it. */
export interface Attempt {
  operation: Operation
  /** `ok`, or the code with the rules it names. */
  answer: string
  /** null: nothing was written. */
  outcome: Outcome | null
}

export interface Seen {
  /** The database after the batch, a line for each thing. */
  lines: readonly string[]
  /** The notices written, as `kind person`. */
  notices: readonly string[]
}

export type Explained = { world: World } | { problem: string }

export const TRY_AGAIN = 'TRY_AGAIN'

/** Refusals of a publication depend on a whole plan, which the model does not judge. */
const PUBLICATION_REFUSALS = new Set(['PUBLICATION_STALE', 'PUBLICATION_CONFLICT'])

/** More orders than any batch that can be explained has needed, by far. */
const MOST_STEPS = 5_000

/**
 * Looks for an order in which a sequential world would give every answer that was given, write what was written and
 * tell whom was told. What succeeded comes in the order of the audit log, which is nearly always the right one.
 */
export function linearise(
  begin: World,
  attempts: readonly Attempt[],
  seen: Seen,
  linesOf: (world: World) => string[]
): Explained {
  const done = attempts.filter(({ outcome }) => outcome)
  const notDone = attempts.filter(({ outcome }) => !outcome)
  let steps = 0
  let furthest = { placed: -1, problem: '' }
  const complain = (placed: number, problem: string) => {
    if (placed > furthest.placed) furthest = { placed, problem }
    return null
  }

  function search(world: World, left: Attempt[], unexplained: Attempt[], told: string[]): World | null {
    const placed = done.length - left.length
    const open = unexplained.filter((attempt) => !isRight(begin, world, attempt))
    steps += 1
    if (left.length === 0) {
      const problem = problemAtEnd(world, open, told, seen, linesOf)
      return problem ? complain(placed, problem) : world
    }
    for (const attempt of left) {
      if (steps > MOST_STEPS) return complain(placed, 'no order was found in time')
      const next = stepOf(world, attempt)
      if ('problem' in next) complain(placed, next.problem)
      else {
        const rest = left.filter((one) => one !== attempt)
        const found = search(next.world, rest, open, [...told, ...next.notices])
        if (found) return found
      }
    }
    return null
  }

  const world = search(begin, done, notDone, [])
  return world ? { world } : { problem: furthest.problem }
}

function stepOf(world: World, attempt: Attempt): { world: World; notices: string[] } | { problem: string } {
  const { operation, answer } = attempt
  const verdict = judge(world, operation)
  const isIn = world.people.get(operation.actor)!.isSignedIn
  if (!isIn || verdict.answer !== answer || !verdict.happens) {
    const wanted = isIn ? verdict.answer : 'SIGN_IN_NEEDED'
    return { problem: `${JSON.stringify(operation)} was done; the model says: ${wanted}` }
  }
  const after = copyOf(world)
  try {
    return { world: after, notices: verdict.happens(after, attempt.outcome!) }
  } catch (error) {
    if (!(error instanceof NotExplained)) throw error
    return { problem: `${JSON.stringify(operation)} did something else: ${error.message}` }
  }
}

/** Whether this is what the world as it is would answer, writing nothing. */
function isRight(begin: World, world: World, { operation, answer }: Attempt): boolean {
  const { isSignedIn } = world.people.get(operation.actor)!
  if (answer === 'SIGN_IN_NEEDED') return !isSignedIn
  // Two met; the database let one of them go first, and the test counts how often.
  if (answer === TRY_AGAIN) return true
  // Who was let in before they were deactivated is answered by the world of the moment.
  if (!isSignedIn && !begin.people.get(operation.actor)!.isSignedIn) return false
  if (operation.kind === 'publish' && PUBLICATION_REFUSALS.has(answer)) return true
  const verdict = judge(world, operation)
  return verdict.answer === answer && !verdict.happens
}

function problemAtEnd(
  world: World,
  open: readonly Attempt[],
  told: readonly string[],
  seen: Seen,
  linesOf: (world: World) => string[]
): string {
  const wrong = open.map(({ operation, answer }) => {
    const now = judge(world, operation).answer
    return `${JSON.stringify(operation)} was answered ${answer}; the model never says so, but: ${now}`
  })
  const lines = difference(linesOf(world), seen.lines)
  const notices = difference(told, seen.notices)
  return [...wrong, ...lines, ...notices].join('\n')
}

/** Lines that one side has more often than the other. */
export function difference(model: readonly string[], database: readonly string[]): string[] {
  const count = new Map<string, number>()
  for (const line of model) count.set(line, (count.get(line) ?? 0) + 1)
  for (const line of database) count.set(line, (count.get(line) ?? 0) - 1)
  return [...count].flatMap(([line, more]) => {
    if (more === 0) return []
    return `${more > 0 ? 'only in the model' : 'only in the database'}: ${line}`
  })
}
