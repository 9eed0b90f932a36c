import t from 'tap'
import { putThemesBeforeLeaders } from '../../../src/learnings/themes/put-before-leaders.ts'
import { listening, type SentTheme } from './themes-cast.ts'

t.test('the clock counts days since first heard, reporters, shifts, customers and minutes', async (t) => {
  const { amara, bo, theme, heardBy, heardAlso, read } = await listening(t)
  const first = await heardBy(amara, 12, { timesThisShift: 3, minutesLost: 45 })
  const id = await theme('Codes', [
    first,
    await heardAlso(first, { timesThisShift: 1, minutesLost: 7 }),
    await heardBy(amara, 4, { timesThisShift: 1, minutesLost: 5 }),
    await heardBy(bo, 1, { timesThisShift: 2, minutesLost: 10 })
  ])
  t.match((await read(id)).clock, {
    daysSinceFirstHeard: 12,
    waitingDays: 12,
    stage: 'owner',
    ...{ learnings: 4, reporters: 2, shifts: 3, customers: 7, minutes: 67 }
  })
})

t.test('without a decision for 14 days the owner’s lead is told, once, and it is written down', async (t) => {
  const { bo, theme, read, told, clock, asSystem } = await listening(t)
  const id = await theme('Codes', [], { ownerId: bo.id })
  await told()
  clock.set('2027-03-15T11:59:00Z')
  await putThemesBeforeLeaders(asSystem)
  t.strictSame(await told(), [])
  clock.set('2027-03-15T12:00:00Z')
  await putThemesBeforeLeaders(asSystem)
  await putThemesBeforeLeaders(asSystem)
  t.strictSame(await told(), ['lars: themes-waiting'])
  t.match((await read(id)).hearings, [
    { leader: { id: bo.id }, cause: 'owner' },
    {
      leader: { name: 'Lars Lead' },
      cause: 'lead',
      round: 0,
      putAt: '2027-03-15T12:00:00.000Z',
      answer: null
    }
  ])
})

t.test(
  'without a decision for 30 days it stands on the leadership page, and executives are told once',
  async (t) => {
    const { as, bo, eva, theme, told, clock, asSystem } = await listening(t)
    const id = await theme('Codes', [], { ownerId: bo.id })
    const page = async () =>
      (await as(bo).get('/api/leadership/themes')).json() as { first: SentTheme[]; all: SentTheme[] }
    clock.set('2027-03-31T11:59:00Z')
    t.strictSame((await page()).all, [])
    clock.set('2027-03-31T12:00:00Z')
    t.match(await page(), { first: [{ id }], all: [{ id, clock: { waitingDays: 30, stage: 'leadership' } }] })
    await told()
    await putThemesBeforeLeaders(asSystem)
    clock.set('2027-04-03T12:00:00Z')
    await putThemesBeforeLeaders(asSystem)
    t.strictSame(await told(), ['eva: themes-unheard', 'lars: themes-waiting'])
    const inbox = (await as(eva).get('/api/me/notices')).json()
    t.match(inbox.items[0].facts, { themes: [{ id, title: 'Codes', waitingDays: 30 }] })
  }
)

t.test('ten at most come first, longest waiting before the others, and all are there', async (t) => {
  const { as, bo, theme, clock } = await listening(t)
  const made: string[] = []
  for (let day = 1; day <= 12; day += 1) {
    clock.set(`2027-03-${String(day).padStart(2, '0')}T12:00:00Z`)
    made.push(await theme(`Theme ${day}`))
  }
  clock.set('2027-05-01T12:00:00Z')
  const { first, all } = (await as(bo).get('/api/leadership/themes')).json() as Record<string, SentTheme[]>
  t.strictSame(
    all!.map(({ id }) => id),
    made
  )
  t.strictSame(
    first!.map(({ id }) => id),
    made.slice(0, 10)
  )
})

