import { parse } from 'csv-parse/sync'
import { and, eq, isNull } from 'drizzle-orm'
import t, { type Test } from 'tap'
import { themeHearings } from '../../../db/schema/themes.ts'
import { putThemesBeforeLeaders } from '../../../src/learnings/themes/put-before-leaders.ts'
import { drawsFrom } from '../reports/random-events.ts'
import { listening, type SentThemeInFull } from './themes-cast.ts'

type Listened = Awaited<ReturnType<typeof listening>>

const dayOf = (day: number) => `2027-03-${String(day).padStart(2, '0')}`

const unansweredOf = ({ id }: { id: string }) =>
  and(eq(themeHearings.leaderId, id), isNull(themeHearings.answeredAt))

/** Everything that can become of themes, by people through the API; each answers whether it was taken. */
async function happenings(world: Listened, seed: number) {
  const { as, ada, helge, hanna, eva, sofie, lars, amara, bo, clock, db, heardBy, theme } = world
  const { below, oneOf } = drawsFrom(seed)
  const writers = [amara, lars, eva, hanna]
  const heard: { id: string; who: { id: string } }[] = []
  const themeIds: string[] = []
  const areaId: string = (await as(ada).post('/api/areas', { name: 'Hub' })).json().id
  const dayIn = (days: number) =>
    new Date(clock.now().getTime() + days * 86_400_000).toISOString().slice(0, 10)
  const hearing = async (daysAgo: number) => {
    const who = oneOf(writers)
    const id = await heardBy(who, daysAgo, { minutesLost: below(90), timesThisShift: 1 + below(5) })
    heard.push({ id, who })
    return as(hanna).put(`/api/learnings/${id}/theme`, { themeId: oneOf(themeIds) })
  }
  for (const daysAgo of [40, 29, 27, 12]) {
    themeIds.push(await theme(`First heard ${daysAgo} days ago`))
    await hearing(daysAgo)
  }
  const url = () => `/api/themes/${oneOf(themeIds)}`
  const deeds = {
    hear: () => hearing(below(4)),
    hearAgain: () => hearing(below(4)),
    place: () => as(hanna).put(`/api/learnings/${oneOf(heard).id}/theme`, { themeId: oneOf(themeIds) }),
    takeOut: () => as(hanna).delete(`/api/learnings/${oneOf(heard).id}/theme`),
    correct: () => {
      const { id, who } = heard.at(-1 - below(3))!
      return as(who).patch(`/api/learnings/${id}`, { minutesLost: below(200), timesThisShift: 1 + below(9) })
    },
    takeBack: () => {
      const { id, who } = heard.at(-1)!
      return as(who).post(`/api/learnings/${id}/withdrawal`)
    },
    merge: () => as(eva).put(`${url()}/merge`, { intoId: oneOf(themeIds) }),
    unmerge: () => as(eva).delete(`${url()}/merge`),
    split: async () => {
      const [one] = (await as(hanna).get(url())).json().learnings
      const learningIds = [one?.id ?? areaId]
      const made = await as(hanna).post(`/api/themes/${one?.themeId ?? areaId}/splits`, {
        ...{ title: 'A part', learningIds }
      })
      if (made.statusCode === 201) themeIds.push(made.json().id)
      return made
    },
    decide: () => {
      const decision = oneOf(['deciding', 'doing', 'done', 'declined', 'declined'])
      return as(eva).post(`${url()}/decisions`, { decision, reason: 'By the numbers' })
    },
    passOn: () => as(helge).put(`${url()}/owner`, { ownerId: oneOf([lars, sofie, bo]).id, reason: 'Theirs' }),
    promise: () => as(eva).patch(url(), { answerByOn: dayIn(below(20)) }),
    sort: () => as(hanna).patch(url(), { areaId: oneOf([areaId, null]) }),
    answer: async () => {
      const [open] = await db.select().from(themeHearings).where(unansweredOf(lars))
      return as(lars).post(`/api/themes/${open?.themeId}/hearings/${open?.id}/answer`, { answer: 'In May' })
    },
    price: () =>
      as(ada).post('/api/hourly-rates', {
        fromOn: dayIn(-below(30)),
        perHour: 500 + below(300),
        currency: 'NOK'
      })
  }
  const done = new Set<string>()
  let turn = 0
  /** Each kind in turn; what is refused is tried with others. */
  const something = async () => {
    const kinds = Object.entries(deeds)
    const [name, deed] = kinds[turn++ % kinds.length]!
    for (let attempt = 0; attempt < 3; attempt += 1) {
      if ((await deed()).statusCode >= 300) continue
      done.add(name)
      return
    }
  }
  /** Everything that its writer may change still tells of more minutes. */
  const correctAll = async () => {
    const replies = []
    for (const { id, who } of heard)
      replies.push(await as(who).patch(`/api/learnings/${id}`, { minutesLost: 777, timesThisShift: 7 }))
    return replies.filter(({ statusCode }) => statusCode === 200).length
  }
  return { something, correctAll, done, themeIds, all: Object.keys(deeds) }
}

