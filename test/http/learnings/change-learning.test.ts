import t from 'tap'
import { auditEntries } from '../../../db/schema/audit.ts'
import { fixItBlocks } from '../../../db/schema/fix-it-blocks.ts'
import { learnings } from '../../../db/schema/learnings.ts'
import { deeds } from '../../helpers/audit.ts'
import { amaraListened } from './learnings-cast.ts'

t.test(
  'a learning says of which area it is, whether I can fix it, and goes into a theme at once',
  async (t) => {
    const { as, ada, amara, hanna, submit } = await amaraListened(t)
    const { id: areaId } = (await as(ada).post('/api/areas', { name: 'Sign-in' })).json()
    const { id: themeId } = (await as(hanna).post('/api/themes', { title: 'Codes' })).json()
    const reply = await submit(amara, { areaId, canFix: true, themeId })
    t.match(reply.json(), { areaName: 'Sign-in', canFix: true, theme: { id: themeId, title: 'Codes' } })
    t.match((await as(ada).get('/api/learnings?canFix=true')).json().items, [{ id: reply.json().id }])
    t.match((await submit(amara, { themeId: areaId })).json(), { status: 404, code: 'THEME_NOT_FOUND' })
    t.equal(
      (await as(ada).get('/api/learnings')).json().items.length,
      1,
      'what is refused leaves nothing behind'
    )
    t.match((await submit(amara)).json(), { areaId: null, canFix: false, theme: null })
  }
)

t.test('a link that holds an e-mail address is refused', async (t) => {
  const { amara, submit } = await amaraListened(t)
  for (const ticketUrl of [
    'https://help.example/?of=kari@example.com',
    'https://help.example/kari%40example.com'
  ])
    t.match((await submit(amara, { ticketUrl })).json(), {
      status: 400,
      code: 'TICKET_URL_HAS_PERSONAL_DATA'
    })
})

t.test(
  'who handed it in changes it until 14 days after the shift; new words are masked and hinted at',
  async (t) => {
    const { as, amara, hanna, clock, submit, db } = await amaraListened(t)
    const { id } = (await submit(amara, { action: 'Called her' })).json()
    const change = (who: { id: string }, body: object) => as(who).patch(`/api/learnings/${id}`, body)
    t.match((await change(hanna, { minutesLost: 1 })).json(), { status: 403, code: 'LEARNING_NOT_YOURS' })
    clock.set('2027-03-10T12:00:00Z')
    const reply = await change(amara, {
      customerWords: 'Write to kari@example.com',
      minutesLost: 20,
      action: null
    })
    t.match(reply.json(), {
      ...{
        customerWords: 'Write to [e-mail]',
        minutesLost: 20,
        action: null,
        editedAt: '2027-03-10T12:00:00.000Z'
      },
      masked: [{ field: 'customerWords', kinds: ['e-mail'] }]
    })
    t.equal((await change(amara, { triedTo: null })).statusCode, 400)
    t.equal((await change(amara, { areaId: id })).json().code, 'AREA_NOT_OFFERED')
    clock.set('2027-03-15T12:00:00Z')
    t.match((await change(amara, { minutesLost: 1 })).json(), { status: 409, code: 'LEARNING_WINDOW_CLOSED' })
    const audit = await deeds(db)
    t.match(audit.at(-1), {
      ...{ action: 'learning.changed', objectId: id },
      after: { changed: ['customerWords', 'minutesLost', 'action'] }
    })
    t.notMatch(JSON.stringify(audit), /Write to|Called her|kari/)
  }
)

t.test(
  'who handed it in takes it back: its texts are gone, it counts nowhere, and the shift waits again',
  async (t) => {
    const { as, amara, hanna, shift, submit, nothingNew, db } = await amaraListened(t)
    const { id: themeId } = (await as(hanna).post('/api/themes', { title: 'Codes' })).json()
    const { id } = (await submit(amara, { themeId, customerWords: 'All morning' })).json()
    const withdraw = (who: { id: string }) => as(who).post(`/api/learnings/${id}/withdrawal`)
    t.equal((await withdraw(hanna)).statusCode, 403)
    t.equal((await withdraw(amara)).statusCode, 204)
    t.equal((await withdraw(amara)).statusCode, 404)
    t.equal((await as(amara).get(`/api/learnings/${id}`)).statusCode, 404)
    t.strictSame((await as(amara).get('/api/learnings')).json().items, [])
    t.match((await as(amara).get(`/api/themes/${themeId}`)).json(), { clock: { learnings: 0, reporters: 0 } })
    t.match((await as(amara).get('/api/me/owed-learnings')).json().items, [{ shiftId: shift.id }])
    t.equal((await as(amara).put(`/api/learnings/${id}/theme`, { themeId })).statusCode, 404)
    const kept = await db.select().from(learnings)
    t.match(kept, [{ triedTo: '', obstacle: '', customerWords: null, action: null }])
    t.notMatch(JSON.stringify(await db.select().from(auditEntries)), /All morning/)
    t.equal((await nothingNew(amara)).statusCode, 200, 'nothing was handed in')
  }
)

t.test('a learning for which fix-it time is booked is not taken back', async (t) => {
  const { as, amara, submit, seat, db } = await amaraListened(t)
  const { id: learningId } = (await submit(amara)).json()
  const [startsAt, endsAt] = [new Date('2027-03-01T13:00Z'), new Date('2027-03-01T15:00Z')]
  const block = {
    assignmentId: seat.id,
    employeeId: amara.id,
    learningId,
    kind: 'page' as const,
    startsAt,
    endsAt
  }
  await db.insert(fixItBlocks).values(block)
  const refused = await as(amara).post(`/api/learnings/${learningId}/withdrawal`)
  t.match(refused.json(), { status: 409, code: 'LEARNING_HAS_FIX_IT' })
})
