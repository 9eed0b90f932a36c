import { parse } from 'csv-parse/sync'
import { addDays, addHours, addMinutes } from 'date-fns'
import { eq } from 'drizzle-orm'
import t, { type Test } from 'tap'
import type { Db } from '../../../db/client.ts'
import { decayReviews } from '../../../db/schema/decay-reviews.ts'
import { drafts } from '../../../db/schema/drafts.ts'
import { employees, grants } from '../../../db/schema/employees.ts'
import { learnings, nothingNewAnswers } from '../../../db/schema/learnings.ts'
import { ledgerEntries } from '../../../db/schema/ledger.ts'
import { notices } from '../../../db/schema/notices.ts'
import { proposalChanges, proposals } from '../../../db/schema/proposals.ts'
import { publicationChanges, publications } from '../../../db/schema/publications.ts'
import { quotas } from '../../../db/schema/quotas.ts'
import { shiftMoods } from '../../../db/schema/shift-moods.ts'
import { shifts } from '../../../db/schema/shifts.ts'
import { themeDecisions, themeLearnings, themes } from '../../../db/schema/themes.ts'
import { openDueReview } from '../../../src/decay/open-review.ts'
import { readBalances } from '../../../src/hours/read-balances.ts'
import { testApp } from '../../helpers/app.ts'
import { deeds } from '../../helpers/audit.ts'
import { insertEmployee, insertSmallCompany } from '../../helpers/people.ts'
import { insertAssignment, insertRotation, insertShift } from '../../helpers/shifts.ts'

type Person = { id: string }

/** What somebody heard, apart from who and where. */
const HEARD = { type: 'bug' as const, triedTo: 'Pair', obstacle: 'Codes', timesThisShift: 1, minutesLost: 1 }

/** Seven staff guests; it is 5 April 2027, and the first quarter is over. */
async function twoQuarters(t: Parameters<typeof testApp>[0]) {
  const app = await testApp(t, { now: '2027-04-05T08:00:00Z' })
  const company = await insertSmallCompany(app.db)
  const rotation = await insertRotation(app.db, 'Nordic')
  const guests = [company.amara, company.bo]
  for (const name of ['Cleo', 'Dag', 'Elin']) guests.push(await insertEmployee(app.db, name, company.product))
  const ctx = { db: app.db, now: app.clock.now, actor: null, requestId: null }
  let hour = 0
  /** A seat of four hours on a day; each at an hour of its own, for shifts of a rotation start once. */
  const sit = async (
    who: Person,
    day: string,
    more: { told?: boolean; mood?: number; releasedAt?: Date } = {}
  ) => {
    hour += 1
    const startsAt = addHours(new Date(`${day}T00:00:00Z`), hour % 19)
    const shift = await insertShift(
      app.db,
      rotation,
      startsAt.toISOString(),
      addHours(startsAt, 4).toISOString()
    )
    const seat = await insertAssignment(app.db, shift, who, { releasedAt: more.releasedAt ?? null })
    const answeredAt = addHours(startsAt, 5)
    if (more.told) await app.db.insert(nothingNewAnswers).values({ assignmentId: seat.id, answeredAt })
    if (more.mood)
      await app.db.insert(shiftMoods).values({ assignmentId: seat.id, mood: more.mood, answeredAt })
    return seat
  }
  const watch = async (who: Person = company.amara, query = '?before=2') => {
    const reply = await app.as(who).get(`/api/decay-watch${query}`)
    t.equal(reply.statusCode, 200, reply.body)
    return reply.json()
  }
  const quarter = async (fromOn: string) =>
    (await watch()).quarters.find((each: { fromOn: string }) => each.fromOn === fromOn)
  return { ...app, ...company, rotation, guests, ctx, sit, watch, quarter }
}

type Cast = Awaited<ReturnType<typeof twoQuarters>>

/** All well in the autumn; in the winter fewer came, nobody told what they heard, and they felt worse. */
async function aWinterWorse({ guests, sit }: Cast) {
  for (const guest of guests) await sit(guest, '2026-10-06', { told: true, mood: 4 })
  for (const guest of guests.slice(0, 2)) await sit(guest, '2027-02-09', { mood: 3 })
  for (const guest of guests.slice(0, 1)) await sit(guest, '2027-02-16', { mood: 2 })
}

