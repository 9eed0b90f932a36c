import t from 'tap'
import { checkMissingHost } from '../../../src/engine/rules/missing-host.ts'
import { breaks, problemOf, problemWith, problemWithOneHostNeeded, shiftOn, somebody } from './cast.ts'

t.test('as soon as anybody is on a shift its hosts are', async (t) => {
  t.strictSame(checkMissingHost(problemWithOneHostNeeded(), [[0], [0]]), [])
  t.strictSame(checkMissingHost(problemWithOneHostNeeded(), [[], [0]]), [], 'a host may be alone')
  t.strictSame(checkMissingHost(problemWithOneHostNeeded(), [[0], []]), [
    { rule: 'missing-host', shift: 0, text: 'Shift 0 has 0 hosts, needs 1.' }
  ])
})

t.test('an empty shift needs no host', async (t) => {
  t.strictSame(checkMissingHost(problemWithOneHostNeeded(), [[], []]), [])
  t.strictSame(checkMissingHost(problemWithOneHostNeeded(), []), [])
})

t.test('a shift that needs two hosts is not served by one', async (t) => {
  const problem = { ...problemOf(['host', 'host', 'host'], 1), shifts: [shiftOn(0, { hosts: 2 })] }
  t.strictSame(checkMissingHost(problem, [[0], [0], []]), [])
  t.strictSame(checkMissingHost(problem, [[0], [0], [0]]), [])
  breaks(t, checkMissingHost(problem, [[0], [], []]), [{ text: 'Shift 0 has 1 hosts, needs 2.' }])
})

t.test('the experienced are no hosts, and a shift that needs none has guests alone', async (t) => {
  const problem = problemOf(['experienced', 'newcomer'], 1)
  t.strictSame(checkMissingHost(problem, [[0], [0]]), [])
  t.equal(checkMissingHost({ ...problem, shifts: [shiftOn(0, { hosts: 1 })] }, [[0], [0]]).length, 1)
})

t.test('a host serves the shift they are on and no other', async (t) => {
  const shifts = [shiftOn(0, { hosts: 1 }), shiftOn(0, { hosts: 1 })]
  const problem = problemWith(shifts, [somebody({ host: true }), somebody()])
  breaks(t, checkMissingHost(problem, [[0], [1]]), [{ shift: 1 }])
  t.strictSame(checkMissingHost(problem, [[0], [0]]), [])
})
