import t from 'tap'
import { themeDecisions } from '../../../db/schema/themes.ts'
import { putThemesBeforeLeaders } from '../../../src/learnings/themes/put-before-leaders.ts'
import { listening } from './themes-cast.ts'

t.test(
  'heard, deciding, doing, done: the state follows from what was decided, and each decision gives a reason',
  async (t) => {
    const { as, lars, bo, theme, heardBy, read, decide, clock } = await listening(t)
    const id = await theme('Codes', [await heardBy(bo, 3)])
    t.equal((await read(id)).state, 'heard')
    t.equal((await decide(lars, id, 'heard')).statusCode, 400, 'nobody decides that it was heard')
    t.equal((await decide(lars, id, 'done', '  ')).statusCode, 400)
    for (const [day, state] of [
      ['02', 'deciding'],
      ['03', 'doing'],
      ['04', 'done']
    ] as const) {
      clock.set(`2027-03-${day}T12:00:00Z`)
      const reply = await decide(lars, id, state, `Reason of ${state}`)
      t.match(reply.json(), { state }, reply.body)
      t.equal(reply.statusCode, 201)
    }
    const { decisions } = await read(id)
    t.match(decisions, [
      { decision: 'deciding', reason: 'Reason of deciding', decidedBy: { name: 'Lars Lead' } },
      { decision: 'doing', decidedAt: '2027-03-03T12:00:00.000Z' },
      { decision: 'done' }
    ])
    t.match((await decide(lars, id, 'done')).json(), { status: 409, code: 'DECISION_STANDS' })
    t.match((await decide(lars, id, 'declined')).json(), { state: 'declined' }, 'a mind may change')
    const missing = '00000000-0000-7000-8000-000000000000'
    t.equal(
      (await as(lars).post(`/api/themes/${missing}/decisions`, { decision: 'done', reason: 'x' })).statusCode,
      404
    )
  }
)

t.test('decisions are never rewritten', async (t) => {
  const { lars, theme, decide, db, pool } = await listening(t)
  await decide(lars, await theme('Codes'), 'declined')
  await t.rejects(pool.query("update theme_decisions set reason = 'Another'"), /append-only/)
  await t.rejects(pool.query('delete from theme_decisions'), /append-only/)
  t.equal(await db.$count(themeDecisions), 1)
})

t.test(
  'the owner, a lead of the owner’s and executives decide; hosts, HR, administrators and others do not',
  async (t) => {
    const { amara, bo, lars, sofie, hanna, helge, ada, eva, theme, decide } = await listening(t)
    for (const who of [bo, lars, eva]) {
      const id = await theme('Codes', [], { ownerId: bo.id })
      for (const other of [amara, sofie, hanna, helge, ada]) {
        const refused = await decide(other, id, 'done')
        t.match(refused.json(), { status: 403, code: 'THEME_NOT_YOURS_TO_DECIDE' }, other.name)
      }
      t.equal((await decide(who, id, 'done')).statusCode, 201, who.name)
    }
  }
)

t.test(
  'a decision goes back to all reporters, of merged themes too, each once, and to the owner, not to the decider',
  async (t) => {
    const { as, hanna, lars, eva, amara, bo, helge, sofie, theme, heardBy, decide, told } = await listening(t)
    const id = await theme('Codes', [await heardBy(amara, 3), await heardBy(amara, 5), await heardBy(eva, 2)])
    const other = await theme('Kodene', [await heardBy(bo, 3), await heardBy(amara, 4)])
    await theme('Another thing', [await heardBy(sofie, 3), await heardBy(helge, 3)])
    t.equal((await as(hanna).put(`/api/themes/${other}/merge`, { intoId: id })).statusCode, 200)
    await told()
    await decide(eva, id, 'doing', 'We do it in spring')
    t.strictSame(await told(), ['amara: theme-decided', 'bo: theme-decided', 'lars: theme-decided'])
    const inbox = (await as(bo).get('/api/me/notices')).json()
    t.match(inbox.items[0], {
      kind: 'theme-decided',
      facts: {
        themeId: id,
        title: 'Codes',
        decision: 'doing',
        reason: 'We do it in spring',
        decidedBy: { id: eva.id }
      }
    })
    await decide(lars, id, 'done')
    t.strictSame(await told(), ['amara: theme-decided', 'bo: theme-decided', 'eva: theme-decided'])
  }
)

t.test('a decision does not go to somebody who has left', async (t) => {
  const { as, ada, lars, bo, amara, theme, heardBy, decide, told } = await listening(t)
  const id = await theme('Codes', [await heardBy(bo, 3), await heardBy(amara, 3)])
  await as(ada).post(`/api/employees/${bo.id}/deactivation`)
  await told()
  t.equal((await decide(lars, id, 'done')).statusCode, 201)
  t.strictSame(await told(), ['amara: theme-decided'])
})

