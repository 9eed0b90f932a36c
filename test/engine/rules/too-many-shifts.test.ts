import t from 'tap'
import { checkTooManyShifts } from '../../../src/engine/rules/too-many-shifts.ts'
import { problemWhereBoMayHave, problemWith, shiftOn, somebody } from './cast.ts'

t.test('a person may have as many shifts as allowed and not one more', async (t) => {
  const problem = problemWhereBoMayHave(2)
  t.strictSame(checkTooManyShifts(problem, [[0, 4]]), [])
  t.strictSame(checkTooManyShifts(problem, [[0, 2, 4]]), [
    { rule: 'too-many-shifts', person: 0, shifts: [0, 2, 4], text: 'Person 0 has 3 shifts, at most 2.' }
  ])
})

t.test('who may have none has none', async (t) => {
  t.strictSame(checkTooManyShifts(problemWhereBoMayHave(0), [[]]), [])
  t.strictSame(checkTooManyShifts(problemWhereBoMayHave(0), []), [])
  t.equal(checkTooManyShifts(problemWhereBoMayHave(0), [[1]]).length, 1)
})

t.test('each person counts for themselves', async (t) => {
  const people = [somebody({ maxShifts: 1 }), somebody({ maxShifts: 2 }), somebody({ maxShifts: 1 })]
  const problem = problemWith([shiftOn(0), shiftOn(1)], people)
  t.strictSame(checkTooManyShifts(problem, [[0], [0, 1], [1]]), [])
  t.strictSame(
    checkTooManyShifts(problem, [
      [0, 1],
      [0, 1],
      [0, 1]
    ]).map(({ person }) => person),
    [0, 2]
  )
})