async function giveUpLate({ db, guests, sit }: Cast) {
  for (const guest of guests.slice(2, 4))
    await sit(guest, '2027-02-23', { releasedAt: new Date('2027-02-20T08:00Z') })
  return db
}

t.test(
  'the watch shows quarter by quarter who took part, gave up, told, felt, and how long answers take',
  async (t) => {
    const cast = await twoQuarters(t)
    const { guests, sit, db, lars, watch, quarter, hanna } = cast
    await aWinterWorse(cast)
    await giveUpLate(cast)
    await sit(hanna, '2027-01-05', { told: true })
    const theme = { title: 'Codes expire', ownerId: lars.id, createdBy: lars.id, answerByOn: '2027-03-20' }
    await db.insert(themes).values({ ...theme, createdAt: new Date('2027-03-02T00:00Z') })
    const seen = await watch()
    t.strictSame(
      seen.quarters.map(({ fromOn, isRunning }: { fromOn: string; isRunning: boolean }) => [
        fromOn,
        isRunning
      ]),
      [
        ['2026-10-01', false],
        ['2027-01-01', false],
        ['2027-04-01', true]
      ]
    )
    const figures = (await quarter('2027-01-01')).figures
    // Of the seven staff who are no hosts (Helge and Ada too) two came; five seats were given out and one to a host.
    t.strictSame(figures, {
      tookPartShare: Number((2 / 7).toFixed(4)),
      waivedShare: null,
      lateDroppedShare: Number((2 / 6).toFixed(4)),
      notToldShare: 0.75,
      hostHoursPerWeek: 0.2,
      mood: null,
      answerAgeDays: 30
    })
    t.match((await quarter('2026-10-01')).figures, {
      tookPartShare: 0.7143,
      notToldShare: 0,
      mood: 4,
      answerAgeDays: null
    })
    t.equal(guests.length, 5)
    await everyFigureIsInTheCsv(t, cast)
  }
)

/** Each share and mean of the page is worked out again from the counts beside it. */
async function everyFigureIsInTheCsv(t: Test, { as, amara, watch }: Cast) {
  const { body } = await as(amara).get('/api/decay-watch.csv?before=2')
  const rows: Record<string, string>[] = parse(body, { columns: true, bom: true })
  const of = (part?: string, whole?: string, decimals = 4) =>
    Number(whole) === 0 ? null : Number((Number(part) / Number(whole)).toFixed(decimals))
  const again = rows.map((row) => ({
    tookPartShare: of(row.took_part, row.staff),
    waivedShare: of(row.waived_minutes, row.due_minutes),
    lateDroppedShare: of(
      row.seats_dropped_late,
      String(Number(row.seats_held) + Number(row.seats_dropped_late))
    ),
    notToldShare: of(row.seats_not_told, row.seats_worked),
    hostHoursPerWeek: of(row.host_minutes, String((Number(row.hosts) * Number(row.days) * 60) / 7), 1),
    mood: row.mood ? Number(row.mood) : null,
    answerAgeDays: row.answer_age_days ? Number(row.answer_age_days) : null
  }))
  const { quarters } = await watch()
  t.notMatch(
    JSON.stringify(quarters) + body,
    /counts|moodPeople|mood_people/,
    'no mean tells how many it is of'
  )
  t.strictSame(
    again,
    quarters.map(({ figures }: { figures: object }) => figures)
  )
  t.strictSame(
    rows.map(({ from_on, running, worse }) => [from_on, running, worse]),
    quarters.map(
      ({ fromOn, isRunning, worse }: { fromOn: string; isRunning: boolean; worse: { figure: string }[] }) => [
        fromOn,
        isRunning ? 'yes' : 'no',
        worse.map(({ figure }) => figure).join(' ')
      ]
    )
  )
}

