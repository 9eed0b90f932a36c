import t from 'tap'
import { nextAttemptAt } from '../../../src/webhooks/next-attempt.ts'

const now = new Date('2027-03-01T08:00:00Z')
const asked = (retryAfter: string | null, attempts = 1) =>
  nextAttemptAt({ attempts, now, retryAfter, spread: 0 })

t.test('a server that says when to come back is left alone until then, in seconds or by date', async (t) => {
  t.strictSame(asked('600'), new Date('2027-03-01T08:10:00Z'))
  t.strictSame(asked('Mon, 01 Mar 2027 09:30:00 GMT'), new Date('2027-03-01T09:30:00Z'))
})

t.test('never sooner than planned, never later than a day, and nonsense does not count', async (t) => {
  const planned = new Date('2027-03-01T08:01:00Z')
  for (const text of [null, '0', '5', 'Mon, 01 Mar 2027 07:00:00 GMT', 'soon', '', '-5', '1e9'])
    t.strictSame(asked(text), planned, String(text))
  t.strictSame(asked('999999999'), new Date('2027-03-02T08:00:00Z'))
  t.strictSame(asked('Wed, 01 Mar 2028 09:30:00 GMT'), new Date('2027-03-02T08:00:00Z'))
})

t.test('after ten attempts it is given up, whatever the server asks', async (t) => {
  t.ok(asked('600', 9))
  t.equal(asked('600', 10), null)
})
