import t from 'tap'
import { auditEntries } from '../../../db/schema/audit.ts'
import { amaraListened } from './learnings-cast.ts'

t.test(
  'the company edits its product areas: added, renamed, given an owner, offered in order of name',
  async (t) => {
    const { as, ada, helge, bo, eva } = await amaraListened(t)
    const add = (who: { id: string }, name: string) => as(who).post('/api/areas', { name })
    const { id } = (await add(ada, ' Pairing ')).json()
    t.equal((await add(helge, 'billing')).statusCode, 201)
    t.equal((await add(bo, 'Mine')).statusCode, 403)
    t.match((await add(ada, 'BILLING')).json(), { status: 409, code: 'AREA_NAME_TAKEN' })
    const change = (body: object) => as(ada).patch(`/api/areas/${id}`, body)
    t.equal((await change({ name: 'App', ownerId: eva.id })).statusCode, 204)
    t.equal((await change({ name: 'Billing' })).json().code, 'AREA_NAME_TAKEN')
    t.equal((await change({ ownerId: id })).json().code, 'AREA_OWNER_NOT_VALID')
    t.match((await as(bo).get('/api/areas')).json().items, [
      { name: 'App', owner: { id: eva.id, name: 'Eva Executive' }, archivedAt: null },
      { name: 'billing', owner: null }
    ])
  }
)

t.test(
  'an area in use is archived, not deleted: offered no more, kept by what is of it, and brought back',
  async (t) => {
    const { as, ada, amara, bo, submit } = await amaraListened(t)
    const { id: areaId } = (await as(ada).post('/api/areas', { name: 'Hub' })).json()
    const { id: unused } = (await as(ada).post('/api/areas', { name: 'Unused' })).json()
    const learning = (await submit(amara, { areaId })).json()
    t.match(learning, { areaId, areaName: 'Hub' })
    t.match((await as(ada).delete(`/api/areas/${areaId}`)).json(), { status: 409, code: 'AREA_IN_USE' })
    t.equal((await as(ada).delete(`/api/areas/${unused}`)).statusCode, 204)
    t.equal((await as(ada).put(`/api/areas/${areaId}/archival`)).statusCode, 204)
    t.strictSame((await as(bo).get('/api/areas')).json().items, [])
    t.match((await as(bo).get('/api/areas?withArchived=true')).json().items, [
      { id: areaId, archivedAt: '2027-03-01T13:00:00.000Z' }
    ])
    t.match((await submit(amara, { areaId })).json(), { status: 422, code: 'AREA_NOT_OFFERED' })
    t.match((await as(bo).get(`/api/learnings?areaId=${areaId}`)).json().items, [{ areaName: 'Hub' }])
    await as(ada).delete(`/api/areas/${areaId}/archival`)
    t.equal((await submit(amara, { areaId })).statusCode, 201)
  }
)

t.test('the hourly rate is dated, in a currency, and never overwritten', async (t) => {
  const { as, ada, helge, bo, db, pool } = await amaraListened(t)
  const set = (who: { id: string }, fromOn: string, perHour: number, currency = 'NOK') =>
    as(who).post('/api/hourly-rates', { fromOn, perHour, currency })
  t.equal((await set(bo, '2027-01-01', 600)).statusCode, 403)
  t.match((await set(ada, '2027-01-01', 600.5)).json(), {
    fromOn: '2027-01-01',
    perHour: 600.5,
    currency: 'NOK'
  })
  t.equal((await set(helge, '2027-01-01', 650)).statusCode, 201)
  t.match((await set(ada, '2027-02-30', 600)).json(), { code: /NOT_VALID/ })
  t.match((await set(ada, '2027-01-01', 600, 'KRO')).json(), { status: 422, code: 'RATE_NOT_VALID' })
  t.equal((await set(ada, '2027-01-01', -1)).statusCode, 400)
  t.match((await set(ada, '2027-01-01', 600.123)).json(), {
    code: 'RATE_NOT_VALID',
    details: { field: 'perHour' }
  })
  t.equal((await set(ada, '2026-01-01', 1.13)).statusCode, 201, 'decimals that binary fractions miss')
  t.match((await as(bo).get('/api/hourly-rates')).json().items.slice(1), [
    { perHour: 600.5, enteredBy: 'Ada Admin', isInForce: false },
    { perHour: 650, enteredBy: 'Helge HR', isInForce: true }
  ])
  await t.rejects(pool.query('update hourly_rates set cents_per_hour = 1'), /append-only/)
  t.ok((await db.select().from(auditEntries)).some(({ action }) => action === 'hourly-rate.set'))
})
