import t, { type Test } from 'tap'
import { activityReports } from '../../../db/schema/activity-reports.ts'
import { amaraWorkedAShift } from '../hours/hours-cast.ts'

async function importing(t: Test) {
  const house = await amaraWorkedAShift(t)
  const send = (csv: string, query: string, who: { id: string } = house.ada) =>
    house.as(who).send('POST', `/api/integrations/activity-imports?${query}`, {
      headers: { 'content-type': 'text/csv' },
      payload: csv
    })
  const stored = () => house.db.select().from(activityReports).orderBy(activityReports.startsAt)
  return { ...house, send, stored }
}

const AMARA = 'amara.okafor@fjordlys.example'

/** An export of each, as it would look, with columns that we do not know. */
const FILES: Record<string, string> = {
  zendesk: `Update ID,Ticket ID,Updater role,Updater email,Update - Timestamp,Agent handle time (sec),Subject
901,77,Agent,${AMARA},2027-03-01T09:00:00,600,"Hub, again"
902,77,End user,customer@example.com,2027-03-01T09:10:00,,"Hub, again"
903,78,Agent,${AMARA},2027-03-01T09:40:00,900,Invoice
`,
  helpscout: `Conversation Number;User Email;Replied At;Subject
77;${AMARA};2027-03-01 09:00:00;Hub
78;${AMARA};2027-03-01 09:40:00;Invoice
`,
  intercom: `message_id,message_body,message_type,message_created_at,message_author_type,message_author_email,conversation_id
1,Hei,comment,2027-03-01 09:00:00,admin,${AMARA},77
2,Hello,comment,2027-03-01 09:20:00,lead,customer@example.com,77
3,Hei,comment,2027-03-01 09:40:00,admin,${AMARA},77
`,
  kundo: `Ärendenummer;Redaktör e-post;Besvarad;Rubrik
77;${AMARA};2027-03-01 09:00;Hubben
78;${AMARA};2027-03-01 09:40;Fakturan
`
}

/** Minutes from the first reply, less the time it took, to the last, in steps of five. */
const MINUTES: Record<string, number> = { zendesk: 50, helpscout: 45, intercom: 45, kundo: 45 }

for (const [from, csv] of Object.entries(FILES)) {
  t.test(`an export of ${from} proposes hours, and a second time changes nothing`, async (t) => {
    const { send, stored, seat } = await importing(t)
    const reply = await send(csv, `from=${from}`)
    t.equal(reply.statusCode, 200, reply.body)
    const isMixed = from === 'zendesk' || from === 'intercom'
    t.match(reply.json(), { added: 2, refused: [], skipped: isMixed ? 1 : 0 })
    t.match(reply.json().proposals, [
      { assignmentId: seat.id, minutes: MINUTES[from], tickets: 2, sources: [from] }
    ])
    t.match((await send(csv, `from=${from}`)).json(), { added: 0, changed: 0, unchanged: 2 })
    t.equal((await stored()).length, 2)
    t.notMatch(
      JSON.stringify(await stored()),
      /Hub|okafor|Hei/,
      'nothing of the customer is kept, no address either'
    )
  })
}

t.test('columns are named by hand, times without an offset are of the zone named', async (t) => {
  const { send, stored } = await importing(t)
  const csv = `Who,Began,Ended,How many\n${AMARA},2027-03-01 09:30,2027-03-01 11:00,7\n`
  const map = encodeURIComponent('person=Who, from=began, to=Ended, tickets=How many')
  t.match((await send(csv, `from=kundo&zone=Europe/Oslo&map=${map}`)).json(), { added: 1 })
  t.match(await stored(), [
    { startsAt: new Date('2027-03-01T08:30:00Z'), endsAt: new Date('2027-03-01T10:00:00Z'), tickets: 7 }
  ])
})

