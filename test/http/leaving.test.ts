import t from 'tap'
import { testApp } from '../helpers/app.ts'
import { insertSmallCompany } from '../helpers/people.ts'

t.test(
  'a replica that is about to stop says so to balancers, and serves whoever comes all the same',
  async (t) => {
    const { app, as, db } = await testApp(t)
    const { amara } = await insertSmallCompany(db)
    t.equal((await app.inject('/readyz')).statusCode, 200)
    t.not((await as(amara).get('/api/me')).headers.connection, 'close')
    const left = app.leaving.begin(0)
    const ready = await app.inject('/readyz')
    t.equal(ready.statusCode, 503)
    t.strictSame(ready.json(), { status: 'leaving' })
    t.equal((await app.inject('/healthz')).statusCode, 200)
    const me = await as(amara).get('/api/me')
    t.equal(me.statusCode, 200)
    t.equal(me.headers.connection, 'close', 'whoever kept a connection comes back somewhere else')
    await left
  }
)
