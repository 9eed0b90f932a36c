import t from 'tap'
import { checkLostLock } from '../../../src/engine/rules/lost-lock.ts'
import { breaks, problemWhereBoIsLockedOn, problemWith, shiftOn, somebody } from './cast.ts'

t.test('a locked shift is kept, whatever else the person holds and in whatever order', async (t) => {
  const problem = problemWhereBoIsLockedOn(3, 1)
  t.strictSame(checkLostLock(problem, [[1, 3]]), [])
  t.strictSame(checkLostLock(problem, [[3, 2, 1, 0]]), [])
  t.strictSame(checkLostLock(problem, [[1, 2]]), [
    { rule: 'lost-lock', person: 0, shift: 3, text: 'Person 0 lost locked shift 3.' }
  ])
})

t.test('an empty plan loses every lock, and so does one without a list for the person', async (t) => {
  const problem = problemWhereBoIsLockedOn(0, 2)
  for (const plan of [[[]], []]) {
    t.strictSame(
      checkLostLock(problem, plan).map(({ shift }) => shift),
      [0, 2]
    )
  }
  t.strictSame(checkLostLock(problemWhereBoIsLockedOn(), [[]]), [])
})

t.test('a lock is not kept by somebody else', async (t) => {
  const problem = problemWith([shiftOn(0)], [somebody(), somebody({ locked: [0] })])
  t.strictSame(checkLostLock(problem, [[], [0]]), [])
  breaks(t, checkLostLock(problem, [[0], []]), [{ person: 1, shift: 0 }])
})
