import { subDays } from 'date-fns'
import { eq } from 'drizzle-orm'
import t, { type Test } from 'tap'
import { employees } from '../../../db/schema/employees.ts'
import { learningDigests } from '../../../db/schema/learning-digests.ts'
import { notices } from '../../../db/schema/notices.ts'
import { themeHearings, themes } from '../../../db/schema/themes.ts'
import { makeLearningDigests } from '../../../src/learnings/digests/make-digests.ts'
import { listening } from './themes-cast.ts'

/** Monday 8 March 2027 at eight in Oslo, and the first Monday of April. */
const MONDAY = '2027-03-08T07:00:00Z'
const FIRST_MONDAY = '2027-04-05T06:00:00Z'

/** Friday before. Lars leads Amara's and Bo's team, Sofie Hanna's; both and everybody else live in Oslo. */
async function digesting(t: Test) {
  const listened = await listening(t, '2027-03-05T12:00:00Z')
  const { app: _, as, asSystem, clock, db, told } = listened
  const make = async (plannedAt: string) => {
    clock.set(plannedAt)
    await makeLearningDigests(asSystem, new Date(plannedAt))
    return (await told()).filter((line) => /learnings-|reported-/.test(line))
  }
  const newest = async (who: { id: string }) => {
    const { items } = (await as(who).get('/api/me/learning-digests')).json()
    const reply = await as(who).get(`/api/me/learning-digests/${items[0].id}`)
    t.equal(reply.statusCode, 200, reply.body)
    return reply.json()
  }
  const digests = () => db.select().from(learningDigests)
  return { ...listened, make, newest, digests }
}

t.test('leads hear on Monday at eight what is new, grows and is overdue, with three quotes', async (t) => {
  const { as, make, newest, digests, heardBy, theme, lars, sofie, amara, bo, hanna } = await digesting(t)
  const old = await theme('Codes run out', [
    await heardBy(amara, 2, { customerWords: 'Ring +47 912 34 567' }),
    await heardBy(bo, 1, { customerWords: 'Again!' }),
    await heardBy(hanna, 1, { customerWords: 'Hva er vitsen?' }),
    await heardBy(hanna, 3, { customerWords: 'A fourth of the week' }),
    await heardBy(hanna, 8, { customerWords: 'The week before' }),
    await heardBy(bo, 40, { customerWords: 'Long ago' })
  ])
  const late = await theme('Bills go astray', [await heardBy(hanna, 9)], { answerByOn: '2027-03-06' })
  t.strictSame(await make('2027-03-08T06:45:00Z'), [], 'not before eight')
  t.strictSame(
    (await make(MONDAY)).filter((line) => line.endsWith('weekly')),
    ['lars: learnings-weekly', 'sofie: learnings-weekly']
  )
  const [ofLars, ofSofie] = [await newest(lars), await newest(sofie)]
  t.match(ofLars, { kind: 'weekly', dueOn: '2027-03-08', counts: { new: 2, growing: 1, overdue: 1 } })
  t.equal(ofLars.since, '2027-03-01T07:00:00.000Z')
  const ids = (list: { id: string }[]) => list.map(({ id }) => id).sort()
  t.strictSame(ids(ofLars.new), [old, late].sort())
  t.match(ofLars.growing, [{ theme: { id: old }, reporters: 3, before: 1 }])
  t.match(ofLars.overdue, [{ id: late, title: 'Bills go astray' }])
  const words = ({ quotes }: { quotes: { words: string }[] }) => quotes.map((quote) => quote.words)
  t.strictSame(
    words(ofLars),
    ['Again!', 'Ring [phone number]', 'Hva er vitsen?'],
    'his team first, and masked'
  )
  t.strictSame(words(ofSofie), ['Hva er vitsen?', 'A fourth of the week', 'Again!'], 'three at most')

  const inbox = (await as(lars).get('/api/me/notices')).json().items
  const notice = inbox.find(({ kind }: { kind: string }) => kind === 'learnings-weekly')
  t.match(notice.title, 'What customers told us')
  for (const part of [
    'Codes run out: 3 people, 1 the week before',
    'Bills go astray',
    '“Ring [phone number]”'
  ])
    t.ok(notice.text.includes(part), part)

  t.strictSame(await make('2027-03-08T07:15:00Z'), [], 'not again a quarter later')
  const [digest] = await digests()
  t.notMatch(JSON.stringify(digest), /vitsen|Codes/, 'a digest holds nobody’s words')
  t.equal((await as(bo).get(`/api/me/learning-digests/${ofLars.id}`)).statusCode, 404, 'it is one’s own')
})

t.test('a digest is made once per person and week, however many replicas make it', async (t) => {
  const { asSystem, clock, digests, heardBy, theme, amara, db } = await digesting(t)
  await theme('Codes run out', [await heardBy(amara, 1)])
  clock.set(MONDAY)
  await Promise.all(Array.from({ length: 8 }, () => makeLearningDigests(asSystem, new Date(MONDAY))))
  const weekly = (await digests()).filter(({ kind }) => kind === 'weekly')
  t.equal(weekly.length, 2, 'one for each lead')
  const told = (await db.select().from(notices)).filter(({ kind }) => kind === 'learnings-weekly')
  t.equal(told.length, 2)
  t.strictSame(told.map(({ facts }) => facts.digestId).sort(), weekly.map(({ id }) => id).sort())
})