t.test(
  'looking into it, another owner, another day, words and a merge do not hide it: only a decision does',
  async (t) => {
    const { as, bo, lars, sofie, hanna, theme, heardBy, decide, clock, read, asSystem } = await listening(t)
    const old = await theme('Codes', [await heardBy(bo, 0)])
    const bare = await theme('Nobody reported it')
    clock.set('2027-04-02T12:00:00Z')
    const young = await theme('Kodene', [await heardBy(bo, 1)])
    await putThemesBeforeLeaders(asSystem)
    const days = async (id: string) => (await read(id)).clock.waitingDays
    const listed = async () =>
      ((await as(bo).get('/api/leadership/themes')).json() as { all: SentTheme[] }).all.map(({ id }) => id)

    await decide(lars, old, 'deciding', 'We look into it')
    t.equal(await days(old), 32)
    await as(lars).patch(`/api/themes/${old}`, { answerByOn: '2027-12-31' })
    await as(lars).put(`/api/themes/${old}/owner`, { ownerId: sofie.id, reason: 'Hers' })
    t.equal(await days(old), 32)
    t.strictSame((await listed()).toSorted(), [old, bare].toSorted())
    t.equal((await as(hanna).put(`/api/themes/${old}/merge`, { intoId: young })).statusCode, 200)
    t.equal(await days(young), 32, 'the older clock goes on')
    const other = await theme('Another', [await heardBy(bo, 1)])
    t.equal((await as(hanna).put(`/api/themes/${bare}/merge`, { intoId: other })).statusCode, 200)
    t.equal(await days(other), 32, 'that of one without a report as well')
    await decide(lars, other, 'declined')
    t.strictSame(await listed(), [young])
    const gone = await as(sofie).delete(`/api/themes/${young}`)
    t.equal(gone.statusCode, 404, 'there is no way to delete one')
    await decide(lars, young, 'declined')
    t.strictSame(await listed(), [])
  }
)

t.test(
  'a theme is not made younger by taking out what was heard first: that is split off, or goes where it waits on',
  async (t) => {
    const { as, hanna, amara, lars, theme, heardBy, decide, read } = await listening(t)
    const [first, second] = [await heardBy(amara, 40), await heardBy(amara, 15)]
    const old = await theme('Codes', [first, second, await heardBy(amara, 2)])
    const [done, waiting] = [await theme('Done'), await theme('Waiting')]
    await decide(lars, done, 'done')
    const days = async (id: string) => (await read(id)).clock.waitingDays
    const takeOut = (who: { id: string }, id: string) => as(who).delete(`/api/learnings/${id}/theme`)
    const place = (id: string, themeId: string) => as(hanna).put(`/api/learnings/${id}/theme`, { themeId })
    for (const reply of [await takeOut(hanna, first), await takeOut(lars, first), await place(first, done)])
      t.match(reply.json(), { status: 409, code: 'THEME_WOULD_BE_HIDDEN', details: { themeId: old } })
    t.equal((await takeOut(hanna, second)).statusCode, 204, 'it waits as long without that')
    t.equal(await days(old), 40)
    t.equal((await place(first, waiting)).statusCode, 204)
    t.equal(await days(waiting), 40, 'there it waits on')
    t.equal((await place(first, old)).statusCode, 204)
    const split = await as(hanna).post(`/api/themes/${old}/splits`, { title: 'Old', learningIds: [first] })
    t.match(split.json(), { clock: { waitingDays: 40, stage: 'leadership' } })
    const merged = await as(hanna).put(`/api/themes/${split.json().id}/merge`, { intoId: waiting })
    t.equal(merged.statusCode, 200, merged.body)
    t.equal((await takeOut(hanna, first)).json().details.themeId, waiting, 'of merged themes neither')
    t.equal((await takeOut(amara, first)).statusCode, 204, 'what one heard oneself is one’s own')
  }
)

t.test('doing, done and declined stop the clock; taking it up again starts it anew', async (t) => {
  const { lars, bo, theme, heardBy, decide, clock, read } = await listening(t)
  for (const decision of ['doing', 'done', 'declined']) {
    const id = await theme(decision, [await heardBy(bo, 20)])
    t.match((await decide(lars, id, decision)).json(), {
      waitingSince: null,
      clock: { daysSinceFirstHeard: 20, waitingDays: null, stage: null }
    })
  }
  const id = await theme('Codes', [await heardBy(bo, 20)])
  await decide(lars, id, 'done')
  clock.set('2027-03-10T12:00:00Z')
  await decide(lars, id, 'deciding', 'It did not help')
  clock.set('2027-03-20T12:00:00Z')
  t.match(await read(id), {
    state: 'deciding',
    clock: { waitingDays: 10, daysSinceFirstHeard: 39 }
  })
})

t.test('a theme decided in time reaches neither lead nor executives', async (t) => {
  const { lars, bo, theme, heardBy, decide, told, clock, asSystem } = await listening(t)
  const id = await theme('Codes', [await heardBy(bo, 1)], { ownerId: bo.id })
  await decide(lars, id, 'doing')
  await told()
  clock.set('2027-06-01T12:00:00Z')
  await putThemesBeforeLeaders(asSystem)
  t.strictSame(await told(), [])
})

t.test('two runs at once tell each leader once', async (t) => {
  const { bo, theme, told, clock, asSystem } = await listening(t)
  await theme('Codes', [], { ownerId: bo.id })
  await told()
  clock.set('2027-04-15T12:00:00Z')
  await Promise.all([putThemesBeforeLeaders(asSystem), putThemesBeforeLeaders(asSystem)])
  t.strictSame(await told(), ['eva: themes-unheard', 'lars: themes-waiting'])
})
