import t from 'tap'
import { auditEntries } from '../../../db/schema/audit.ts'
import { themeHearings, themeLearnings } from '../../../db/schema/themes.ts'
import { listening } from './themes-cast.ts'

t.test(
  'a theme is made from a learning, with title, summary, area, exactly one owner and a day for the answer',
  async (t) => {
    const { as, ada, amara, lars, heardBy, told } = await listening(t)
    const area = (await as(ada).post('/api/areas', { name: 'Pairing' })).json()
    const learningId = await heardBy(amara, 3)
    const reply = await as(amara).post('/api/themes', {
      title: 'The pairing code expires',
      summary: 'It lives for a minute',
      areaId: area.id,
      ownerId: lars.id,
      answerByOn: '2027-03-10',
      learningId
    })
    t.equal(reply.statusCode, 201, reply.body)
    t.match(reply.json(), {
      title: 'The pairing code expires',
      summary: 'It lives for a minute',
      area: { name: 'Pairing' },
      owner: { name: 'Lars Lead', isActive: true },
      answerByOn: '2027-03-10',
      isOverdue: false,
      state: 'heard',
      clock: { learnings: 1, reporters: 1, shifts: 1, customers: 2, minutes: 30 },
      learnings: [{ id: learningId }],
      hearings: [{ leader: { name: 'Lars Lead' }, cause: 'owner', answer: null }]
    })
    t.strictSame(await told(), ['lars: theme-yours'], 'the owner is told, nobody else')
  }
)

t.test(
  'a theme made by itself is its maker’s, or of who owns the area, and is answered in 14 days',
  async (t) => {
    const { as, ada, bo, eva, read, told } = await listening(t)
    const own = (await as(bo).post('/api/themes', { title: 'Dark mode' })).json()
    t.match(own, { owner: { id: bo.id }, answerByOn: '2027-03-15', area: null, clock: { reporters: 0 } })
    t.strictSame(await told(), [])
    const area = (await as(ada).post('/api/areas', { name: 'Billing', ownerId: eva.id })).json()
    const billed = (await as(bo).post('/api/themes', { title: 'Invoices', areaId: area.id })).json()
    t.match(await read(billed.id), { owner: { id: eva.id }, area: { id: area.id } })
  }
)

t.test(
  'an owner who has left, an archived area and a day gone by are refused, and nothing is made',
  async (t) => {
    const { as, ada, bo, lars, list } = await listening(t)
    const area = (await as(ada).post('/api/areas', { name: 'Old' })).json()
    await as(ada).put(`/api/areas/${area.id}/archival`)
    await as(ada).post(`/api/employees/${bo.id}/deactivation`)
    const make = (more: object) => as(lars).post('/api/themes', { title: 'New', ...more })
    t.match((await make({ ownerId: bo.id })).json(), { status: 422, code: 'OWNER_NOT_VALID' })
    t.match((await make({ areaId: area.id })).json(), { status: 422, code: 'AREA_NOT_OFFERED' })
    for (const answerByOn of ['2027-02-28', '2028-03-03', '2027-02-30'])
      t.match((await make({ answerByOn })).json().code, /ANSWER_BY_NOT_VALID|NOT_VALID/, answerByOn)
    t.equal((await make({ title: '  ' })).statusCode, 400)
    t.match((await make({ learningId: lars.id })).json(), { status: 404, code: 'LEARNING_NOT_FOUND' })
    t.strictSame(await list(), [])
  }
)

t.test(
  'each learning is in one theme at most: put into another one it leaves the first, and again changes nothing',
  async (t) => {
    const { as, hanna, amara, db, theme, read, heardBy } = await listening(t)
    const learningId = await heardBy(amara, 2)
    const first = await theme('Codes', [learningId])
    const second = await theme('Pairing', [learningId])
    t.strictSame((await read(first)).learnings, [])
    t.equal((await read(second)).learnings.length, 1)
    t.equal((await as(hanna).put(`/api/learnings/${learningId}/theme`, { themeId: second })).statusCode, 204)
    t.equal(await db.$count(themeLearnings), 2, 'where it was stays known')
    const learning = (await as(hanna).get(`/api/learnings/${learningId}`)).json()
    t.match(learning, { theme: { id: second, title: 'Pairing' } })
  }
)

t.test('a learning is taken out, and waits for a theme again', async (t) => {
  const { as, hanna, amara, theme, read, heardBy } = await listening(t)
  const learningId = await heardBy(amara, 2)
  const id = await theme('Codes', [learningId])
  const waiting = async () =>
    (await as(hanna).get('/api/learnings?isThemed=false')).json().items.map((row: { id: string }) => row.id)
  t.strictSame(await waiting(), [])
  t.equal((await as(hanna).delete(`/api/learnings/${learningId}/theme`)).statusCode, 204)
  t.strictSame(await waiting(), [learningId])
  t.equal((await read(id)).clock.learnings, 0)
  const again = await as(hanna).delete(`/api/learnings/${learningId}/theme`)
  t.match(again.json(), { status: 409, code: 'LEARNING_NOT_IN_THEME' })
})