t.test('any other help desk: by our names or by its own, and seconds since 1970 are instants', async (t) => {
  const { send, stored } = await importing(t)
  const own = `Person,From,To,Tickets,Id\n${AMARA},2027-03-01 09:00,2027-03-01 09:40,3,a1\n`
  t.match((await send(own, 'from=other')).json(), { added: 1, refused: [] })
  const at = Date.parse('2027-03-01T10:00:00Z') / 1000
  const map = encodeURIComponent('person=Agent (e-mail),at=Sent = when')
  t.match((await send(`Agent (e-mail);Sent = when\n${AMARA};${at}\n`, `from=other&map=${map}`)).json(), {
    added: 1,
    refused: []
  })
  t.match(await stored(), [
    { source: 'other', externalId: 'a1', startsAt: new Date('2027-03-01T09:00:00Z'), tickets: 3 },
    { source: 'other', endsAt: new Date('2027-03-01T10:00:00Z'), tickets: 1 }
  ])
  for (const guess of ['3/4/2027 10:00', '46084.5', '202703011000'])
    t.match(
      (await send(`Person,At\n${AMARA},${guess}\n`, 'from=other')).json(),
      { added: 0, refused: [{ reason: 'not-readable' }] },
      guess
    )
})

t.test('a line that cannot be read says why, and the others are taken', async (t) => {
  const { send } = await importing(t)
  const csv = `person,from,to\n${AMARA},2027-03-01 09:00,2027-03-01 10:00\n${AMARA},yesterday,2027-03-01 10:00\n,2027-03-01 09:00,2027-03-01 10:00\n${AMARA},2027-02-20 09:00,2027-02-20 10:00\n${AMARA},2027-03-01 09:00\n`
  const map = encodeURIComponent('person=person,from=from,to=to')
  const { added, refused } = (await send(csv, `from=zendesk&map=${map}`)).json()
  t.equal(added, 1)
  t.match(refused, [
    { line: 3, reason: 'not-readable', remedy: /^from: Write an instant/ },
    { line: 4, reason: 'not-readable', remedy: /^person: / },
    { line: 5, reason: 'no-shift', remedy: /no shift/ },
    { line: 6, reason: 'not-readable', remedy: /2 fields/ }
  ])
  t.equal(refused.length, 4)
})

t.test('a file of another kind is refused with the columns that were sought', async (t) => {
  const { send, stored } = await importing(t)
  const reply = await send('name,team\nAmara,Product\n', 'from=intercom')
  t.match(reply.json(), { status: 422, code: 'ACTIVITY_FILE_NOT_VALID' })
  t.match(reply.json().details.lines, [
    { field: 'header', remedy: /No column tells person. Sought: message_author_email/ },
    { field: 'header', remedy: /No column tells at/ }
  ])
  t.match((await send('', 'from=intercom')).json(), { code: 'ACTIVITY_FILE_NOT_VALID' })
  t.match((await send('a', 'from=kundo&map=who=x')).json(), { code: 'ACTIVITY_MAP_NOT_VALID' })
  t.match((await send('a', 'from=kundo&zone=Mars/Olympus')).json(), { code: 'ACTIVITY_ZONE_NOT_KNOWN' })
  t.equal((await send('a', 'from=freshdesk')).statusCode, 400)
  t.strictSame(await stored(), [])
})

t.test('a dry run of a file writes nothing', async (t) => {
  const { send, stored } = await importing(t)
  t.match((await send(FILES.kundo!, 'from=kundo&dryRun=true')).json(), { dryRun: true, added: 2 })
  t.strictSame(await stored(), [])
})

t.test('a file of a year is taken in one go, and of many refusals the first are told', async (t) => {
  const { send, stored, seat } = await importing(t)
  const second = (from: string, count: number) => new Date(Date.parse(from) + count * 1000).toISOString()
  const onShift = Array.from(
    { length: 10_000 },
    (_, i) => `${i},${AMARA},${second('2027-03-01T08:10:00Z', i)}`
  )
  const beside = Array.from(
    { length: 1_500 },
    (_, i) => `b${i},${AMARA},${second('2027-02-20T08:00:00Z', i)}`
  )
  const csv = ['update_id,updater_email,updated_at', ...onShift, ...beside].join('\n')
  const reply = (await send(csv, 'from=zendesk')).json()
  t.match(reply, {
    added: 10_000,
    refusedCount: 1_500,
    proposals: [{ assignmentId: seat.id, tickets: 10_000 }]
  })
  t.equal(reply.refused.length, 1000)
  t.match(reply.refused[0], { line: 10_002, reason: 'no-shift' })
  t.match((await send(csv, 'from=zendesk')).json(), { added: 0, changed: 0, unchanged: 10_000 })
  t.equal((await stored()).length, 10_000)
})
