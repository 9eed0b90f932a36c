import { eq } from 'drizzle-orm'
import t, { type Test } from 'tap'
import { quotas } from '../../../db/schema/quotas.ts'
import { rotationSlots, rotations } from '../../../db/schema/rotations.ts'
import { seatShares } from '../../../db/schema/seat-shares.ts'
import { addDays } from '../../../src/engine/time/add-days.ts'
import { keepSeatShares } from '../../../src/rotations/keep-seat-shares.ts'
import { readFactsOfFew, weeksAround } from '../../../src/rotations/read-seat-shares.ts'
import { readRotation } from '../../../src/rotations/rotations.ts'
import { testApp } from '../../helpers/app.ts'
import { insertSmallCompany } from '../../helpers/people.ts'
import { insertRotation, insertShift } from '../../helpers/shifts.ts'

const FIRST_WEEK = '2027-03-08'
const WEEKS = 12
/** Nobody would reckon it so. */
const STRANGE = { share: 0.123, forgiven: -7 }

/** A shift each Monday of twelve weeks, and more owed than its seats could hold. */
async function mondays(t: Test) {
  const { db, clock } = await testApp(t, { now: '2027-03-03T08:00:00Z' })
  await insertSmallCompany(db)
  const { id } = await insertRotation(db, 'Mondays')
  await db.insert(rotationSlots).values({ rotationId: id, weekday: 1, startsAt: '09:00', endsAt: '13:00' })
  const [rotation] = await db.select().from(rotations)
  for (let week = 0; week < WEEKS; week += 1) {
    const day = addDays(FIRST_WEEK, 7 * week)
    await insertShift(db, rotation!, `${day}T07:00:00Z`, `${day}T11:00:00Z`)
  }
  const quota = (minutes: number, fromOn: string, createdAt: Date) =>
    db.insert(quotas).values({ scope: 'organisation', minutes, perWeeks: 4, fromOn, createdAt })
  await quota(6000, '2024-01-01', new Date('2027-01-01'))
  const keep = () => keepSeatShares({ db, now: clock.now, actor: null, requestId: null })
  const read = async () => {
    const asked = { weeks: weeksAround(FIRST_WEEK), few: { people: [], teams: [], ownDays: [] } }
    const { facts, shares } = await readFactsOfFew(db, await readRotation(db, id), asked, clock.now())
    // Of nobody is read where it is kept.
    t.equal(facts.people.length === 0, shares.guests.share === STRANGE.share)
    return shares
  }
  const kept = () => db.select().from(seatShares).orderBy(seatShares.weekOn)
  const makeStrange = async () => {
    const { guests, ...others } = (await kept())[0]!.shares
    await db.update(seatShares).set({ shares: { ...others, guests: STRANGE } })
    return guests
  }
  return { db, clock, id, quota, keep, read, kept, makeStrange }
}

t.test(
  'how seats are shared is kept for weeks with shifts, ten in a run, and forgotten behind them',
  async (t) => {
    const { clock, keep, read, kept } = await mondays(t)
    const reckoned = await read()
    t.ok(reckoned.guests.share < 1, 'the seats are too few')
    await keep()
    const weeks = Array.from({ length: WEEKS }, (_, week) => addDays(FIRST_WEEK, 7 * week))
    t.strictSame(
      (await kept()).map(({ weekOn }) => weekOn),
      weeks.slice(0, 10)
    )
    t.strictSame((await kept())[0]!.shares, reckoned)
    await keep()
    t.strictSame(
      (await kept()).map(({ weekOn }) => weekOn),
      weeks
    )
    clock.set('2027-03-24T08:00:00Z')
    await keep()
    // The week before this one may not be over everywhere.
    t.strictSame(
      (await kept()).map(({ weekOn }) => weekOn),
      weeks.slice(1)
    )
  }
)

t.test('what is kept is what is read, for a day', async (t) => {
  const { clock, keep, read, makeStrange, kept } = await mondays(t)
  await keep()
  await makeStrange()
  t.strictSame((await read()).guests, STRANGE)
  clock.set('2027-03-04T07:59:00Z')
  t.strictSame((await read()).guests, STRANGE)
  clock.set('2027-03-04T08:00:00Z')
  t.not((await read()).guests.share, STRANGE.share, 'a day old')
  await keep()
  t.not((await kept())[0]!.shares.guests.share, STRANGE.share, 'kept anew')
})

t.test('the job makes anew what is half a day old, and leaves what is younger', async (t) => {
  const { clock, keep, makeStrange, kept } = await mondays(t)
  await keep()
  await makeStrange()
  clock.set('2027-03-03T19:59:00Z')
  await keep()
  t.strictSame((await kept())[0]!.shares.guests, STRANGE)
  clock.set('2027-03-03T20:00:00Z')
  await keep()
  t.not((await kept())[0]!.shares.guests.share, STRANGE.share)
})

t.test('a quota set since, or a changed rotation, is seen at once', async (t) => {
  const { db, clock, id, quota, keep, read, makeStrange, kept } = await mondays(t)
  await keep()
  const before = await makeStrange()
  await db.update(rotations).set({ maxSeats: 9 }).where(eq(rotations.id, id))
  const wider = (await read()).guests
  t.ok(wider.share > before.share, 'more seats, more of the quota is asked for')
  await keep()
  t.strictSame((await kept())[0]!.shares.guests, wider)
  await makeStrange()
  clock.set('2027-03-03T09:00:00Z')
  await quota(12_000, '2027-01-01', new Date('2027-03-03T08:30:00Z'))
  const more = (await read()).guests
  t.ok(more.share < wider.share, 'more is owed of the same seats')
  await keep()
  t.strictSame((await kept())[0]!.shares.guests, more)
})

t.test('a week that cannot be reckoned keeps no other back, and the run fails with it', async (t) => {
  const { db, clock, keep, makeStrange, kept } = await mondays(t)
  await keep()
  await keep()
  const [rotation] = await db.select().from(rotations)
  // First in turn, as nothing is kept of it; its day is none that we can count.
  const odd = { onDay: '20270-06-06' }
  await insertShift(db, rotation!, '2027-06-07T07:00:00Z', '2027-06-07T11:00:00Z', odd)
  await makeStrange()
  clock.set('2027-03-04T08:00:00Z')
  await t.rejects(keep())
  t.not((await kept())[0]!.shares.guests.share, STRANGE.share)
})
