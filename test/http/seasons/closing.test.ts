import t from 'tap'
import { fixItBlocks } from '../../../db/schema/fix-it-blocks.ts'
import { learnings } from '../../../db/schema/learnings.ts'
import { ledgerEntries } from '../../../db/schema/ledger.ts'
import { notices } from '../../../db/schema/notices.ts'
import { seasonGuesses } from '../../../db/schema/season-guesses.ts'
import { goalEvidence, seasons } from '../../../db/schema/seasons.ts'
import { servedCounts } from '../../../db/schema/served-cases.ts'
import { themeDecisions, themeLearnings, themeMerges, themes } from '../../../db/schema/themes.ts'
import { insertSeason } from '../../helpers/seasons.ts'
import { insertAssignment, insertRotation, insertShift } from '../../helpers/shifts.ts'
import { fiveLeaders } from './seasons-cast.ts'

type Cast = Awaited<ReturnType<typeof fiveLeaders>>

/** In the first quarter Amara and Bo worked, heard of two themes, fixed one; leaders decided. It is 2 April. */
async function aQuarterPassed(t: Parameters<typeof fiveLeaders>[0]) {
  const app = await fiveLeaders(t, '2027-04-02T08:00:00Z')
  const { season, goals } = await insertSeason(app.db, {
    name: 'Winter',
    fromOn: '2027-01-01',
    toOn: '2027-04-01'
  })
  const heard = await heardOnShifts(app)
  await app.db.insert(goalEvidence).values([
    { goalId: goals[0].id, themeId: heard.codes.id, attachedBy: app.bo.id },
    { goalId: goals[0].id, learningId: heard.learningIds[0]!, attachedBy: app.bo.id }
  ])
  for (const [at, { id: employeeId }] of app.leaders.entries())
    await app.db.insert(seasonGuesses).values({ seasonId: season.id, employeeId, servedWellPercent: 80 + at })
  const url = `/api/seasons/${season.id}/closing`
  const close = (who: { id: string }) => app.as(who).post(url)
  const read = async (who: { id: string } = app.amara) => (await app.as(who).get(url)).json()
  return { ...app, ...heard, season, goals, url, close, read }
}

async function heardOnShifts({ db, amara, bo, lars, eva }: Cast) {
  const rotation = await insertRotation(db, 'Nordic')
  const theme = async (title: string) => {
    const row = { title, ownerId: lars.id, answerByOn: '2027-03-20', createdBy: lars.id }
    const [made] = await db.insert(themes).values(row).returning()
    return made!
  }
  const [codes, loops, bills] = [
    await theme('Codes expire'),
    await theme('Pairing loops'),
    await theme('Bills')
  ]
  const learningIds: string[] = []
  for (const [day, who, of, times] of [
    ['2027-01-11', amara, codes, 2],
    ['2027-02-15', bo, codes, 1],
    ['2027-03-08', amara, loops, 4],
    ['2026-12-30', bo, bills, 9]
  ] as const) {
    const shift = await insertShift(db, rotation, `${day}T08:00:00Z`, `${day}T12:00:00Z`)
    const seat = await insertAssignment(db, shift, who)
    const worked = { employeeId: who.id, kind: 'worked' as const, minutes: 240, onDay: day }
    await db.insert(ledgerEntries).values({ ...worked, assignmentId: seat.id })
    const words = { type: 'bug' as const, triedTo: 'Pair', obstacle: 'Planted words of Amara' }
    const [learning] = await db
      .insert(learnings)
      .values({ shiftId: shift.id, employeeId: who.id, ...words, timesThisShift: times, minutesLost: 10 })
      .returning()
    learningIds.push(learning!.id)
    await db.insert(themeLearnings).values({ themeId: of.id, learningId: learning!.id })
    await db.insert(servedCounts).values({ assignmentId: seat.id, yes: 9, no: 3, unsure: 1 })
    if (day === '2027-01-11')
      await db.insert(fixItBlocks).values({
        ...{ assignmentId: seat.id, employeeId: who.id, learningId: learning!.id, kind: 'repair' },
        ...{ startsAt: shift.endsAt, endsAt: new Date('2027-01-11T14:00Z') },
        ...{ doneAt: new Date('2027-01-11T14:00Z'), outcome: 'A page' }
      })
  }
  await db.insert(themeMerges).values({ themeId: loops.id, intoId: codes.id, mergedBy: lars.id })
  const decide = (themeId: string, decision: 'deciding' | 'doing' | 'declined', day: string) =>
    db.insert(themeDecisions).values({
      ...{ themeId, decision, reason: `${decision} it`, decidedBy: eva.id },
      decidedAt: new Date(`${day}T09:00:00Z`)
    })
  // Within codes since it was merged, which were decided on after it.
  await decide(loops.id, 'declined', '2027-01-20')
  await decide(codes.id, 'deciding', '2027-02-20')
  await decide(codes.id, 'doing', '2027-03-01')
  await decide(bills.id, 'declined', '2027-03-02')
  await decide(bills.id, 'doing', '2027-04-01')
  return { codes, bills, learningIds }
}