t.test('whose learning comes into a decided theme gets the answer that stands', async (t) => {
  const { as, hanna, lars, bo, amara, theme, heardBy, decide, told } = await listening(t)
  const id = await theme('Codes', [await heardBy(bo, 3)])
  await decide(lars, id, 'doing', 'In spring')
  const late = await heardBy(amara, 1)
  await told()
  await as(hanna).put(`/api/learnings/${late}/theme`, { themeId: id })
  t.strictSame(await told(), ['amara: theme-decided'])
  const other = await theme('Kodene', [await heardBy(hanna, 1)], { ownerId: lars.id })
  await told()
  await as(lars).put(`/api/themes/${other}/merge`, { intoId: id })
  t.strictSame(await told(), ['hanna: theme-decided'], 'by a merge too')
})

t.test('three new reporters reopen a declined theme, and its owner is told once', async (t) => {
  const { as, hanna, lars, bo, amara, eva, helge, ada, theme, heardBy, decide, told, read, clock, asSystem } =
    await listening(t)
  const id = await theme('Codes', [await heardBy(bo, 3)])
  await decide(lars, id, 'declined', 'Too few')
  clock.set('2027-03-06T12:00:00Z')
  await told()
  const report = async (who: typeof bo, daysAgo = 1) => {
    const learningId = await heardBy(who, daysAgo)
    await as(hanna).put(`/api/learnings/${learningId}/theme`, { themeId: id })
  }
  await report(bo)
  await report(amara)
  await report(amara)
  await report(eva)
  t.match(
    await read(id),
    { state: 'declined', reopenedAt: null, waitingSince: null },
    'bo is not new, amara one'
  )
  t.strictSame(
    (await told()).filter((line) => line.endsWith('theme-reopened')),
    []
  )
  await report(helge, 2)
  const reopened = await read(id)
  t.match(reopened, { state: 'heard', clock: { waitingDays: 1 } })
  t.equal(reopened.reopenedAt, reopened.waitingSince)
  t.match(await told(), ['lars: theme-reopened'])
  t.match(reopened.hearings.at(-1), { leader: { id: lars.id }, cause: 'reopened', round: 1 })
  await report(ada)
  await putThemesBeforeLeaders(asSystem)
  t.strictSame(await told(), [], 'once')
  t.match((await decide(lars, id, 'declined', 'Still too few')).json(), { state: 'declined' })
})

t.test('reports from before a decline do not reopen it, however late they are put in', async (t) => {
  const { as, hanna, lars, bo, amara, eva, helge, theme, heardBy, decide, read, clock } = await listening(t)
  const id = await theme('Codes', [await heardBy(bo, 3)])
  const before = [await heardBy(amara, 2), await heardBy(eva, 2), await heardBy(helge, 2)]
  await decide(lars, id, 'declined')
  clock.set('2027-03-06T12:00:00Z')
  for (const learningId of before) await as(hanna).put(`/api/learnings/${learningId}/theme`, { themeId: id })
  t.match(await read(id), { state: 'declined', clock: { reporters: 4 } })
})

t.test(
  'what was put before a leader is answered by their decision, or in words that stop no clock',
  async (t) => {
    const { as, hanna, lars, eva, theme, decide, read, clock, asSystem } = await listening(t)
    const id = await theme('Codes')
    clock.set('2027-04-05T12:00:00Z')
    await putThemesBeforeLeaders(asSystem)
    const { hearings } = await read(id)
    const evas = hearings.find(({ leader }) => leader.id === eva.id)!
    const answer = (who: { id: string }, words = 'Lars decides by Friday') =>
      as(who).post(`/api/themes/${id}/hearings/${evas.id}/answer`, { answer: words })
    t.match((await answer(lars)).json(), { status: 404, code: 'HEARING_NOT_FOUND' })
    t.equal((await answer(hanna)).statusCode, 404)
    const said = (await answer(eva)).json()
    t.match(said, { state: 'heard', clock: { waitingDays: 35, stage: 'leadership' } })
    t.match((await answer(eva)).json(), { status: 409, code: 'HEARING_ANSWERED' })
    const decided = (await decide(lars, id, 'declined', 'Nobody needs it')).json()
    const answers = decided.hearings.map((row: (typeof hearings)[number]) => [row.leader.name, row.answer])
    t.strictSame(answers, [
      ['Lars Lead', 'Nobody needs it'],
      ['Eva Executive', 'Lars decides by Friday']
    ])
    t.equal(decided.hearings[0].decisionId, decided.decisions[0].id)
  }
)
