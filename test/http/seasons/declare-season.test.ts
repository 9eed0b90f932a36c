import t from 'tap'
import { auditEntries } from '../../../db/schema/audit.ts'
import { notices } from '../../../db/schema/notices.ts'
import { seasons } from '../../../db/schema/seasons.ts'
import { fiveLeaders, GOALS } from './seasons-cast.ts'

t.test(
  'a season is a quarter with two or three goals, each with its measure and line of strategy',
  async (t) => {
    const { declare, helge, amara, as } = await fiveLeaders(t)
    const reply = await declare(helge)
    t.match(reply.json(), {
      name: '2027 Q2',
      fromOn: '2027-04-01',
      toOn: '2027-07-01',
      state: 'planned',
      createdBy: { name: 'Helge HR' },
      goals: GOALS.map((goal) => ({ ...goal, evidence: [], lacksEvidence: true }))
    })
    t.strictSame((await as(amara).get('/api/seasons')).json().items, [reply.json()], 'everybody reads it')
    t.strictSame((await as(amara).get(`/api/seasons/${reply.json().id}`)).json(), reply.json())
    const three = [...GOALS, { ...GOALS[0]!, goal: 'A third one' }]
    t.equal((await declare(helge, { quarter: '2027-Q3', goals: three })).json().goals.length, 3)
  }
)

t.test('HR, administrators and executives declare and change seasons, nobody else', async (t) => {
  const { declare, helge, ada, eva, lars, amara, hanna, as } = await fiveLeaders(t)
  const quarters = ['2027-Q2', '2027-Q3', '2027-Q4']
  for (const [at, who] of [helge, ada, eva].entries())
    t.equal((await declare(who, { quarter: quarters[at] })).statusCode, 201, who.name)
  for (const who of [lars, amara, hanna])
    t.match((await declare(who, { quarter: '2028-Q1' })).json(), { status: 403, code: 'SEASON_NOT_YOURS' })
  const { id } = (await as(helge).get('/api/seasons')).json().items[0]
  t.equal((await as(eva).patch(`/api/seasons/${id}`, { name: 'Winter' })).json().name, 'Winter')
  t.equal((await as(lars).patch(`/api/seasons/${id}`, { name: 'Mine' })).statusCode, 403)
})

t.test(
  'a charter with fewer than two goals or more than three is refused, and so is one without measure',
  async (t) => {
    const { declare, helge, db } = await fiveLeaders(t)
    const [goal] = GOALS
    const { measure: _, ...unmeasured } = goal!
    for (const goals of [
      [],
      [goal],
      [goal, goal, goal, goal],
      [goal, unmeasured],
      [goal, { ...goal, strategyLine: ' ' }]
    ])
      t.equal((await declare(helge, { goals })).statusCode, 400)
    t.equal(await db.$count(seasons), 0)
  }
)

t.test(
  'days of one’s own are possible; those that are none, past or far too long are named with a remedy',
  async (t) => {
    const { declare, helge } = await fiveLeaders(t)
    const days = (fromOn: string, toOn: string) => ({ quarter: undefined, fromOn, toOn })
    t.match((await declare(helge, days('2027-05-03', '2027-06-28'))).json(), {
      name: '2027-05-03 – 2027-06-28'
    })
    const wrong: [object, string][] = [
      [days('2027-08-01', '2027-08-01'), 'toOn'],
      [days('2027-08-01', '2027-08-10'), 'toOn'],
      [days('2027-08-01', '2028-08-01'), 'toOn'],
      [days('2026-11-01', '2027-02-01'), 'toOn'],
      [days('2027-02-30', '2027-04-01'), 'fromOn'],
      [{ fromOn: '2027-08-01', toOn: '2027-10-01' }, 'quarter'],
      [{ quarter: undefined, fromOn: '2027-08-01' }, 'fromOn']
    ]
    for (const [body, field] of wrong) {
      const reply = await declare(helge, body)
      t.ok([400, 422].includes(reply.statusCode), JSON.stringify(body))
      if (reply.statusCode === 422) t.match(reply.json(), { code: 'SEASON_NOT_VALID', details: { field } })
    }
  }
)