t.test('a seat given up early, or handed over by a publication, is not dropped late', async (t) => {
  const cast = await twoQuarters(t)
  const { bo, sit, quarter, db, amara } = cast
  await sit(amara, '2027-02-09')
  await sit(bo, '2027-02-09', { releasedAt: new Date('2027-02-02T01:30Z') })
  t.equal((await quarter('2027-01-01')).figures.lateDroppedShare, 0)
  const late = await sit(bo, '2027-02-10', { releasedAt: new Date('2027-02-03T03:30Z') })
  t.equal((await quarter('2027-01-01')).figures.lateDroppedShare, 0.5, 'less than a week before')
  const publicationId = await aPublication(cast)
  await db.insert(publicationChanges).values({ publicationId, assignmentId: late.id, effect: 'taken' })
  t.equal((await quarter('2027-01-01')).figures.lateDroppedShare, 0)
})

t.test(
  'neither is one that somebody agreed to take, or that went with a publication that was reverted',
  async (t) => {
    const cast = await twoQuarters(t)
    const { bo, amara, sit, quarter, db } = cast
    await sit(amara, '2027-02-09')
    const releasedAt = new Date('2027-02-08T08:00Z')
    const [covered, reverted] = [
      await sit(bo, '2027-02-10', { releasedAt }),
      await sit(bo, '2027-02-11', { releasedAt })
    ]
    const dropped = async () => (await quarter('2027-01-01')).figures.lateDroppedShare
    t.equal(await dropped(), Number((2 / 3).toFixed(4)))
    await sit(amara, '2027-04-20')
    await sit(bo, '2027-03-31', { releasedAt: new Date('2027-03-01T08:00Z') })
    t.equal(await dropped(), Number((2 / 3).toFixed(4)), 'those given up in time are not dropped')
    await sit(bo, '2027-04-02', { releasedAt: new Date('2027-04-01T08:00Z') })
    t.equal((await quarter('2027-04-01')).figures.lateDroppedShare, 1, 'nor is a seat to come held')
    const wanted = { kind: 'cover' as const, proposerId: bo.id, giveAssignmentId: covered.id }
    const [proposal] = await db
      .insert(proposals)
      .values({ ...wanted, expiresAt: releasedAt })
      .returning()
    const change = { proposalId: proposal!.id, assignmentId: covered.id, effect: 'taken' as const }
    await db.insert(proposalChanges).values(change)
    t.equal(await dropped(), 0.5)
    const publicationId = await aPublication(cast)
    await db.insert(publicationChanges).values({ publicationId, assignmentId: reverted.id, effect: 'given' })
    t.equal(await dropped(), 0.5)
    await db.update(publications).set({ revertedAt: releasedAt })
    t.equal(await dropped(), 0)
  }
)

t.test(
  'a learning is a word of what was heard, unless it was taken back; two days are left to write it',
  async (t) => {
    const { amara, bo, sit, quarter, db, clock } = await twoQuarters(t)
    const seat = await sit(amara, '2027-02-09')
    await sit(bo, '2027-02-09')
    const notTold = async (fromOn = '2027-01-01') => (await quarter(fromOn)).figures.notToldShare
    t.equal(await notTold(), 1)
    const told = { shiftId: seat.shiftId, employeeId: amara.id, submittedAt: new Date('2027-02-10T08:00Z') }
    await db.insert(learnings).values({ ...told, ...HEARD })
    t.equal(await notTold(), 0.5)
    await db.update(learnings).set({ withdrawnAt: new Date('2027-02-11T08:00Z'), triedTo: '', obstacle: '' })
    t.equal(await notTold(), 1)
    const last = await sit(amara, '2027-04-04')
    clock.set(addMinutes(last.startsAt, (4 + 48) * 60 - 1).toISOString())
    t.equal(await notTold('2027-04-01'), null, 'its two days are not over')
    clock.set(addHours(last.startsAt, 4 + 48).toISOString())
    t.equal(await notTold('2027-04-01'), 1)
  }
)

