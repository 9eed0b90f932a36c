import t from 'tap'
import { absences } from '../../../db/schema/absences.ts'
import { listAbsences } from '../../../src/absences/list-absences.ts'
import { testApp } from '../../helpers/app.ts'
import { deeds } from '../../helpers/audit.ts'
import { insertSmallCompany } from '../../helpers/people.ts'

async function company(t: Parameters<typeof testApp>[0]) {
  const app = await testApp(t)
  const people = await insertSmallCompany(app.db)
  const note = (who: { id: string }, startsAt: string, endsAt: string, kind = 'leave') =>
    app.as(who).post('/api/me/absences', { startsAt, endsAt, kind })
  return { ...app, ...people, note }
}

t.test('I note when I am away, see it and delete it', async (t) => {
  const { as, amara, note, db } = await company(t)
  const noted = await note(amara, '2027-07-05T00:00:00+02:00', '2027-07-26T00:00:00+02:00', 'sick')
  t.equal(noted.statusCode, 201, noted.body)
  t.match(noted.json(), {
    startsAt: '2027-07-04T22:00:00.000Z',
    endsAt: '2027-07-25T22:00:00.000Z',
    kind: 'sick'
  })
  await note(amara, '2027-03-02T08:00:00Z', '2027-03-02T12:00:00Z')
  const mine = (await as(amara).get('/api/me/absences')).json()
  t.match(mine.items, [{ kind: 'sick' }, { kind: 'leave' }])
  const first = (await as(amara).get('/api/me/absences?limit=1')).json()
  t.match((await as(amara).get(`/api/me/absences?limit=1&cursor=${first.nextCursor}`)).json(), {
    items: [mine.items[1]],
    nextCursor: null
  })
  const url = `/api/me/absences/${noted.json().id}`
  t.equal((await as(amara).delete(url)).statusCode, 204)
  t.equal((await as(amara).delete(url)).statusCode, 404)
  t.equal((await db.select().from(absences)).length, 1)
})

t.test('the kind is told to nobody else: not to leads, HR, planning or the audit log', async (t) => {
  const { as, amara, lars, helge, ada, note, db } = await company(t)
  const { id } = (await note(amara, '2027-07-05T00:00:00Z', '2027-07-26T00:00:00Z', 'sick')).json()
  for (const who of [lars, helge, ada]) {
    t.strictSame((await as(who).get('/api/me/absences')).json().items, [])
    t.equal((await as(who).delete(`/api/me/absences/${id}`)).statusCode, 404)
    t.notMatch((await as(who).get(`/api/employees/${amara.id}`)).body, /sick/)
  }
  const spans = await listAbsences(db, { from: new Date('2027-07-01'), to: new Date('2027-08-01') })
  t.strictSame(spans, [
    {
      employeeId: amara.id,
      startsAt: new Date('2027-07-05T00:00:00Z'),
      endsAt: new Date('2027-07-26T00:00:00Z')
    }
  ])
  await as(amara).delete(`/api/me/absences/${id}`)
  const entries = await deeds(db)
  t.strictSame(
    entries.map(({ action }) => action),
    ['absence.noted', 'absence.deleted']
  )
  t.notMatch(JSON.stringify(entries), /sick/)
})

t.test('planning asks by people and by span, half-open', async (t) => {
  const { amara, bo, note, db } = await company(t)
  await note(amara, '2027-03-02T00:00:00Z', '2027-03-03T00:00:00Z')
  await note(bo, '2027-03-02T00:00:00Z', '2027-03-03T00:00:00Z')
  const count = async (from: string, to: string, employeeIds?: string[]) =>
    (await listAbsences(db, { from: new Date(from), to: new Date(to), ...(employeeIds && { employeeIds }) }))
      .length
  t.equal(await count('2027-03-01', '2027-03-10'), 2)
  t.equal(await count('2027-03-01', '2027-03-10', [bo.id]), 1)
  t.equal(await count('2027-03-01', '2027-03-10', []), 0)
  t.equal(await count('2027-03-01', '2027-03-02'), 0)
  t.equal(await count('2027-03-03', '2027-03-04'), 0)
  t.equal(await count('2027-03-02T23:59:59Z', '2027-03-04'), 2)
})

t.test('an absence ends after it starts, lasts 400 days at most and stands alone', async (t) => {
  const { amara, bo, note } = await company(t)
  const refused = { status: 422, code: 'ABSENCE_NOT_VALID' }
  t.match((await note(amara, '2027-03-02T08:00:00Z', '2027-03-02T08:00:00Z')).json(), refused)
  t.match((await note(amara, '2027-03-02T08:00:00Z', '2027-03-01T08:00:00Z')).json(), refused)
  t.match((await note(amara, '2027-01-01T00:00:00Z', '2028-02-05T00:00:01Z')).json(), refused)
  t.equal((await note(amara, '2027-01-01T00:00:00Z', '2028-02-05T00:00:00Z')).statusCode, 201)
  t.match((await note(amara, '2028-02-04T23:59:00Z', '2028-02-06T00:00:00Z')).json(), {
    status: 409,
    code: 'ABSENCE_OVERLAPS',
    details: { startsAt: '2027-01-01T00:00:00.000Z' }
  })
  t.equal(
    (await note(amara, '2028-02-05T00:00:00Z', '2028-02-06T00:00:00Z')).statusCode,
    201,
    'next to it is fine'
  )
  t.equal(
    (await note(bo, '2027-01-01T00:00:00Z', '2027-02-05T00:00:00Z')).statusCode,
    201,
    'so is another person'
  )
})

t.test('two absences noted at once for one time are one', async (t) => {
  const { amara, note } = await company(t)
  const replies = await Promise.all(
    Array.from({ length: 6 }, () => note(amara, '2027-03-02T08:00:00Z', '2027-03-02T12:00:00Z'))
  )
  t.strictSame(replies.map(({ statusCode }) => statusCode).sort(), [201, 409, 409, 409, 409, 409])
})

t.test('instants that no calendar has are refused, never an error of ours', async (t) => {
  const { as, amara, note } = await company(t)
  const odd = [
    '2027-02-30T08:00:00Z',
    '0000-01-01T00:00:00Z',
    '2027-06-30T23:59:60Z',
    '9999-12-31T23:59:59Z',
    '2027',
    ''
  ]
  for (const instant of odd) {
    const { statusCode } = await note(amara, instant, '2027-07-01T00:00:00Z')
    t.ok([400, 422].includes(statusCode), `${instant}: ${statusCode}`)
  }
  t.equal((await note(amara, '2027-03-02T08:00:00Z', '2027-03-02T12:00:00Z', 'party')).statusCode, 400)
  t.equal((await as(amara).delete('/api/me/absences/x')).statusCode, 400)
})
