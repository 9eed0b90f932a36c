import { parse } from 'csv-parse/sync'
import { eq, sql } from 'drizzle-orm'
import t from 'tap'
import { employees } from '../../db/schema/employees.ts'
import { ledgerEntries } from '../../db/schema/ledger.ts'
import { grantRole } from '../../src/directory/grant-roles.ts'
import { importEmployees } from '../../src/directory/import-employees.ts'
import { testApp } from '../helpers/app.ts'

const TEAMS = ['Support', 'Product', 'Sales', 'Finance']

/** Forty people in four teams of ten; the first four are hosts. */
function employeeFile(): string {
  const header = 'name,email,team,time_zone,country,joined_on,host,leads,level'
  const rows = Array.from({ length: 40 }, (_, i) => {
    const team = TEAMS[Math.floor(i / 10)]
    const isLead = i % 10 === 0
    return `Person ${i},person${i}@fjordlys.example,${team},Europe/Oslo,NO,2024-01-01,${i < 4 ? 'yes' : 'no'},${isLead ? team : ''},${isLead ? 'lead' : 'staff'}`
  })
  return [header, ...rows].join('\n')
}

const ROTATION = {
  name: 'Nordic office hours',
  timeZone: 'Europe/Oslo',
  slots: [1, 2, 3, 4, 5].flatMap((weekday) => [
    { weekday, startsAt: '08:00', endsAt: '12:00' },
    { weekday, startsAt: '12:00', endsAt: '16:00' }
  ]),
  seats: { min: 1, desired: 2, max: 4 },
  hostsRequired: 1,
  validFrom: '2027-01-01',
  holidayCountry: 'NO',
  holidayRule: 'skip'
}

t.test('a company is imported, planned, published, works, learns and reports', async (t) => {
  const { db, as, clock } = await testApp(t, { now: '2027-02-01T08:00:00Z' })
  const system = { db, now: clock.now, actor: null, requestId: null }
  await importEmployees(system, Buffer.from(employeeFile()))
  await grantRole(system, 'person5@fjordlys.example', 'admin')
  await grantRole(system, 'person31@fjordlys.example', 'hr')
  const people = await db.select().from(employees)
  const named = (name: string) => people.find((person) => person.name === name)!
  const admin = as(named('Person 5'))
  const hr = as(named('Person 31'))

  const begun = (await hr.get('/api/quotas')).json().items
  t.match(
    begun,
    [{ scope: 'organisation', hours: 4, weeks: 4, fromOn: '2027-02-01' }],
    'the first import set one'
  )
  const quota = await hr.post('/api/quotas', {
    scope: 'organisation',
    hours: 4,
    weeks: 4,
    fromOn: '2027-03-01'
  })
  t.match(quota, { statusCode: 201 })
  t.equal(quota.json().warning, null, '4 hours in 4 weeks is within known practice')

  const { id: rotationId } = (await admin.post('/api/rotations', ROTATION)).json()
  const period = { fromOn: '2027-03-01', toOn: '2027-04-12' }
  const preview = await admin.get(
    `/api/rotations/${rotationId}/preview?fromOn=${period.fromOn}&toOn=${period.toOn}`
  )
  const coming = preview.json().items.filter((item: { isSkipped: boolean }) => !item.isSkipped)
  t.equal(coming.length, 6 * 10 - 3 * 2, 'six weeks but for Maundy Thursday, Good Friday and Easter Monday')

  const drafted = await admin.post(`/api/rotations/${rotationId}/drafts`, period)
  t.equal(drafted.statusCode, 201)
  const draft = drafted.json()
  t.equal(draft.shifts.length, coming.length)
  t.equal(draft.shiftsBelowMinimum, 0)

  const published = await admin.post(`/api/rotations/${rotationId}/publications`, { draftId: draft.id })
  t.equal(published.statusCode, 201)
  const again = await admin.post(`/api/rotations/${rotationId}/publications`, { draftId: draft.id })
  t.equal(again.statusCode, 200)
  t.equal(again.json().id, published.json().id, 'publishing twice is one publication')

  const first = draft.shifts[0]
  const guest = people.find(
    ({ id, isHost }) =>
      !isHost && first.assignments.some((seat: { employeeId: string }) => seat.employeeId === id)
  )!
  const me = as(guest)
  const inbox = (await me.get('/api/me/notices')).json()
  t.equal(inbox.items.filter(({ kind }: { kind: string }) => kind === 'rotation-published').length, 1)
  const [mine] = (await me.get('/api/me/shifts')).json().items
  t.match(mine, { shift: { startsAt: '2027-03-01T07:00:00.000Z' }, reason: { owedMinutes: Number } })
  t.ok(people.find(({ id }) => id === mine.buddy.id)?.isHost, 'my buddy is a host')

  clock.set('2027-03-01T11:30:00Z')
  const proposed = (await me.get('/api/me/hours')).json().proposed
  t.match(proposed, [{ assignmentId: mine.assignmentId, plannedMinutes: 240 }])
  const tooEarly = await me.post(`/api/assignments/${mine.assignmentId}/hours`, { minutes: 250 })
  t.match(tooEarly.json(), { status: 400 }, 'other minutes want a reason')
  const confirmed = await me.post(`/api/assignments/${mine.assignmentId}/hours`, {
    minutes: 250,
    reason: 'A long call'
  })
  t.equal(confirmed.statusCode, 201)
  const learning = await me.post(`/api/shifts/${mine.shift.id}/learnings`, {
    type: 'hard_to_use',
    triedTo: 'Add a second house',
    obstacle: 'The button hides behind the profile picture',
    customerWords: 'Write to me at kari@example.com'
  })
  t.match(learning.json(), { customerWords: 'Write to me at [e-mail]', masked: [{ field: 'customerWords' }] })

  const query = `by=team&fromOn=2027-03-01&toOn=2027-04-01`
  const report = (await hr.get(`/api/participation?${query}`)).json()
  const rows = parse((await hr.get(`/api/participation.csv?${query}`)).body, {
    columns: true,
    bom: true
  }) as Record<string, string>[]
  const sum = (column: string) => rows.reduce((total, row) => total + Number(row[column]), 0)
  const [ledger] = await db
    .select({ minutes: sql<number>`sum(${ledgerEntries.minutes})::int` })
    .from(ledgerEntries)
    .where(eq(ledgerEntries.kind, 'worked'))
  t.equal(sum('workedMinutes'), ledger!.minutes)
  t.equal(report.totals.workedMinutes, 250)
  t.equal(report.totals.learnings, 1)

  const balance = (await me.get('/api/me/balance?fromOn=2027-03-01&toOn=2027-04-01')).json()
  t.equal(balance.balanceMinutes, 250 - balance.dueMinutes)
  t.equal(balance.dueMinutes, Math.round((240 / 28) * 31))
})