t.test(
  'a seat whose hours come to nothing was not worked: by an entry of none, or by its corrections',
  async (t) => {
    const { amara, bo, guests, sit, quarter, db } = await twoQuarters(t)
    const [none, undone, less, plain] = [
      await sit(amara, '2027-02-09'),
      await sit(bo, '2027-02-09'),
      await sit(guests[2]!, '2027-02-09'),
      await sit(guests[3]!, '2027-02-09')
    ]
    const figures = async () => {
      const { tookPartShare, notToldShare } = (await quarter('2027-01-01')).figures
      return [Math.round(tookPartShare * 7), notToldShare]
    }
    const book = async (seat: typeof none, minutes: number, correctsId: string | null = null) => {
      const of = { employeeId: seat.employeeId, assignmentId: seat.id, onDay: '2027-02-09' }
      const [entry] = await db
        .insert(ledgerEntries)
        .values({ ...of, kind: 'worked', minutes, correctsId })
        .returning()
      return entry!.id
    }
    t.strictSame(await figures(), [4, 1], 'before hours are booked a seat counts as worked')
    await book(none, 0)
    t.strictSame(await figures(), [3, 1])
    const booked = await book(undone, 240)
    await book(less, -60, await book(less, 240))
    await db.insert(nothingNewAnswers).values({ assignmentId: plain.id, answeredAt: new Date('2027-02-10') })
    t.strictSame(await figures(), [3, 0.6667])
    await book(undone, -240, booked)
    t.strictSame(await figures(), [2, 0.5])
  }
)

t.test('what one person of a shift heard is no word of another, nor of another quarter', async (t) => {
  const { amara, bo, sit, quarter, db } = await twoQuarters(t)
  const seat = await sit(amara, '2027-02-09')
  const [shift] = await db.select().from(shifts).where(eq(shifts.id, seat.shiftId))
  await insertAssignment(db, shift!, bo)
  await sit(bo, '2026-11-10')
  const told = { shiftId: seat.shiftId, employeeId: amara.id, submittedAt: new Date('2027-02-10T08:00Z') }
  await db.insert(learnings).values([
    { ...told, ...HEARD },
    { ...told, ...HEARD }
  ])
  const figures = async (fromOn: string) => (await quarter(fromOn)).figures
  t.match(await figures('2027-01-01'), { notToldShare: 0.5, tookPartShare: Number((2 / 7).toFixed(4)) })
  t.match(await figures('2026-10-01'), { notToldShare: 1, tookPartShare: Number((1 / 7).toFixed(4)) })
})

t.test('waived hours count against the hours due', async (t) => {
  const { db, amara, quarter } = await twoQuarters(t)
  await db.insert(quotas).values({ scope: 'organisation', minutes: 240, perWeeks: 4, fromOn: '2026-01-01' })
  const waive = (minutes: number, onDay: string) =>
    db.insert(ledgerEntries).values({ employeeId: amara.id, kind: 'waived', minutes, onDay })
  await waive(700, '2027-02-10')
  await waive(90_000, '2027-04-02')
  const balances = await readBalances(db, { fromOn: '2027-01-01', toOn: '2027-04-01' })
  const due = [...balances.values()].reduce((sum, { dueMinutes }) => sum + dueMinutes, 0)
  t.ok(due > 7000, `${due} minutes are due`)
  t.equal((await quarter('2027-01-01')).figures.waivedShare, Number((700 / due).toFixed(4)))
  t.equal((await quarter('2026-10-01')).figures.waivedShare, 0)
  t.equal((await quarter('2027-04-01')).figures.waivedShare, 1, 'more than are due are all of them')
})

async function aPublication({ db, rotation }: Cast): Promise<string> {
  const days = { rotationId: rotation.id, fromOn: '2027-02-01', toOn: '2027-03-01' }
  const [draft] = await db
    .insert(drafts)
    .values({ ...days, seed: 1, factsDigest: 'none' })
    .returning()
  const [row] = await db
    .insert(publications)
    .values({ ...days, draftId: draft!.id })
    .returning()
  return row!.id
}

