import t from 'tap'
import { absences } from '../../../db/schema/absences.ts'
import { auditEntries } from '../../../db/schema/audit.ts'
import { notices } from '../../../db/schema/notices.ts'
import { insertEmployee } from '../../helpers/people.ts'
import { promisedMornings } from './absences-cast.ts'

async function importing(t: Parameters<typeof promisedMornings>[0]) {
  const app = await promisedMornings(t)
  const send = (csv: string | Buffer, query = '', who: { id: string } = app.helge) =>
    app.as(who).send('POST', `/api/absence-imports${query}`, {
      headers: { 'content-type': 'text/csv' },
      payload: csv
    })
  const stored = () => app.db.select().from(absences).orderBy(absences.startsAt, absences.employeeId)
  return { ...app, send, stored }
}

const FILE = `email,from_on,last_on,from_part,last_part,kind
amara.okafor@fjordlys.example,2027-03-04,,,,sick
BO.BERG@fjordlys.example,2027-07-05,2027-07-07,afternoon,morning,leave
`

t.test(
  'HR imports absences by local days and halves; people and leads are told what touches them',
  async (t) => {
    const { send, stored, amara, bo, lars, told, kindsTo, flags } = await importing(t)
    const reply = await send(FILE)
    t.equal(reply.statusCode, 200, reply.body)
    t.strictSame(reply.json(), { added: 2, unchanged: 0, people: 2, shiftsInTheWay: 1, dryRun: false })
    t.match(await stored(), [
      {
        employeeId: amara.id,
        startsAt: new Date('2027-03-03T23:00:00Z'),
        endsAt: new Date('2027-03-04T23:00:00Z'),
        kind: 'sick',
        source: 'import'
      },
      {
        employeeId: bo.id,
        startsAt: new Date('2027-07-05T11:00:00Z'),
        endsAt: new Date('2027-07-07T11:00:00Z'),
        kind: 'leave'
      }
    ])
    t.strictSame((await kindsTo(amara)).sort(), ['absence-imported', 'shift-in-absence'])
    t.strictSame(await kindsTo(bo), ['absence-imported'])
    t.match(await told(lars), [{ kind: 'shift-in-absence', facts: { name: 'Amara Okafor' } }])
    t.strictSame(await flags(amara), [false, true])
  }
)

t.test('the kind goes to the person and to nobody else: no notice, no audit entry', async (t) => {
  const { send, as, amara, db } = await importing(t)
  await send(FILE)
  t.match((await as(amara).get('/api/me/absences')).json().items, [{ kind: 'sick', source: 'import' }])
  const traces = [await db.select().from(notices), await db.select().from(auditEntries)]
  t.notMatch(JSON.stringify(traces), /sick/)
})

t.test('a dry run says what would happen and writes nothing at all', async (t) => {
  const { send, stored, db } = await importing(t)
  const reply = await send(FILE, '?dryRun=true')
  t.strictSame(reply.json(), { added: 2, unchanged: 0, people: 2, shiftsInTheWay: 1, dryRun: true })
  t.strictSame(
    [await stored(), await db.select().from(notices), await db.select().from(auditEntries)],
    [[], [], []]
  )
})

t.test('the same file a second time changes nothing', async (t) => {
  const { send, stored, db } = await importing(t)
  await send(FILE)
  const before = [await stored(), await db.select().from(notices)]
  t.match((await send(FILE)).json(), { added: 0, unchanged: 2, people: 0 })
  t.strictSame([await stored(), await db.select().from(notices)], before)
})

t.test(
  'every line that cannot be taken is named with its field and a remedy, and nothing is imported',
  async (t) => {
    const { send, stored, as, bo, db, product } = await importing(t)
    await insertEmployee(db, 'Gunnar Gone', product, { deactivatedAt: new Date('2027-01-01') })
    await as(bo).post('/api/me/absences', { fromOn: '2027-05-10', lastOn: '2027-05-12', kind: 'leave' })
    const lines = [
      'email,from_on,last_on,from_part,last_part,kind',
      'nobody@fjordlys.example,2027-03-04,,,,',
      'gunnar.gone@fjordlys.example,2027-03-04,,,,',
      'bo.berg@fjordlys.example,2027-02-30,,,,',
      'bo.berg@fjordlys.example,2027-03-04,2027-03-03,,,',
      'bo.berg@fjordlys.example,2027-03-04,,morning,evening,holiday',
      'bo.berg@fjordlys.example,2027-03-04,,afternoon,morning,',
      'bo.berg@fjordlys.example,2027-05-12,2027-05-14,,,',
      'bo.berg@fjordlys.example,2027-06-01,2027-06-03,,,',
      'bo.berg@fjordlys.example,2027-06-03,,,,',
      'bo.berg@fjordlys.example,2027-08-01',
      ',2027-08-01,,,,'
    ]
    const first = (await send(lines.join('\n'))).json()
    t.match(first, { status: 422, code: 'ABSENCE_IMPORT_NOT_VALID' })
    const named = (problem: { details: { lines: { line: number; field: string }[] } }) =>
      problem.details.lines.map(({ line, field }) => `${line} ${field}`)
    t.strictSame(named(first), [
      '4 from_on',
      '5 last_on',
      '6 from_part',
      '6 last_part',
      '6 kind',
      '11 line',
      '12 email'
    ])
    const readable = lines.filter((_, index) => ![3, 4, 5, 10, 11].includes(index))
    const second = (await send(readable.join('\n'))).json()
    t.strictSame(named(second), ['2 email', '3 email', '4 last_part', '5 from_on', '7 from_on'])
    t.equal((await stored()).length, 1)
  }
)

t.test('a file that is none is refused by line and field, never an error of ours', async (t) => {
  const { send, stored } = await importing(t)
  const field = async (csv: string | Buffer) => (await send(csv)).json().details.lines[0].field
  t.equal(await field(''), 'file')
  t.equal(await field('email;from on;colour\n'), 'header')
  t.equal(await field(Buffer.from([0xff, 0xfe, 0x41, 0x00])), 'file')
  t.equal(await field('email,from_on\n"open,2027-03-04\n'), 'line')
  t.strictSame(await stored(), [])
})

t.test('days are those of each person: one line, three zones, clock changes included', async (t) => {
  const { send, stored, db, product } = await importing(t)
  const zones = { 'Australia/Lord_Howe': 'a', 'America/Sao_Paulo': 'b', 'Europe/Oslo': 'c' }
  for (const [timeZone, name] of Object.entries(zones)) await insertEmployee(db, name, product, { timeZone })
  const csv = ['email,from_on', ...Object.values(zones).map((name) => `${name}@fjordlys.example,2027-03-28`)]
  t.equal((await send(csv.join('\n'))).statusCode, 200)
  t.strictSame(
    (await stored()).map(({ startsAt, endsAt }) => [
      startsAt.toISOString(),
      (+endsAt - +startsAt) / 3_600_000
    ]),
    [
      ['2027-03-27T13:00:00.000Z', 24],
      ['2027-03-27T23:00:00.000Z', 23],
      ['2027-03-28T03:00:00.000Z', 24]
    ]
  )
})

t.test('leads and everybody else may not import', async (t) => {
  const { send, lars, amara, ada } = await importing(t)
  for (const who of [lars, amara]) t.equal((await send(FILE, '', who)).statusCode, 403)
  t.equal((await send(FILE, '?dryRun=true', ada)).statusCode, 200)
})
