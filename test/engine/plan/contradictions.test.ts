import t from 'tap'
import { ContradictoryFacts } from '../../../src/engine/plan/contradictions.ts'
import { planRotation } from '../../../src/engine/plan/plan-rotation.ts'
import type { Problem } from '../../../src/engine/plan/problem.ts'
import { personFor, problemOf, shiftOn } from '../rules/one-person-problem.ts'

function factsAgainst(problem: Problem): string[] {
  try {
    planRotation(problem, { seed: 1 })
  } catch (error) {
    if (error instanceof ContradictoryFacts)
      return error.facts.map(({ kind, person, shift, rule }) => rule ?? `${kind} ${person}:${shift}`)
    throw error
  }
  return []
}

const days = [shiftOn(0, 9), shiftOn(1, 9), shiftOn(9, 9), shiftOn(20, 9)]

t.test('of many locks only the two that break spacing are named', async (t) => {
  const people = [personFor(4, { locked: [3] }), personFor(4, { locked: [0, 2, 3], spacingDays: 10 })]
  t.same(factsAgainst(problemOf(days, people)), ['lock 1:0', 'lock 1:2', 'too-close'])
})

t.test('locks beyond the maximum, the most shifts and the team cap are named', async (t) => {
  const locked = () => personFor(4, { locked: [1] })
  t.same(
    factsAgainst(
      problemOf([shiftOn(0, 9), shiftOn(1, 9, { max: 1 }), ...days.slice(2)], [locked(), locked()])
    ),
    ['lock 0:1', 'lock 1:1', 'over-maximum']
  )
  t.same(factsAgainst(problemOf(days, [personFor(4, { locked: [0, 3], maxShifts: 1 })])), [
    'lock 0:0',
    'lock 0:3',
    'too-many-shifts'
  ])
  t.same(factsAgainst(problemOf(days, [locked(), locked()], { teamCaps: [1] })), [
    'lock 0:1',
    'lock 1:1',
    'team-cap'
  ])
})

t.test('a locked guest finds a host, even one who must give up something better', async (t) => {
  const shifts = [shiftOn(0, 9, { hosts: 1 }), shiftOn(0, 9, { desired: 1, min: 1 })]
  const people = [personFor(2, { locked: [0] }), personFor(2, { host: true })]
  t.same(planRotation(problemOf(shifts, people), { seed: 1 }).assignments, [[0], [0]])
})

t.test('a locked guest whom no host can join is named with what the shift lacks', async (t) => {
  const shifts = [shiftOn(0, 9, { hosts: 1 }), shiftOn(0, 9), shiftOn(20, 9)]
  const host = personFor(3, { host: true, locked: [1] })
  const people = [personFor(3, { locked: [0] }), host, personFor(3, { locked: [2] })]
  t.same(factsAgainst(problemOf(shifts, people)), ['lock 0:0', 'lock 1:1', 'missing-host'])
})