t.test('two seasons do not overlap, not even when both are declared at once', async (t) => {
  const { declare, helge, as, db } = await fiveLeaders(t)
  const replies = await Promise.all([declare(helge), declare(helge)])
  t.strictSame(replies.map(({ statusCode }) => statusCode).sort(), [201, 409])
  t.equal(replies.find(({ statusCode }) => statusCode === 409)!.json().code, 'SEASONS_OVERLAP')
  const overlapping = { quarter: undefined, fromOn: '2027-06-30', toOn: '2027-08-30' }
  t.equal((await declare(helge, overlapping)).statusCode, 409)
  const after = await declare(helge, { ...overlapping, fromOn: '2027-07-01' })
  t.equal(after.statusCode, 201, 'one begins on the day on which the other is over')
  const moved = await as(helge).patch(`/api/seasons/${after.json().id}`, { fromOn: '2027-06-30' })
  t.equal(moved.json().code, 'SEASONS_OVERLAP')
  t.equal(await db.$count(seasons), 2)
})

t.test('leaders are told that they are to guess, and nobody else', async (t) => {
  const { declare, helge, leaders, db, as, clock } = await fiveLeaders(t)
  const season = (await declare(helge)).json()
  const told = await db.select().from(notices)
  t.strictSame(told.map(({ employeeId }) => employeeId).sort(), leaders.map(({ id }) => id).sort())
  t.match(told[0], {
    kind: 'season-declared',
    facts: { seasonId: season.id, fromOn: '2027-04-01', todo: 'guess' }
  })
  await as(helge).patch(`/api/seasons/${season.id}`, { name: 'Spring' })
  t.equal(await db.$count(notices), 5, 'a new name is no news')
  await as(helge).patch(`/api/seasons/${season.id}`, { fromOn: '2027-04-05' })
  t.equal(await db.$count(notices), 10, 'another first day is')
  clock.set('2027-08-01T08:00:00Z')
  await declare(helge, { quarter: '2027-Q3' })
  t.equal(await db.$count(notices), 10, 'a season that runs already has no guesses to ask for')
})

t.test('goals are changed by id, added and dropped, and what was is in the audit log', async (t) => {
  const { declare, helge, as, db } = await fiveLeaders(t)
  const { id, goals } = (await declare(helge)).json()
  const kept = { id: goals[1].id, ...GOALS[1]!, measure: 'Half the calls' }
  const fresh = { goal: 'Chat answers in a minute', measure: 'Median', strategyLine: 'Near' }
  const change = (wanted: object[]) => as(helge).patch(`/api/seasons/${id}`, { goals: wanted })
  const reply = (await change([kept, fresh])).json()
  t.strictSame(
    reply.goals.map(({ goal, measure }: { goal: string; measure: string }) => [goal, measure]).sort(),
    [
      ['Bills explain themselves', 'Half the calls'],
      ['Chat answers in a minute', 'Median']
    ]
  )
  t.ok(reply.goals.some((goal: { id: string }) => goal.id === kept.id))
  t.equal((await change([{ ...kept, id: goals[0].id }, fresh])).json().code, 'GOAL_NOT_FOUND')
  const entries = await db.select().from(auditEntries)
  t.match(
    entries.filter(({ action }) => action === 'season.changed'),
    [{ objectId: id, before: { goals: [{ goal: 'Pairing works' }, {}] } }]
  )
})

t.test('once a season has begun its first day stays; its last may move', async (t) => {
  const { declare, helge, as, clock } = await fiveLeaders(t)
  const { id } = (await declare(helge)).json()
  const change = (wanted: object) => as(helge).patch(`/api/seasons/${id}`, wanted)
  t.match((await change({ fromOn: '2027-03-01' })).json().details, { field: 'fromOn' }, 'not to today')
  clock.set('2027-04-01T08:00:00Z')
  t.match((await change({ fromOn: '2027-04-10' })).json().details, { field: 'fromOn' })
  t.equal((await change({ toOn: '2027-06-20' })).json().toOn, '2027-06-20')
})
