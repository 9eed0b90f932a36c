import t from 'tap'
import { auditEntries } from '../../../db/schema/audit.ts'
import { productAreas } from '../../../db/schema/product-areas.ts'
import { guessedPains, seasonGuesses } from '../../../db/schema/season-guesses.ts'
import { insertEmployee } from '../../helpers/people.ts'
import { insertSeason } from '../../helpers/seasons.ts'
import { fiveLeaders } from './seasons-cast.ts'

async function guessing(t: Parameters<typeof fiveLeaders>[0]) {
  const app = await fiveLeaders(t)
  const { season } = await insertSeason(app.db)
  const [area] = await app.db.insert(productAreas).values({ name: 'Hub' }).returning()
  const url = `/api/seasons/${season.id}`
  const guess = (who: { id: string }, servedWellPercent = 80, pains: object[] = [{ words: 'Pairing' }]) =>
    app.as(who).put(`${url}/guess`, { servedWellPercent, pains })
  const gap = async (who: { id: string }) => (await app.as(who).get(`${url}/gap`)).json()
  return { ...app, season, area: area!, url, guess, gap }
}

t.test(
  'leads and executives guess a share and the worst pains, areas or words; nobody else does',
  async (t) => {
    const { guess, lars, eva, amara, helge, hanna, area, as, url } = await guessing(t)
    const reply = await guess(lars, 85, [{ areaId: area.id }, { words: 'Bills nobody reads' }])
    t.match(reply.json(), {
      servedWellPercent: 85,
      pains: [
        { areaId: area.id, name: 'Hub' },
        { areaId: null, name: 'Bills nobody reads' }
      ],
      guessedAt: '2027-03-01T08:00:00.000Z',
      changedAt: null
    })
    t.strictSame((await as(lars).get(`${url}/guess`)).json(), reply.json())
    t.equal((await guess(eva)).statusCode, 200)
    for (const who of [amara, helge, hanna]) t.equal((await guess(who)).json().code, 'GUESS_NOT_ASKED')
  }
)

t.test('a guess that is none is refused', async (t) => {
  const { guess, lars, season, db } = await guessing(t)
  const pain = { words: 'Pairing' }
  for (const percent of [-1, 101, 80.5]) t.equal((await guess(lars, percent)).statusCode, 400)
  for (const pains of [
    [],
    [pain, pain, pain, pain],
    [{ words: ' ' }],
    [{}],
    [{ words: 'x', areaId: season.id }]
  ])
    t.equal((await guess(lars, 80, pains)).statusCode, 400, JSON.stringify(pains))
  t.equal((await guess(lars, 80, [{ areaId: season.id }])).json().code, 'AREA_NOT_FOUND')
  t.equal(await db.$count(seasonGuesses), 0)
})

t.test(
  'a guess may change until the first day begins by the leader’s own clock, then it is fixed',
  async (t) => {
    const { guess, lars, clock, db, product } = await guessing(t)
    const kim = await insertEmployee(db, 'Kim Lead', product, { level: 'lead', timeZone: 'America/New_York' })
    await guess(lars, 90, [{ words: 'Bills' }, { words: 'Hub' }])
    clock.set('2027-03-31T21:59:00Z')
    const changed = (await guess(lars, 70)).json()
    t.match(changed, { servedWellPercent: 70, changedAt: '2027-03-31T21:59:00.000Z' })
    t.strictSame(changed.pains, [{ areaId: null, name: 'Pairing' }], 'the pains are replaced')
    clock.set('2027-03-31T22:00:00Z')
    t.match((await guess(lars, 60)).json(), {
      status: 409,
      code: 'GUESS_LOCKED',
      details: { fromOn: '2027-04-01' }
    })
    t.equal((await guess(kim)).statusCode, 200, 'in New York it is still March')
    clock.set('2027-04-01T04:00:00Z')
    t.equal((await guess(kim)).json().code, 'GUESS_LOCKED')
    t.strictSame((await db.select().from(seasonGuesses)).map((row) => row.servedWellPercent).sort(), [70, 80])
    t.equal(await db.$count(guessedPains), 2)
  }
)

t.test('a guess is nobody else’s to read, in the audit log neither', async (t) => {
  const { guess, lars, eva, helge, ada, as, url, db, gap } = await guessing(t)
  await guess(lars, 37, [{ words: 'Secret worry' }])
  for (const who of [eva, helge, ada]) {
    t.equal((await as(who).get(`${url}/guess`)).json().code, 'GUESS_NOT_FOUND')
    t.notMatch(JSON.stringify(await gap(who)), /\b37\b|Secret worry/)
  }
  await guess(eva, 80)
  t.match((await gap(eva)).mine, { servedWellPercent: 80, pains: [{ name: 'Pairing' }] })
  for (const told of [await gap(eva), (await as(eva).get(`${url}/guess`)).json()])
    t.notMatch(JSON.stringify(told), /\b37\b|Secret worry/, 'who guessed as well sees their own alone')
  t.notMatch(JSON.stringify(await db.select().from(auditEntries)), /\b37\b|Secret worry/)
})

t.test('the group is shown to everybody once the season has begun, for five leaders and more', async (t) => {
  const { guess, gap, leaders, clock, lars, amara } = await guessing(t)
  for (const [at, leader] of leaders.slice(0, 4).entries()) await guess(leader, 60 + 10 * at)
  t.match(await gap(lars), { isGuessingOpen: true, guess: null, mine: { servedWellPercent: 60 } })
  await guess(leaders[4]!, 95, [{ words: 'Only mine' }])
  t.match(await gap(lars), { guess: null }, 'five, but guesses are open')
  clock.set('2027-04-02T08:00:00Z')
  const shown = await gap(amara)
  t.match(shown, {
    isGuessingOpen: false,
    mine: null,
    guess: { leaders: 5, median: 80, lowerQuartile: 70, upperQuartile: 90, namedOnce: 1 }
  })
  t.strictSame(shown.guess.pains, [{ name: 'Pairing', leaders: 4 }])
  t.notMatch(JSON.stringify(shown), /Only mine/)
})

t.test('four guesses are withheld for ever', async (t) => {
  const { guess, gap, leaders, clock, amara } = await guessing(t)
  for (const leader of leaders.slice(0, 4)) await guess(leader)
  clock.set('2027-04-02T08:00:00Z')
  t.match(await gap(amara), { guess: null, gapToShifts: null })
})