/** All that is told of themes: each answer by its address. */
async function everything({ as, bo }: Pick<Listened, 'as' | 'bo'>, asOf?: string) {
  const answers: Record<string, string> = {}
  for (const address of [
    '/api/themes?limit=200&sort=oldest',
    '/api/themes?isOverdue=true',
    '/api/leadership/themes?',
    '/api/themes.csv?'
  ])
    answers[address] = (await as(bo).get(asOf ? `${address}&asOf=${asOf}` : address)).body
  return answers
}

/** All of each theme but its learnings' words, which are those of today, and what the reader may do. */
async function eachTheme(
  { as }: Pick<Listened, 'as'>,
  { who, themeIds, asOf }: { who: { id: string }; themeIds: readonly string[]; asOf?: string }
) {
  const at = asOf ? `?asOf=${asOf}` : ''
  const seen: Record<string, unknown> = {}
  for (const id of themeIds) {
    const { may: _, learnings, ...theme } = (await as(who).get(`/api/themes/${id}${at}`)).json()
    const told = (learnings as SentThemeInFull['learnings']).map(
      ({ id, themeId, timesThisShift, minutesLost }) => [id, themeId, timesThisShift, minutesLost]
    )
    const csv = (await as(who).get(`/api/themes/${id}/learnings.csv${at}`)).body
    const rows: Record<string, string>[] = parse(csv, { columns: true, bom: true })
    const counted = rows.map(({ tried_to, obstacle, customer_words, action, ticket_url, ...row }) => row)
    seen[id] = { theme, told, counted }
  }
  return seen
}

async function aWeek(t: Test, seed: number) {
  const world = await listening(t)
  const { clock, bo, asSystem } = world
  const { something, correctAll, done, themeIds, all } = await happenings(world, seed)
  const evenings: {
    asOf: string
    told: Record<string, string>
    themes: { themeIds: string[]; seen: Record<string, unknown> }
  }[] = []
  for (let day = 2; day <= 8; day += 1) {
    clock.set(`${dayOf(day)}T06:00:00Z`)
    await putThemesBeforeLeaders(asSystem)
    for (let hour = 8; hour < 15; hour += 1) {
      clock.set(`${dayOf(day)}T${String(hour).padStart(2, '0')}:00:00Z`)
      await something()
    }
    const asOf = `${dayOf(day)}T17:00:00Z`
    clock.set(asOf)
    const told = await everything(world)
    // Every second evening is enough of them: what can happen comes round in two days.
    const read = day % 2 === 0 ? [...themeIds] : []
    evenings.push({
      asOf,
      told,
      themes: { themeIds: read, seen: await eachTheme(world, { who: bo, themeIds: read }) }
    })
  }
  t.strictSame(
    all.filter((name) => !done.has(name)),
    [],
    'everything that can happen did'
  )
  clock.set(`${dayOf(9)}T08:00:00Z`)
  t.ok((await correctAll()) > 3, 'and several learnings are corrected')
  return { ...world, evenings }
}

t.test('themes read again as of an evening have the figures of that evening', async (t) => {
  const { as, ada, bo, clock, evenings, list } = await aWeek(t, 3)
  clock.set('2027-03-20T08:00:00Z')
  await as(ada).post(`/api/employees/${bo.id}/deactivation`)
  const reader = { as, bo: ada }
  let moved = 0
  for (const { asOf, told, themes } of evenings) {
    const again = await everything(reader, asOf)
    const { themeIds, seen } = themes
    t.strictSame(await eachTheme({ as }, { who: ada, themeIds, asOf }), seen, `each theme ${asOf}`)
    for (const [address, body] of Object.entries(told)) t.equal(again[address], body, `${address} ${asOf}`)
    if (JSON.stringify(await list('?limit=200&sort=oldest')) !== told['/api/themes?limit=200&sort=oldest'])
      moved += 1
  }
  t.equal(moved, evenings.length, 'none of them is what stands today')
})

