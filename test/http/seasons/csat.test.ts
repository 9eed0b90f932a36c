import t from 'tap'
import { csatAnswers } from '../../../db/schema/served-cases.ts'
import { insertSeason } from '../../helpers/seasons.ts'
import { fiveLeaders } from './seasons-cast.ts'

async function importing(t: Parameters<typeof fiveLeaders>[0]) {
  const app = await fiveLeaders(t)
  const send = async (csv: string | Buffer, query = '', who = app.helge) =>
    app.as(who).send('POST', `/api/csat-imports${query}`, {
      headers: { 'content-type': 'text/csv' },
      payload: csv
    })
  return { ...app, send }
}

const HEADER = 'reference,answered_on,score'
const file = (...lines: string[]) => `${[HEADER, ...lines].join('\n')}\n`

t.test('the same file a second time changes nothing, a corrected one what was corrected', async (t) => {
  const { send, db } = await importing(t)
  const csv = file('CS-1,2027-02-01,5', 'CS-2,2027-02-02,2')
  t.strictSame((await send(csv)).json(), { added: 2, changed: 0, unchanged: 0, dryRun: false })
  t.strictSame((await send(csv)).json(), { added: 0, changed: 0, unchanged: 2, dryRun: false })
  const corrected = file('CS-2,2027-02-02,4', 'CS-1,2027-02-01,5', 'CS-3,2027-02-03,1')
  t.strictSame((await send(corrected)).json(), { added: 1, changed: 1, unchanged: 1, dryRun: false })
  t.strictSame((await db.select().from(csatAnswers)).map(({ score }) => score).sort(), [1, 4, 5])
})

t.test('a dry run says what would happen and writes nothing', async (t) => {
  const { send, db } = await importing(t)
  t.strictSame((await send(file('CS-1,2027-02-01,5'), '?dryRun=true')).json(), {
    ...{ added: 1, changed: 0, unchanged: 0 },
    dryRun: true
  })
  t.equal(await db.$count(csatAnswers), 0)
})

t.test('every wrong line is named with its field and a remedy, and then nothing is imported', async (t) => {
  const { send, db } = await importing(t)
  const reply = await send(
    file(
      'CS-1,2027-02-01,5',
      'CS-2,2027-02-30,5',
      'CS-3,2027-03-02,5',
      'CS-4,2027-02-01,6',
      'CS-1,2027-02-01,4',
      ',2027-02-01,3',
      'CS-7,2027-02-01'
    )
  )
  t.match(reply.json(), { status: 422, code: 'CSAT_IMPORT_NOT_VALID' })
  const found = reply
    .json()
    .details.lines.map(({ line, field }: { line: number; field: string }) => `${line} ${field}`)
  t.strictSame(found, ['3 answered_on', '4 answered_on', '5 score', '6 reference', '7 reference', '8 line'])
  t.equal(await db.$count(csatAnswers), 0)
})

t.test(
  'nothing personal comes in: no such columns, no address or identity number as reference',
  async (t) => {
    const { send, db } = await importing(t)
    const named = await send('reference,answered_on,score,name\nCS-1,2027-02-01,5,Kari Nordmann\n')
    t.match(named.json().details.lines, [{ line: 1, field: 'header', value: 'name' }])
    const comment = await send('reference,answered_on,score,comment\nCS-1,2027-02-01,5,Kari was kind\n')
    t.match(comment.json().details.lines, [{ field: 'header' }])
    const personal = await send(file('kari@example.com,2027-02-01,5', '01010750160,2027-02-01,5'))
    t.match(personal.json().details.lines, [
      { line: 2, field: 'reference' },
      { line: 3, field: 'reference' }
    ])
    t.notMatch(personal.body, /kari|01010750160/)
    t.equal(
      (await send(file('48120033,2027-02-01,5'))).statusCode,
      200,
      'eight digits may be a number of the tool'
    )
    t.equal(await db.$count(csatAnswers), 1)
  }
)

t.test('any bytes give an answer; HR and administrators import, nobody else', async (t) => {
  const { send, lars, amara, ada } = await importing(t)
  for (const bytes of ['', '\u0000', 'reference', Buffer.from([0xff, 0xfe, 0x00]), Buffer.from([0xc3])])
    t.equal((await send(bytes)).statusCode, 422)
  t.equal((await send(HEADER, '', ada)).statusCode, 200)
  for (const who of [lars, amara]) t.equal((await send(HEADER, '', who)).statusCode, 403)
})

t.test('what customers say stands beside what the shifts say and is not added to it', async (t) => {
  const { send, db, as, amara } = await importing(t)
  const { season } = await insertSeason(db, { fromOn: '2027-01-01', toOn: '2027-04-01' })
  const scores = Array.from({ length: 40 }, (_, at) => `CS-${at},2027-02-01,${at < 10 ? 3 : 4 + (at % 2)}`)
  await send(file(...scores, 'CS-old,2026-12-31,1'))
  const gap = (await as(amara).get(`/api/seasons/${season.id}/gap`)).json()
  t.match(gap.customers, { yes: 30, no: 10, cases: 40, share: 0.75 })
  t.match(gap.shifts, { yes: 0, no: 0, cases: 0, isTooFew: true })
})

t.test('two imports of one file at once count each answer once', async (t) => {
  const { send, db } = await importing(t)
  const csv = file(...Array.from({ length: 50 }, (_, at) => `CS-${at},2027-02-01,4`))
  const replies = await Promise.all([send(csv), send(csv)])
  t.strictSame(replies.map((reply) => reply.json().added).sort(), [0, 50])
  t.equal(await db.$count(csatAnswers), 50)
})
