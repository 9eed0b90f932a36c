import t from 'tap'
import { testApp } from '../../helpers/app.ts'
import { type Employee, insertEmployee, insertSmallCompany } from '../../helpers/people.ts'

async function company(t: Parameters<typeof testApp>[0]) {
  const app = await testApp(t)
  const people = await insertSmallCompany(app.db)
  const note = async (who: Employee, days: object) => {
    const reply = await app.as(who).post('/api/me/absences', { kind: 'leave', ...days })
    const { startsAt, endsAt, code } = reply.json()
    return code ?? `${startsAt.slice(0, 16)} ${endsAt.slice(0, 16)}`
  }
  return { ...app, ...people, note }
}

t.test('days are those of the person, both included, and halves of them', async (t) => {
  const { amara, db, product, note } = await company(t)
  t.equal(
    await note(amara, { fromOn: '2027-07-05', lastOn: '2027-07-23' }),
    '2027-07-04T22:00 2027-07-23T22:00'
  )
  t.equal(await note(amara, { fromOn: '2027-03-01' }), '2027-02-28T23:00 2027-03-01T23:00')
  t.equal(
    await note(amara, { fromOn: '2027-03-02', lastPart: 'morning' }),
    '2027-03-01T23:00 2027-03-02T12:00'
  )
  t.equal(
    await note(amara, { fromOn: '2027-03-02', fromPart: 'afternoon' }),
    '2027-03-02T12:00 2027-03-02T23:00'
  )
  const lord = await insertEmployee(db, 'Lord Howe', product, { timeZone: 'Australia/Lord_Howe' })
  t.equal(await note(lord, { fromOn: '2027-10-03' }), '2027-10-02T13:30 2027-10-03T13:00')
  const paulo = await insertEmployee(db, 'Sao Paulo', product, { timeZone: 'America/Sao_Paulo' })
  t.equal(await note(paulo, { fromOn: '2018-11-04' }), '2018-11-04T03:00 2018-11-05T02:00')
})

t.test('neither or both ways of dating, turned round or too long is refused by field', async (t) => {
  const { as, amara } = await company(t)
  const field = async (body: object) => {
    const problem = (await as(amara).post('/api/me/absences', { kind: 'leave', ...body })).json()
    return problem.code === 'ABSENCE_NOT_VALID' ? problem.details.field : problem.code
  }
  t.equal(await field({}), 'startsAt')
  t.equal(await field({ fromOn: '2027-03-02', startsAt: '2027-03-02T08:00:00Z' }), 'fromOn')
  t.equal(await field({ lastOn: '2027-03-02' }), 'fromOn')
  t.equal(await field({ startsAt: '2027-03-02T08:00:00Z' }), 'endsAt')
  t.equal(await field({ fromOn: '2027-03-02', lastOn: '2027-03-01' }), 'lastOn')
  t.equal(await field({ fromOn: '2027-03-02', fromPart: 'afternoon', lastPart: 'morning' }), 'lastOn')
  t.equal(await field({ fromOn: '2027-01-01', lastOn: '2028-02-05' }), 'lastOn')
  t.equal(await field({ fromOn: '2027-03-02', fromPart: 'morning' }), 'REQUEST_NOT_VALID')
  t.equal(await field({ fromOn: '1969-12-31' }), 'fromOn')
})

t.test('the two halves of a day stand beside each other, a third overlaps', async (t) => {
  const { amara, note } = await company(t)
  await note(amara, { fromOn: '2027-03-28', lastPart: 'morning' })
  t.not(await note(amara, { fromOn: '2027-03-28', fromPart: 'afternoon' }), 'ABSENCE_OVERLAPS')
  t.equal(await note(amara, { fromOn: '2027-03-28' }), 'ABSENCE_OVERLAPS')
})
