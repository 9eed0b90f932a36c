import t from 'tap'
import { checkNotFitting } from '../../../src/engine/rules/not-fitting.ts'
import { problemWhereBoFitsOnly, problemWith, shiftOn, somebody } from './cast.ts'

t.test('a person may hold the shifts that fit and no other', async (t) => {
  const problem = problemWhereBoFitsOnly([0, 2])
  t.strictSame(checkNotFitting(problem, [[0, 2]]), [])
  t.strictSame(checkNotFitting(problem, [[0, 1]]), [
    { rule: 'not-fitting', person: 0, shift: 1, text: 'Person 0 does not fit shift 1.' }
  ])
})

t.test('points and wish costs are no shifts', async (t) => {
  const problem = problemWith([shiftOn(0), shiftOn(1), shiftOn(2)], [somebody({ fits: [0, 1, 2] })])
  t.strictSame(shiftsBroken(problem, [[0, 1, 2]]), [1, 2])
})

t.test('a shift that does not exist fits nobody', async (t) => {
  t.strictSame(shiftsBroken(problemWhereBoFitsOnly([0]), [[7, -1]]), [7, -1])
})

t.test('nobody holds a shift twice', async (t) => {
  t.strictSame(checkNotFitting(problemWhereBoFitsOnly([0]), [[0, 0]]), [
    { rule: 'not-fitting', person: 0, shift: 0, text: 'Person 0 is twice on shift 0.' }
  ])
})

t.test('what fits one person says nothing of the other', async (t) => {
  const people = [somebody({ fits: [0, 0, 0] }), somebody({ fits: [1, 0, 0] })]
  const problem = problemWith([shiftOn(0), shiftOn(1)], people)
  t.strictSame(checkNotFitting(problem, [[0], [1]]), [])
  t.strictSame(
    checkNotFitting(problem, [[1], [0]]).map(({ person, shift }) => [person, shift]),
    [
      [0, 1],
      [1, 0]
    ]
  )
})

t.test('there is one list of shifts per person, an empty one for who has none', async (t) => {
  const problem = problemWhereBoFitsOnly([0])
  t.strictSame(checkNotFitting(problem, [[]]), [])
  t.strictSame(checkNotFitting(problem, []), [
    { rule: 'not-fitting', text: 'There are 0 lists of shifts for 1 people.' }
  ])
  t.strictSame(
    checkNotFitting(problem, [[], [0]]).map(({ text }) => text),
    ['There are 2 lists of shifts for 1 people.', 'Person 1 does not fit shift 0.']
  )
})

function shiftsBroken(...of: Parameters<typeof checkNotFitting>): unknown[] {
  return checkNotFitting(...of).map(({ shift }) => shift)
}
