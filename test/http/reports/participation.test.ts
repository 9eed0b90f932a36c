import { eq } from 'drizzle-orm'
import t from 'tap'
import { auditEntries } from '../../../db/schema/audit.ts'
import { employees } from '../../../db/schema/employees.ts'
import { nothingNewAnswers } from '../../../db/schema/learnings.ts'
import { ledgerEntries } from '../../../db/schema/ledger.ts'
import { readParticipation } from '../../../src/reports/read-participation.ts'
import { insertAssignment, insertShift } from '../../helpers/shifts.ts'
import { fifteenPeople } from './reports-cast.ts'

/** Twelve weeks: everybody owes 720 minutes. */
const SPRING = 'fromOn=2027-01-04&toOn=2027-03-29'

t.test('rows add up what a group owed, worked, heard and answered', async (t) => {
  const { people, helge, read, work, db } = await fifteenPeople(t)
  const [ann, ben, cas] = people.Product!
  const first = await work(ann!, '2027-01-11')
  await first.hear()
  await first.hear()
  await first.hear()
  await (await work(ann!, '2027-02-11', 200)).nothingNew()
  await work(ben!, '2027-02-12', null)
  await db.insert(ledgerEntries).values([
    { employeeId: cas!.id, kind: 'credited', minutes: 60, onDay: '2027-03-01' },
    { employeeId: cas!.id, kind: 'carried', minutes: -30, onDay: '2027-03-01' }
  ])
  const { rows, totals } = await read(helge, `by=team&${SPRING}`)
  const product = {
    group: 'Product',
    groupId: ann!.teamId,
    people: 6,
    dueMinutes: 6 * 720,
    workedMinutes: 440,
    creditedMinutes: 60,
    carriedMinutes: -30,
    waivedMinutes: 0,
    balanceMinutes: 440 + 60 - 30 - 6 * 720,
    shifts: 3,
    tookPart: 3,
    shareTookPart: 0.5,
    learnings: 3,
    nothingNew: 1,
    learningsPerShift: 1
  }
  t.match(rows[0], product)
  t.match(rows[1], {
    people: 9,
    workedMinutes: 0,
    shareTookPart: 0,
    learningsPerShift: null
  })
  t.match(totals, {
    ...product,
    ...{ group: 'total', groupId: null, people: 15, dueMinutes: 15 * 720, shareTookPart: 0.2 },
    balanceMinutes: 470 - 15 * 720
  })
})

t.test(
  'what is outside of the days, not over, given up or confirmed as nothing does not count',
  async (t) => {
    const { people, helge, read, work, clock, rotation, db } = await fifteenPeople(t)
    const [ann, ben, cas, dag] = people.Product!
    await work(ann!, '2027-01-03')
    await work(ann!, '2027-03-29')
    await work(ben!, '2027-02-01', 0)
    const shift = await insertShift(db, rotation, '2027-02-02T01:00:00Z', '2027-02-02T02:00:00Z')
    const givenUp = await insertAssignment(db, shift, cas!, { releasedAt: new Date('2027-01-20T08:00:00Z') })
    await db.insert(nothingNewAnswers).values({ assignmentId: givenUp.id })
    await (await work(dag!, '2027-03-28', null)).hear()
    clock.set('2027-03-28T13:59:00Z')
    const { rows } = await read(helge, `by=team&${SPRING}`)
    t.match(rows[0], { workedMinutes: 0, shifts: 0, shareTookPart: 0, learnings: 0, nothingNew: 0 })
    t.match(rows[0], { neverAsked: 3 }, 'who gave a seat up was asked')
    clock.set('2027-03-28T14:00:00Z')
    t.match((await read(helge, `by=team&${SPRING}`)).rows[0], { shifts: 1, learnings: 1 })
  }
)

t.test(
  'groups of fewer than five are one group, with the next smallest where need be, and the note says so',
  async (t) => {
    const { people, helge, read, db } = await fifteenPeople(t)
    const shown = async () =>
      (await read(helge, `by=team&${SPRING}`)).rows.map(({ group, people }) => [group, people])
    t.strictSame(await shown(), [
      ['Product', 6],
      ['fewer than five', 9]
    ])
    t.match((await read(helge, `by=team&${SPRING}`)).note, /fewer than five/)
    await db
      .update(employees)
      .set({ teamId: people.Legal![0]!.teamId })
      .where(eq(employees.id, people.Product![1]!.id))
    t.strictSame(await shown(), [
      ['Product', 5],
      ['Support', 5],
      ['fewer than five', 5]
    ])
    const levels = await read(helge, `by=level&${SPRING}`)
    t.strictSame(
      levels.rows.map(({ group, people }) => [group, people]),
      [['fewer than five', 15]],
      'four leads are not shown beside eleven others'
    )
  }
)

t.test('a report of fewer than five people in all shows none', async (t) => {
  const { people, helge, read, db } = await fifteenPeople(t)
  const stay = new Set([helge.id, ...people.Legal!.map(({ id }) => id)])
  for (const { id } of Object.values(people).flat()) {
    if (!stay.has(id)) await db.update(employees).set({ leavesOn: '2026-12-31' }).where(eq(employees.id, id))
  }
  for (const by of ['team', 'level', 'period']) {
    t.match(await read(helge, `by=${by}&${SPRING}`), { rows: [], totals: null }, by)
  }
})