t.test('moods are shown of five people or more, and from the Monday after they were told', async (t) => {
  const { guests, sit, quarter, clock, db, amara } = await twoQuarters(t)
  for (const guest of guests.slice(0, 4)) await sit(guest, '2027-02-09', { mood: 5 })
  await sit(amara, '2027-02-16', { mood: 1 })
  t.equal((await quarter('2027-01-01')).figures.mood, null, 'five answers of four people')
  const last = await sit(guests[4]!, '2027-03-31', {})
  const told = { assignmentId: last.id, mood: 4, answeredAt: new Date('2027-04-05T07:00Z') }
  await db.insert(shiftMoods).values(told)
  t.equal((await quarter('2027-01-01')).figures.mood, null, 'the fifth told today')
  clock.set('2027-04-12T08:00:00Z')
  t.equal((await quarter('2027-01-01')).figures.mood, 4.2)
})

t.test('three worsening signs open a review once, for somebody by name, who is told', async (t) => {
  const cast = await twoQuarters(t)
  const { ctx, db, helge, clock, watch } = cast
  await aWinterWorse(cast)
  await openDueReview(ctx)
  t.equal(await db.$count(decayReviews), 0, 'fewer came and nobody told: two signs are no review')
  await giveUpLate(cast)
  await Promise.all([openDueReview(ctx), openDueReview(ctx)].map((run) => run.catch(() => undefined)))
  await openDueReview(ctx)
  t.match((await watch()).reviews, [
    {
      ...{
        fromOn: '2027-01-01',
        toOn: '2027-04-01',
        owner: { id: helge.id, name: 'Helge HR' },
        decision: null
      },
      worse: [
        { sign: 'took-part', before: 0.7143, now: 0.2857 },
        { sign: 'given-up', figure: 'lateDroppedShare' },
        { sign: 'not-told', before: 0, now: 1 }
      ]
    }
  ])
  t.match(await db.select().from(notices), [
    { employeeId: helge.id, kind: 'decay-review-opened', facts: { fromOn: '2027-01-01', todo: 'decide' } }
  ])
  t.equal(await db.$count(decayReviews), 1)
  clock.set('2027-04-20T08:00:00Z')
  await openDueReview(ctx)
  t.equal(await db.$count(notices), 1)
})

t.test('a review waits until the quarter has been over for three days everywhere', async (t) => {
  const cast = await twoQuarters(t)
  await aWinterWorse(cast)
  await giveUpLate(cast)
  cast.clock.set('2027-04-04T11:00:00Z')
  await openDueReview(cast.ctx)
  t.equal(await cast.db.$count(decayReviews), 0)
  cast.clock.set('2027-04-04T12:00:00Z')
  await openDueReview(cast.ctx)
  t.equal(await cast.db.$count(decayReviews), 1)
})

t.test('without HR an executive owns it, and without either it waits for somebody', async (t) => {
  const cast = await twoQuarters(t)
  await aWinterWorse(cast)
  await giveUpLate(cast)
  await cast.db.delete(grants)
  await cast.db.update(employees).set({ level: 'staff' })
  await openDueReview(cast.ctx)
  t.equal(await cast.db.$count(decayReviews), 0)
  await promote(cast.db, cast.eva)
  const gone = await insertEmployee(cast.db, 'Gone HR', cast.product, {
    deactivatedAt: new Date('2027-01-01')
  })
  await cast.db.insert(grants).values({ employeeId: gone.id, role: 'hr' })
  await openDueReview(cast.ctx)
  t.match(await cast.db.select().from(decayReviews), [{ ownerId: cast.eva.id }])
})

async function promote(db: Db, { id }: Person): Promise<void> {
  await db.update(employees).set({ level: 'executive' }).where(eq(employees.id, id))
}