t.test(
  'everybody puts in and takes out what they heard themselves; of others only who keeps themes in order',
  async (t) => {
    const { as, amara, bo, lars, hanna, helge, ada, eva, theme, heardBy } = await listening(t)
    const learningId = await heardBy(amara, 2)
    const themeId = await theme('Codes')
    const place = async (who: { id: string }) =>
      (await as(who).put(`/api/learnings/${learningId}/theme`, { themeId })).statusCode
    const takeOut = async (who: { id: string }) =>
      (await as(who).delete(`/api/learnings/${learningId}/theme`)).statusCode
    t.equal(await place(bo), 403)
    for (const who of [amara, lars, hanna, helge, ada, eva]) {
      t.equal(await place(who), 204, who.name)
      t.equal(await takeOut(bo), 403)
      t.equal(await takeOut(who), 204, who.name)
    }
    const own = await theme('Of Bo', [], { ownerId: bo.id })
    t.equal((await as(bo).put(`/api/learnings/${learningId}/theme`, { themeId: own })).statusCode, 204)
  }
)

t.test(
  'its words and area are changed by who keeps themes in order, the day of the answer by who decides',
  async (t) => {
    const { as, ada, amara, hanna, lars, theme, read, clock } = await listening(t)
    const area = (await as(ada).post('/api/areas', { name: 'Hub' })).json()
    const id = await theme('Codes')
    const change = (who: { id: string }, body: object) => as(who).patch(`/api/themes/${id}`, body)
    t.match((await change(amara, { title: 'Mine' })).json(), { status: 403, code: 'THEME_NOT_YOURS' })
    const changed = await change(hanna, { title: 'Codes expire', summary: 'Too soon', areaId: area.id })
    t.match(changed.json(), { title: 'Codes expire', summary: 'Too soon', area: { name: 'Hub' } })
    const moved = await change(hanna, { answerByOn: '2027-04-01' })
    t.match(moved.json(), { status: 403, code: 'THEME_NOT_YOURS_TO_DECIDE' })
    t.match((await change(lars, { answerByOn: '2027-04-01' })).json(), { answerByOn: '2027-04-01' })
    t.equal((await change(lars, { answerByOn: '2027-02-01' })).json().code, 'ANSWER_BY_NOT_VALID')
    t.match((await change(hanna, { areaId: null })).json(), { area: null })
    clock.set('2027-04-02T12:00:00Z')
    const theme32 = await read(id)
    t.match(theme32, { isOverdue: true, clock: { waitingDays: 32 } }, 'the clock did not mind')
  }
)

t.test('the owner changes with a reason; both are told, the new one has it put before them', async (t) => {
  const { as, ada, amara, bo, lars, sofie, helge, hanna, db, theme, read, told, clock } = await listening(t)
  const id = await theme('Codes')
  await as(ada).post(`/api/employees/${bo.id}/deactivation`)
  await told()
  clock.set('2027-03-04T12:00:00Z')
  const pass = (who: { id: string }, ownerId: string, reason = 'Hers is the hub') =>
    as(who).put(`/api/themes/${id}/owner`, { ownerId, reason })
  t.equal((await pass(hanna, sofie.id)).json().code, 'THEME_NOT_YOURS_TO_DECIDE')
  t.equal((await pass(amara, sofie.id)).statusCode, 403)
  t.equal((await pass(helge, sofie.id, ' ')).statusCode, 400)
  t.match((await pass(helge, bo.id)).json(), { status: 422, code: 'OWNER_NOT_VALID' })
  t.equal((await pass(helge, sofie.id)).statusCode, 200)
  t.strictSame(await told(), ['lars: theme-passed-on', 'sofie: theme-yours'])
  t.equal((await pass(helge, sofie.id)).json().code, 'OWNED_ALREADY')
  t.equal((await pass(lars, lars.id)).statusCode, 403, 'who owned it has no say any more')
  t.match(await read(id), {
    owner: { id: sofie.id },
    clock: { waitingDays: 3 },
    ownerChanges: [{ from: { name: 'Lars Lead' }, to: { name: 'Sofie Support' }, reason: 'Hers is the hub' }],
    hearings: [{ leader: { id: lars.id } }, { leader: { id: sofie.id }, cause: 'owner' }]
  })
  t.equal(await db.$count(themeHearings), 2)
})

t.test(
  'obvious personal data in the words about a theme is masked, and the audit log holds none of them',
  async (t) => {
    const { as, db, decide, lars, sofie, heardBy, theme, read } = await listening(t)
    const learningId = await heardBy(lars, 1)
    const id = await theme('kari@example.com cannot pay', [learningId, await heardBy(lars, 1)], {
      summary: 'Call 912 34 567'
    })
    t.match(await read(id), { title: '[e-mail] cannot pay', summary: 'Call [phone number]' })
    const url = `/api/themes/${id}`
    const [hearing] = (await read(id)).hearings
    await as(lars).post(`${url}/hearings/${hearing!.id}/answer`, { answer: 'Asked kari@example.com' })
    await decide(lars, id, 'declined', 'Told kari@example.com')
    await as(lars).patch(url, { title: 'Paying', summary: 'Ring 912 34 567' })
    await as(lars).put(`${url}/owner`, { ownerId: sofie.id, reason: 'She knows kari@example.com' })
    const split = { title: 'Of kari@example.com', learningIds: [learningId] }
    const { id: splitId } = (await as(sofie).post(`${url}/splits`, split)).json()
    t.match(await read(id), {
      summary: 'Ring [phone number]',
      hearings: [{ answer: 'Asked [e-mail]' }, {}],
      decisions: [{ reason: 'Told [e-mail]' }],
      ownerChanges: [{ reason: 'She knows [e-mail]' }]
    })
    t.match(await read(splitId), { title: 'Of [e-mail]' })
    const audit = await db.select().from(auditEntries)
    t.notMatch(JSON.stringify(audit), /cannot pay|Told|Asked|knows|kari@|912 34/)
    t.ok(audit.length > 5, 'and it has an entry of each')
  }
)