t.test('a run that comes late tells of the week it was meant for, and not of what came after', async (t) => {
  const { asSystem, clock, newest, heardBy, theme, amara, hanna, lars } = await digesting(t)
  const dueLater = { answerByOn: '2027-03-08' }
  const meant = await theme('Codes run out', [await heardBy(amara, 1)], dueLater)
  clock.set('2027-03-10T12:00:00Z')
  await theme('Later', [await heardBy(hanna, 0), await heardBy(amara, 0)])
  await makeLearningDigests(asSystem, new Date(MONDAY))
  const digest = await newest(lars)
  t.strictSame(
    digest.new.map(({ id }: { id: string }) => id),
    [meant]
  )
  t.strictSame(digest.growing, [])
  t.strictSame(digest.overdue, [], 'its answer was due when the run is, not when it was meant to be')
})

t.test('where there is nothing to say there is no digest, and who has left gets none', async (t) => {
  const { make, clock, digests, heardBy, theme, amara, lars, sofie, db } = await digesting(t)
  t.strictSame(await make(MONDAY), [])
  t.strictSame(await make(FIRST_MONDAY), [])
  t.strictSame(await digests(), [])
  clock.set('2027-04-06T12:00:00Z')
  await theme('Codes run out', [await heardBy(amara, 0)])
  await db.update(employees).set({ deactivatedAt: new Date() }).where(eq(employees.id, lars.id))
  await db.update(employees).set({ timeZone: 'America/New_York' }).where(eq(employees.id, sofie.id))
  t.strictSame(
    await make('2027-04-12T06:00:00Z'),
    ['amara: reported-themes-moved'],
    'it was put before its owner'
  )
  t.strictSame(await make('2027-04-12T12:00:00Z'), ['sofie: learnings-weekly'], 'at eight in New York')
})

t.test(
  'executives hear on the first Monday of the month of the ten themes that wait longest, and that they did is noted',
  async (t) => {
    const { make, newest, clock, decide, read, eva, lars, db } = await digesting(t)
    const ids: string[] = []
    for (let days = 1; days <= 12; days += 1) {
      const createdAt = subDays(clock.now(), days)
      const made = { title: `Theme ${days}`, ownerId: lars.id, createdBy: lars.id, answerByOn: '2027-03-19' }
      const [row] = await db
        .insert(themes)
        .values({ ...made, createdAt })
        .returning({ id: themes.id })
      ids.push(row!.id)
    }
    await decide(lars, ids[11]!, 'declined')
    const told = await make(FIRST_MONDAY)
    t.ok(told.includes('eva: learnings-monthly'))
    const { undecided } = await newest(eva)
    t.strictSame(
      undecided.first.map(({ id }: { id: string }) => id),
      ids.slice(1, 11).reverse(),
      'the oldest is decided, and the newest is the eleventh'
    )
    t.equal(undecided.waiting, 11)
    const hearings = (await db.select().from(themeHearings)).filter(({ cause }) => cause === 'digest')
    t.strictSame(hearings.map(({ themeId }) => themeId).sort(), ids.slice(1, 11).sort())
    t.ok(hearings.every(({ leaderId }) => leaderId === eva.id))
    const shown = (await read(ids[10]!)).hearings
    t.ok(shown.some(({ leader, cause }) => leader.name === 'Eva Executive' && cause === 'digest'))

    t.notOk(
      (await make('2027-04-12T06:00:00Z')).includes('eva: learnings-monthly'),
      'not on the second Monday'
    )
    await make('2027-05-03T06:00:00Z')
    const later = (await db.select().from(themeHearings)).filter(({ cause }) => cause === 'digest')
    t.equal(later.length, 11 - 1, 'who has heard of a theme is noted once for as long as it waits')
  }
)

t.test('reporters hear when something moves that they reported, and of decisions at once only', async (t) => {
  const { make, newest, clock, heardBy, theme, decide, as, amara, bo, hanna, lars, sofie } =
    await digesting(t)
  const codes = await theme('Codes run out', [await heardBy(amara, 20), await heardBy(bo, 1)])
  const bills = await theme('Bills go astray', [await heardBy(hanna, 20)])
  const still = await theme('Nothing happens', [await heardBy(sofie, 20)])
  const moved = (lines: string[]) => lines.filter((line) => line.endsWith('moved'))
  // The themes were made this week, so they were put before their owner this week.
  await make(MONDAY)
  clock.set('2027-03-09T12:00:00Z')
  await decide(lars, bills, 'doing')
  await as(lars).put(`/api/themes/${codes}/owner`, { ownerId: sofie.id, reason: 'Hers' })
  const joined = await heardBy(hanna, 0)
  await as(hanna).put(`/api/learnings/${joined}/theme`, { themeId: codes })
  const told = moved(await make('2027-03-15T07:00:00Z'))
  t.strictSame(told, [
    'amara: reported-themes-moved',
    'bo: reported-themes-moved',
    'hanna: reported-themes-moved'
  ])
  t.match((await newest(amara)).moved, [{ theme: { id: codes }, reporters: 1, ownerChanged: true }])
  t.match(
    (await newest(hanna)).moved,
    [{ theme: { id: codes }, reporters: 0 }],
    'not of her own report, nor the decision'
  )
  t.notMatch(JSON.stringify((await newest(hanna)).moved), bills)
  t.ok(still)
})

t.test(
  'a digest shows themes as they stand when it is read, and words that were taken back no more',
  async (t) => {
    const { as, make, newest, heardBy, theme, amara, hanna, lars, pool } = await digesting(t)
    const learningId = await heardBy(amara, 1, { customerWords: 'Never again' })
    const codes = await theme('Codes run out', [learningId])
    const koder = await theme('Koder', [await heardBy(hanna, 1)])
    await make(MONDAY)
    await as(hanna).put(`/api/themes/${codes}/merge`, { intoId: koder })
    const quotes = async () => (await newest(lars)).quotes
    t.match(await quotes(), [{ theme: { id: koder }, words: 'Never again' }])
    await pool.query('update learnings set customer_words = null where id = $1', [learningId])
    t.strictSame(await quotes(), [])
  }
)
