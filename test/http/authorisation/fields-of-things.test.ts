import t, { type Test } from 'tap'
import { testApp } from '../../helpers/app.ts'
import { insertWorld, type World } from '../../helpers/world.ts'

/** Amara works in a team that Lars leads; Olav sits there and leads another one; Hanna is a host; Eva an executive. */
const WHO = ['amara', 'bo', 'olav', 'lars', 'hanna', 'helge', 'ada'] as const
type Who = (typeof WHO)[number]

async function worldOf(t: Test) {
  const house = await testApp(t)
  const world = await insertWorld(house.db, house.clock.now())
  const person = (who: Who) => world[who] as World['amara']
  /** The status that each of them gets, in the order above. */
  const each = async (ask: (who: Who) => Promise<{ statusCode: number }>) => {
    const statuses: Record<string, number> = {}
    for (const who of WHO) statuses[who] = (await ask(who)).statusCode
    return statuses
  }
  return { ...house, world, person, each }
}

/** Allowed for these, refused to all others. */
const only = (allowed: readonly Who[], status = 200) =>
  Object.fromEntries(WHO.map((who) => [who, allowed.includes(who) ? status : 403]))

t.test(
  'fields of a theme: its owner and those who curate write its words, one field like another',
  async (t) => {
    const { as, person, each, world } = await worldOf(t)
    const amaras = `/api/themes/${world.themes.things.get(world.amara.id)!.themeId}`
    const curators: Who[] = ['amara', 'olav', 'lars', 'hanna', 'helge', 'ada']
    const fields = {
      title: 'Codes',
      summary: 'They expire',
      areaId: world.themes.areaId,
      answerByOn: '2027-10-01'
    }
    for (const [field, value] of Object.entries(fields)) {
      const statuses = await each((who) => as(person(who)).patch(amaras, { [field]: value }))
      t.strictSame(statuses, only(curators), field)
    }
    for (const field of ['ownerId', 'decision', 'state', 'createdBy', 'firstHeardAt', 'splitFromId']) {
      const statuses = await each((who) => as(person(who)).patch(amaras, { [field]: world.bo.id }))
      t.strictSame(
        new Set(Object.values(statuses)),
        new Set([400]),
        `${field} is not written this way, by nobody`
      )
    }
  }
)

t.test('fields of a theme: who owns it and what is decided has narrower doors', async (t) => {
  const { as, person, each, world } = await worldOf(t)
  const amaras = `/api/themes/${world.themes.things.get(world.amara.id)!.themeId}`
  /** The same twice is a conflict, which only those hear who may. */
  const refused = (statuses: Record<string, number>) => WHO.filter((who) => statuses[who] === 403)
  const decision = { decision: 'doing', reason: 'We do it' }
  const decided = await each((who) => as(person(who)).post(`${amaras}/decisions`, decision))
  t.strictSame(refused(decided), ['bo', 'olav', 'hanna', 'helge', 'ada'], 'its owner, and who leads them')
  t.equal(decided.amara, 201)
  const owner = { ownerId: world.amara.id, reason: 'Hers is the hub' }
  const named = await each((who) => as(person(who)).put(`${amaras}/owner`, owner))
  t.strictSame(refused(named), ['bo', 'olav', 'hanna'])
})

t.test('fields of a card: hosts, leads and administrators write each of them, all others none', async (t) => {
  const { as, person, each, world } = await worldOf(t)
  const fields = {
    thingsToKnow: ['Billing is late'],
    quietJob: 'Read',
    openingCall: 'Hello',
    question: 'Why?'
  }
  const cards = [
    `/api/rotations/${world.rotation.id}/card`,
    `/api/shifts/${world.belongings.get(world.amara.id)!.shiftId}/card`
  ]
  for (const card of cards) {
    const revisionOf = async () => {
      const { revision, ofShift } = (await as(world.ada).get(card)).json()
      return ofShift ? ofShift.revision : revision
    }
    for (const [field, value] of Object.entries(fields)) {
      const statuses = await each(async (who) =>
        as(person(who)).put(card, { [field]: value, revision: await revisionOf() })
      )
      t.strictSame(statuses, only(['olav', 'lars', 'hanna', 'ada']), `${card} ${field}`)
    }
    for (const field of ['changedBy', 'changedAt', 'rotationId', 'mayChange']) {
      const reply = await as(world.ada).put(card, { [field]: world.bo.id, revision: await revisionOf() })
      t.equal(reply.statusCode, 400, field)
    }
    for (const who of WHO) {
      const read = await as(person(who)).get(card)
      t.equal(read.statusCode, 200)
      t.equal(read.json().mayChange, ['olav', 'lars', 'hanna', 'ada'].includes(who), `${who} is told so`)
    }
  }
})

t.test(
  'fields of a season: HR, administrators and executives write them, and nobody what it measured',
  async (t) => {
    const { as, person, each, world } = await worldOf(t)
    const season = `/api/seasons/${world.season.seasonId}`
    const { goals } = (await as(world.ada).get(season)).json()
    const wanted = goals.map(({ id, goal, measure, strategyLine }: Record<string, string>) => ({
      ...{ id, goal, strategyLine },
      measure: `${measure}, at least`
    }))
    const fields = { name: 'Spring', goals: wanted, toOn: '2027-07-02' }
    for (const [field, value] of Object.entries(fields)) {
      const statuses = await each((who) => as(person(who)).patch(season, { [field]: value }))
      t.strictSame(statuses, only(['helge', 'ada']), field)
    }
    t.equal((await as(world.eva).patch(season, { name: 'Summer' })).statusCode, 200, 'an executive')
    for (const field of ['closedAt', 'closing', 'gap', 'createdBy', 'id'])
      t.equal((await as(world.ada).patch(season, { [field]: 'x' })).statusCode, 400, field)
  }
)

t.test('what a leader guessed is theirs alone until the season is closed, whatever one’s role', async (t) => {
  const { as, person, world } = await worldOf(t)
  const guess = `/api/seasons/${world.season.seasonId}/guess`
  const body = { servedWellPercent: 83, pains: [{ words: 'Waiting for the fitter' }] }
  const made = await as(world.lars).put(guess, body)
  t.match(made.json(), { servedWellPercent: 83 })
  t.match((await as(world.lars).get(guess)).json(), { servedWellPercent: 83 })
  for (const who of WHO.filter((name) => name !== 'lars')) {
    for (const address of [guess, guess.replace('guess', 'gap'), guess.replace('/guess', '')]) {
      const reply = await as(person(who)).get(address)
      t.notMatch(
        reply.body,
        /Waiting for the fitter|"servedWellPercent":83/,
        `${who} ${address} ${reply.statusCode}`
      )
    }
  }
})