t.test('a day is its end by the clock of who asks, and no moment to come is known', async (t) => {
  const { as, lars, amara, theme, list, clock, decide, heardBy } = await listening(t)
  const id = await theme('Codes')
  clock.set('2027-03-05T22:59:00Z')
  await decide(lars, id, 'doing')
  clock.set('2027-03-06T12:00:00Z')
  const state = async (asOf: string) => (await list(`?asOf=${asOf}`)).map((one) => one.state)
  t.strictSame(await state('2027-03-05'), ['doing'], 'in Oslo it is a minute to midnight')
  t.strictSame(await state('2027-03-04'), ['heard'])
  t.strictSame(await state('2027-03-05T22:58:00Z'), ['heard'])
  t.strictSame(await state('2027-02-28'), [], 'it was not there')
  const page = await as(lars).get(`/api/themes/${id}?asOf=2027-03-05`)
  t.match(page.json(), {
    ...{ state: 'doing', decisions: [{ decision: 'doing' }] },
    may: { mayCurate: false, mayDecide: false, mayNameOwner: false }
  })
  t.match((await as(lars).get(`/api/themes/${id}?asOf=2027-03-04`)).json(), { state: 'heard', decisions: [] })
  await takenBackSince(t, { as, lars, amara, clock, heardBy, id })
  const shown = async (path: string) => (await as(lars).get(path)).body
  const then = await shown(`/learnings/themes/${id}?asOf=2027-03-04`)
  t.match(then, /As known 4\sMarch 2027[\s\S]*Nothing has been decided/)
  t.match(then, `/api/themes/${id}/learnings.csv?asOf=2027-03-04`)
  t.notMatch(then, `action="/learnings/themes/${id}/decisions"`, 'nobody decides in the past')
  const now = await shown(`/learnings/themes/${id}?asOf=`)
  t.notMatch(now, /As known/)
  t.match(now, `action="/learnings/themes/${id}/decisions"`)
  t.match(await shown('/leadership?asOf=2027-03-04'), /As known 4\sMarch 2027/)
  for (const address of [`/api/themes/${id}`, `/api/themes/${id}/learnings.csv`])
    t.equal((await as(lars).get(`${address}?asOf=2027-02-28`)).json().code, 'THEME_NOT_FOUND')
  for (const asOf of [
    '2027-03-07',
    '2027-03-06T13:00:00Z',
    '2027-02-30',
    '2027-02-30T08:00:00Z',
    'yesterday'
  ])
    for (const address of [
      '/api/themes',
      '/api/leadership/themes',
      '/api/themes.csv',
      `/api/themes/${id}`,
      `/api/themes/${id}/learnings.csv`
    ])
      t.equal((await as(lars).get(`${address}?asOf=${asOf}`)).statusCode, 400, `${address} ${asOf}`)
})

/** A learning that its writer took back still counts in the past, without a word. */
async function takenBackSince(
  t: Test,
  {
    as,
    lars,
    amara,
    clock,
    heardBy,
    id
  }: Pick<Listened, 'as' | 'lars' | 'amara' | 'clock' | 'heardBy'> & { id: string }
) {
  clock.set('2027-03-05T12:00:00Z')
  const learningId = await heardBy(amara, 1, { minutesLost: 7, obstacle: 'Nothing that anybody should read' })
  await as(lars).put(`/api/learnings/${learningId}/theme`, { themeId: id })
  clock.set('2027-03-06T12:00:00Z')
  t.equal((await as(amara).post(`/api/learnings/${learningId}/withdrawal`)).statusCode, 204)
  const at = '?asOf=2027-03-05'
  t.match((await as(lars).get(`/api/themes/${id}${at}`)).json(), { clock: { learnings: 1, minutes: 7 } })
  const csv = (await as(lars).get(`/api/themes/${id}/learnings.csv${at}`)).body
  t.match(csv, new RegExp(`${learningId}[^\\n]*,7,yes`))
  const page = (await as(lars).get(`/learnings/themes/${id}${at}`)).body
  t.match(page, /has taken it back since/)
  t.notMatch(csv + page, /Nothing that anybody/)
}