t.test('people count from joining to leaving, and as long as they have hours', async (t) => {
  const { people, helge, read, db } = await fifteenPeople(t)
  const [ann, ben, cas, dag] = people.Support!
  const change = (id: string, set: Partial<typeof employees.$inferInsert>) =>
    db.update(employees).set(set).where(eq(employees.id, id))
  await change(ann!.id, { leavesOn: '2027-01-04' })
  await change(ben!.id, { leavesOn: '2027-01-03' })
  await change(cas!.id, { joinedOn: '2027-03-29' })
  await change(dag!.id, { leavesOn: '2026-06-30' })
  const total = async () => (await read(helge, `by=team&${SPRING}`)).totals
  t.match(await total(), { people: 12, dueMinutes: 11 * 720 + 9 })
  await db.insert(ledgerEntries).values({
    ...{ employeeId: dag!.id, kind: 'credited', minutes: 15, onDay: '2027-01-04' }
  })
  t.match(
    await total(),
    { people: 13, creditedMinutes: 15, neverAsked: 12 },
    'who has left was not to be asked'
  )
})

t.test('a lead sees the people of the teams they lead, however few, and nobody else', async (t) => {
  const { people, read, work, as } = await fifteenPeople(t)
  await work(people.Legal![1]!, '2027-01-11')
  await work(people.Product![1]!, '2027-01-12')
  const lead = people.Legal![0]!
  for (const by of ['team', 'level', 'period&per=month']) {
    const { totals, rows, note } = await read(lead, `by=${by}&${SPRING}`)
    t.match(totals, { people: 3, workedMinutes: 240, shifts: 1 }, by)
    t.equal(
      rows.reduce((sum, row) => sum + row.workedMinutes, 0),
      240
    )
    t.match(note, /teams you lead/)
  }
  t.equal((await as(people.Legal![1]!).get(`/api/participation?by=team&${SPRING}`)).statusCode, 403)
  t.equal((await as(null).get(`/api/participation?by=team&${SPRING}`)).statusCode, 401)
})

t.test('weeks are ISO weeks and months calendar months, cut to the days asked for', async (t) => {
  const { people, helge, read, work } = await fifteenPeople(t)
  const [ann] = people.Product!
  await work(ann!, '2027-01-03')
  await work(ann!, '2027-01-04', 100)
  const turn = 'by=period&fromOn=2026-12-27&toOn=2027-01-06'
  const rows = async (per: string) => {
    const report = await read(helge, `${turn}&per=${per}`)
    t.match(report.totals, { workedMinutes: 340, dueMinutes: 15 * 86 })
    return report.rows.map(({ group, workedMinutes, shifts }) => [group, workedMinutes, shifts])
  }
  t.strictSame(await rows('week'), [
    ['2026-W52', 0, 0],
    ['2026-W53', 240, 1],
    ['2027-W01', 100, 1]
  ])
  t.strictSame(await rows('month'), [
    ['2026-12', 0, 0],
    ['2027-01', 340, 2]
  ])
})

t.test('every look is written down', async (t) => {
  const { people, helge, read, as, db } = await fifteenPeople(t)
  await read(helge, `by=team&${SPRING}`)
  await as(people.Legal![0]!).get(`/api/participation.csv?by=level&${SPRING}`)
  t.match(await db.select().from(auditEntries), [
    {
      action: 'participation.viewed',
      actorId: helge.id,
      after: { by: 'team', format: 'json', teamIds: 'all' }
    },
    { actorId: people.Legal![0]!.id, after: { format: 'csv', teamIds: [people.Legal![0]!.teamId] } }
  ])
})

t.test('the command line reads the same report in nobody’s name', async (t) => {
  const { helge, read, db, clock } = await fifteenPeople(t)
  const system = { db, now: clock.now, actor: null, requestId: null }
  const question = { by: 'team' as const, fromOn: '2027-01-04', toOn: '2027-03-29' }
  const report = await readParticipation(system, question)
  const withoutParts = (key: string, value: unknown) => (key === 'parts' ? undefined : value)
  const answer = JSON.parse(JSON.stringify(report, withoutParts))
  t.strictSame(answer, await read(helge, `by=team&${SPRING}`), 'what only pages need is not in the API')
})

t.test('a question that is none is refused', async (t) => {
  const { helge, as } = await fifteenPeople(t)
  const wrong = ['by=person', 'by=team&per=day', 'by=team&toOn=2027-01-04', 'by=team&fromOn=2020-01-01', '']
  for (const query of wrong) {
    const filled = new URLSearchParams(`${SPRING}`)
    for (const [name, value] of new URLSearchParams(query)) filled.set(name, value)
    t.equal((await as(helge).get(`/api/participation?${filled}`)).statusCode, 400, query)
    t.equal((await as(helge).get(`/api/participation.csv?${filled}`)).statusCode, 400, query)
  }
})
