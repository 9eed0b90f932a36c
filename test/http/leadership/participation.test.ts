import { eq } from 'drizzle-orm'
import t from 'tap'
import { employees } from '../../../db/schema/employees.ts'
import { ledgerEntries } from '../../../db/schema/ledger.ts'
import { quotas } from '../../../db/schema/quotas.ts'
import { readBalances } from '../../../src/hours/read-balances.ts'
import { testApp } from '../../helpers/app.ts'
import { type Employee, insertEmployee, insertTeam } from '../../helpers/people.ts'

/** Five leaders and seven others who owe four hours per four weeks; it is 1 March 2027. */
async function twelve(t: Parameters<typeof testApp>[0]) {
  const app = await testApp(t)
  const team = await insertTeam(app.db, 'Product')
  const people: Employee[] = []
  for (const [at, name] of [...'abcdefghijkl'].entries()) {
    const level = at === 0 ? 'executive' : at < 5 ? 'lead' : 'staff'
    people.push(await insertEmployee(app.db, `Person ${name}`, team, { level }))
  }
  await app.db
    .insert(quotas)
    .values({ scope: 'organisation', minutes: 240, perWeeks: 4, fromOn: '2026-01-01' })
  const work = (
    employeeId: string,
    minutes: number,
    onDay = '2027-02-10',
    kind = 'worked' as 'worked' | 'credited' | 'waived'
  ) => app.db.insert(ledgerEntries).values({ employeeId, kind, minutes, onDay })
  const read = async (query = '', who = people[11]!) =>
    (await app.as(who).get(`/api/leadership/participation${query}`)).json()
  return { ...app, team, people, work, read }
}

t.test(
  'everybody sees hours due and done of the leaders beside those of all, and of nobody alone',
  async (t) => {
    const { people, work, read, db, as } = await twelve(t)
    await work(people[0]!.id, 240)
    await work(people[1]!.id, 120, '2027-02-11', 'credited')
    await work(people[2]!.id, 400, '2027-02-12', 'waived')
    for (const person of people.slice(5)) await work(person.id, 240)
    const days = { fromOn: '2027-01-04', toOn: '2027-03-01' }
    const seen = await read(`?fromOn=${days.fromOn}&toOn=${days.toOn}`)
    t.strictSame(seen, {
      ...days,
      leaders: {
        people: 5,
        dueMinutes: 2400 - 400,
        doneMinutes: 360,
        shareDone: 0.18,
        tookPart: 2,
        shareTookPart: 0.4
      },
      everybody: {
        people: 12,
        dueMinutes: 5760 - 400,
        doneMinutes: 2040,
        shareDone: 0.3806,
        tookPart: 9,
        shareTookPart: 0.75
      },
      overrides: []
    })
    const balances = [...(await readBalances(db, days)).values()]
    t.equal(
      seen.everybody.dueMinutes,
      balances.reduce((sum, { dueMinutes, waivedMinutes }) => sum + dueMinutes - waivedMinutes, 0),
      'the ledger’s sums'
    )
    const url = `/api/leadership/participation.csv?fromOn=${days.fromOn}&toOn=${days.toOn}`
    t.strictSame((await as(people[11]!).get(url)).body.replace('\uFEFF', '').trim().split('\n'), [
      'group,people,due_minutes,done_minutes,share_done,took_part,share_took_part',
      'leaders,5,2000,360,0.18,2,0.4',
      'everybody,12,5360,2040,0.3806,9,0.75'
    ])
    t.notMatch(JSON.stringify(seen), new RegExp(people.map(({ id, name }) => `${id}|${name}`).join('|')))
  }
)

t.test('without days it is the quarter, and days that are none are refused', async (t) => {
  const { read, as, people } = await twelve(t)
  t.match(await read(), { fromOn: '2027-01-01', toOn: '2027-04-01' })
  const url = '/api/leadership/participation?fromOn=2027-04-01&toOn=2027-01-01'
  t.equal((await as(people[0]!).get(url)).json().code, 'PERIOD_NOT_VALID')
})

t.test(
  'fewer than five leaders are not shown, nor are leaders from whom fewer than five others would be left',
  async (t) => {
    const { db, read, people, team, as } = await twelve(t)
    const setLevel = (id: string, level: 'staff' | 'lead') =>
      db.update(employees).set({ level }).where(eq(employees.id, id))
    await setLevel(people[4]!.id, 'staff')
    t.match(await read(), { leaders: null, everybody: { people: 12 } })
    const csv = (await as(people[0]!).get('/api/leadership/participation.csv')).body
    t.match(csv, /leaders,,,,,,\neverybody,12,/)
    for (const person of people.slice(4, 8)) await setLevel(person.id, 'lead')
    t.match(await read(), { leaders: null, everybody: { people: 12 } }, 'eight leaders, four others')
    await insertEmployee(db, 'Person m', team)
    t.match(await read(), { leaders: { people: 8 } })
  }
)

t.test('who left before the days counts in neither group, who left in them in both', async (t) => {
  const { db, read, team } = await twelve(t)
  await insertEmployee(db, 'Long gone', team, { level: 'lead', leavesOn: '2026-12-31' })
  t.match(await read(), { leaders: { people: 5 }, everybody: { people: 12 } })
  await insertEmployee(db, 'Just gone', team, { level: 'lead', leavesOn: '2027-01-01' })
  t.match(await read(), { leaders: { people: 6 }, everybody: { people: 13 } })
})
