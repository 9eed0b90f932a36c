import pg from 'pg'
import t from 'tap'
import { describeError, sayError } from '../../src/lib/describe-error.ts'

const SECRET = 'amara@fjordlys.example'

function refused(): Error {
  const cause = Object.assign(new pg.DatabaseError(`duplicate ${SECRET}`, 1, 'error'), {
    ...{ code: '23505', constraint: 'employees_email', detail: `Key (email)=(${SECRET})` }
  })
  const error = new Error(`Failed query: insert into employees values ($1)\nparams: ${SECRET}`, { cause })
  return Object.assign(error, { params: [SECRET] })
}

t.test(
  'a failed query is described without its parameters, with what the database said it was',
  async (t) => {
    const described = describeError(refused())
    t.match(described, { type: 'Error', cause: { code: '23505', constraint: 'employees_email' } })
    t.match(described.stack, /^at .*describe-error\.test\.ts/)
    t.notMatch(JSON.stringify(described), SECRET)
    t.equal(sayError(refused()), 'The database refused it (23505, employees_email).')
    t.equal(sayError(new Error(`Failed query: select 1\nparams: ${SECRET}`)), 'The database did not answer.')
  }
)

t.test('a message over several lines leaves none of them, and a code that is no word neither', async (t) => {
  const error = Object.assign(new Error(`first ${SECRET}\nat ${SECRET}\n  second`), { code: SECRET })
  t.notMatch(JSON.stringify(describeError(error)), SECRET)
  t.match(describeError(error).stack, /describe-error\.test\.ts/)
})

t.test('what is no error is described too, and a circle of causes ends', async (t) => {
  t.strictSame(describeError(SECRET), { type: 'string', stack: '' })
  const error = new Error('a')
  error.cause = error
  t.match(describeError(error), { cause: { cause: { cause: { cause: {} } } } })
  t.equal(sayError('plain'), 'plain')
})