t.test('the review is answered once: stop, change or keep, with the reason, by name', async (t) => {
  const { db, helge, eva, lars, amara, as, watch, clock } = await twoQuarters(t)
  const [review] = await db
    .insert(decayReviews)
    .values({ quarterFromOn: '2027-01-01', signs: [], ownerId: helge.id, openedAt: clock.now() })
    .returning()
  const url = `/api/decay-reviews/${review!.id}`
  const decide = (who: Person, body: object) => as(who).post(`${url}/decision`, body)
  const change = { decision: 'change', reason: 'Two shifts a quarter are enough' }
  for (const who of [lars, amara]) t.equal((await decide(who, change)).json().code, 'REVIEW_NOT_YOURS')
  for (const wrong of [{ decision: 'change' }, { ...change, reason: ' ' }, { ...change, decision: 'wait' }])
    t.equal((await decide(helge, wrong)).statusCode, 400)
  t.equal((await as(helge).put(`${url}/owner`, { employeeId: lars.id })).json().code, 'OWNER_NOT_FIT')
  t.equal((await as(helge).put(`${url}/owner`, { employeeId: eva.id })).json().owner.name, 'Eva Executive')
  t.equal((await decide(helge, change)).statusCode, 200)
  t.match((await watch()).reviews[0].decision, { ...change, decidedBy: { name: 'Helge HR' } })
  t.equal((await decide(eva, change)).json().code, 'REVIEW_DECIDED')
  const told = await db.select().from(notices)
  t.strictSame(
    told.map(({ employeeId, kind }) => [employeeId, kind]),
    [
      [eva.id, 'decay-review-opened'],
      [eva.id, 'decay-review-decided']
    ]
  )
  const actions = (await deeds(db)).map(({ action }) => action).sort()
  t.strictSame(actions, ['decay-review.decided', 'decay-review.handed-over'])
  await t.rejects(db.update(decayReviews).set({ reason: null }), 'the database keeps the reason')
})

t.test('a quarter in which the programme only began is compared with nothing', async (t) => {
  const cast = await twoQuarters(t)
  await aWinterWorse(cast)
  await giveUpLate(cast)
  await cast.db.update(shifts).set({ onDay: '2026-10-20' }).where(eq(shifts.onDay, '2026-10-06'))
  await openDueReview(cast.ctx)
  t.equal(await cast.db.$count(decayReviews), 0)
  t.match((await cast.quarter('2027-01-01')).worse, [])
})

t.test('an answer given later does not make a past quarter better', async (t) => {
  const { db, lars, eva, quarter } = await twoQuarters(t)
  const theme = { title: 'Bills', ownerId: lars.id, createdBy: lars.id, answerByOn: '2027-03-20' }
  const [made] = await db
    .insert(themes)
    .values({ ...theme, createdAt: addDays(new Date('2027-04-01T00:00Z'), -40) })
    .returning()
  const decision = { themeId: made!.id, decision: 'done' as const, reason: 'Fixed', decidedBy: eva.id }
  await db.insert(themeDecisions).values({ ...decision, decidedAt: new Date('2027-04-02T00:00Z') })
  t.equal((await quarter('2027-01-01')).figures.answerAgeDays, 40)
  t.equal((await quarter('2027-04-01')).figures.answerAgeDays, null)
})

t.test(
  'a declined theme waits again from the third new person who reports it, each counted once',
  async (t) => {
    const { db, lars, eva, guests, sit, quarter } = await twoQuarters(t)
    const theme = { title: 'Bills', ownerId: lars.id, createdBy: lars.id, answerByOn: '2027-03-20' }
    const [made] = await db
      .insert(themes)
      .values({ ...theme, createdAt: new Date('2027-02-01T00:00Z') })
      .returning()
    const themeId = made!.id
    const decision = { themeId, decision: 'declined' as const, reason: 'Too dear', decidedBy: eva.id }
    await db.insert(themeDecisions).values({ ...decision, decidedAt: new Date('2027-02-10T00:00Z') })
    async function report(who: Person, day: string) {
      const { shiftId } = await sit(who, day)
      const submittedAt = new Date(`${day}T23:30:00Z`)
      const words = { type: 'bug' as const, triedTo: 'Pay', obstacle: 'No button', minutesLost: 5 }
      const [learning] = await db
        .insert(learnings)
        .values({ shiftId, employeeId: who.id, submittedAt, ...words })
        .returning()
      await db.insert(themeLearnings).values({ themeId, learningId: learning!.id })
    }
    const [amara, bo, cleo] = [guests[0]!, guests[1]!, guests[2]!]
    await report(amara, '2027-03-01')
    await report(amara, '2027-03-05')
    await report(bo, '2027-03-08')
    t.equal((await quarter('2027-01-01')).figures.answerAgeDays, null, 'two people are too few')
    await report(cleo, '2027-03-21')
    t.equal((await quarter('2027-01-01')).figures.answerAgeDays, 10)
  }
)