t.test('the page is written from data alone, each line with its source', async (t) => {
  const { close, helge, codes, bills, goals, learningIds, season } = await aQuarterPassed(t)
  const reply = await close(helge)
  t.equal(reply.statusCode, 201)
  const page = reply.json()
  t.match(page, {
    id: season.id,
    name: 'Winter',
    isFrozen: true,
    state: 'closed',
    closedBy: { name: 'Helge HR' }
  })
  t.match(page.setOut, [
    {
      source: { kind: 'goal', id: goals[0].id },
      hasEvidence: true,
      evidence: [
        { kind: 'theme', id: codes.id, title: 'Codes expire' },
        { kind: 'learning', id: learningIds[0], text: 'Pair: Planted words of Amara' }
      ]
    },
    { goal: goals[1].goal, hasEvidence: false }
  ])
  const did = Object.fromEntries(
    page.did.map(({ what, value }: { what: string; value: number }) => [what, value])
  )
  t.strictSame(did, {
    ...{ shifts: 3, people: 2, workedMinutes: 720, creditedMinutes: 0, dueMinutes: 0 },
    ...{ customers: 39, learnings: 3, fixes: 1 }
  })
  t.match(page.did[0].source, { kind: 'shifts', id: '2027-01-01/2027-04-01' })
  t.strictSame(page.learned, [
    {
      ...{ source: { kind: 'theme', id: codes.id }, title: 'Codes expire', areaName: null },
      ...{ reporters: 2, learnings: 3, customers: 7, minutesLost: 30 }
    }
  ])
  t.match(page.decided, [
    {
      source: { kind: 'decision' },
      themeId: codes.id,
      decision: 'doing',
      reason: 'doing it',
      decidedBy: { name: 'Eva Executive' }
    }
  ])
  t.match(page.decidedNotTo, [{ themeId: bills.id, title: 'Bills', reason: 'declined it' }])
  t.equal(
    page.decided.length + page.decidedNotTo.length,
    2,
    'what was decided after the season is the next one’s'
  )
  t.match(page.gap, {
    guess: { leaders: 5, median: 82 },
    shifts: { yes: 27, no: 9, share: 0.75 },
    gapToShifts: 7
  })
})

t.test('what was closed reads the same tomorrow, whatever happens to the data', async (t) => {
  const { close, read, helge, amara, db, codes, clock, as, season } = await aQuarterPassed(t)
  const page = (await close(helge)).json()
  await db.update(servedCounts).set({ yes: 0, no: 500 })
  await db.update(themes).set({ title: 'Another title' })
  await db.delete(themeLearnings)
  await db
    .insert(ledgerEntries)
    .values({ employeeId: amara.id, kind: 'worked', minutes: 99, onDay: '2027-02-01' })
  clock.set('2027-09-01T08:00:00Z')
  t.strictSame(await read(), page)
  t.match((await as(amara).get(`/api/seasons/${season.id}/gap`)).json().shifts, { yes: 27, no: 9 })
  await t.rejects(db.update(seasons).set({ name: 'Rewritten' }), 'the database refuses it too')
  await t.rejects(db.delete(seasons))
  t.equal(codes.title, 'Codes expire')
})

t.test('the page holds no words of learnings: who takes theirs back takes them off the page', async (t) => {
  const { close, read, helge, db } = await aQuarterPassed(t)
  await close(helge)
  const [row] = await db.select().from(seasons)
  t.notMatch(JSON.stringify(row!.closing), /Planted/)
  await db.update(learnings).set({ withdrawnAt: new Date('2027-04-02T08:00Z'), obstacle: '' })
  t.match((await read()).setOut[0].evidence, [{}, { kind: 'learning', text: null }])
})

t.test('before it is closed the page says how it would be now', async (t) => {
  const { read, db } = await aQuarterPassed(t)
  t.match(await read(), { isFrozen: false, state: 'over', closedAt: null, gap: { shifts: { yes: 27 } } })
  await db.update(servedCounts).set({ yes: 10 })
  t.match(await read(), { gap: { shifts: { yes: 30 } } })
})

t.test(
  'a season is closed once, when its last day is over everywhere, by those who declare seasons',
  async (t) => {
    const { close, helge, lars, amara, eva, clock, as, season, goals, learningIds } = await aQuarterPassed(t)
    clock.set('2027-04-01T11:59:00Z')
    t.match((await close(helge)).json(), { code: 'SEASON_NOT_OVER', details: { toOn: '2027-04-01' } })
    clock.set('2027-04-01T12:00:00Z')
    for (const who of [lars, amara]) t.equal((await close(who)).json().code, 'SEASON_NOT_YOURS')
    t.equal((await close(eva)).statusCode, 201)
    t.equal((await close(helge)).json().code, 'SEASON_CLOSED')
    t.equal(
      (await as(helge).patch(`/api/seasons/${season.id}`, { name: 'New' })).json().code,
      'SEASON_CLOSED'
    )
    const evidence = { kind: 'learning', id: learningIds[1] }
    t.equal(
      (await as(helge).post(`/api/goals/${goals[1].id}/evidence`, evidence)).json().code,
      'SEASON_CLOSED'
    )
  }
)

t.test('who guessed is told when the season is closed, and nobody else', async (t) => {
  const { close, helge, leaders, db, season } = await aQuarterPassed(t)
  await close(helge)
  const told = await db.select().from(notices)
  t.strictSame(told.map(({ employeeId }) => employeeId).sort(), leaders.map(({ id }) => id).sort())
  t.match(told[0], { kind: 'season-closed', facts: { seasonId: season.id, todo: 'read-closing' } })
})
