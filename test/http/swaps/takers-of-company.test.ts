import { addDays } from 'date-fns'
import { asc, gt } from 'drizzle-orm'
import t from 'tap'
import { assignments } from '../../../db/schema/assignments.ts'
import { employees } from '../../../db/schema/employees.ts'
import { seatShares } from '../../../db/schema/seat-shares.ts'
import type { Actor, Context } from '../../../src/context.ts'
import { buildProblem } from '../../../src/engine/facts/build-problem.ts'
import { checkMoves } from '../../../src/engine/swap/check-moves.ts'
import { heldTimes, openSpanFor } from '../../../src/engine/swap/open-span.ts'
import { rankSwapTakers } from '../../../src/engine/swap/rank-swap-takers.ts'
import type { Move } from '../../../src/engine/swap/swap-facts.ts'
import { takerReasons } from '../../../src/engine/swap/taker-reasons.ts'
import { keepSeatShares } from '../../../src/rotations/keep-seat-shares.ts'
import { listSeatsBetween, listSeatsOnDays } from '../../../src/rotations/queries/facts.ts'
import { readFacts } from '../../../src/rotations/read-facts.ts'
import { weeksAround } from '../../../src/rotations/read-seat-shares.ts'
import { readRotation } from '../../../src/rotations/rotations.ts'
import { findTakers } from '../../../src/swaps/find-takers.ts'
import { listSeatsById, listShifts, listShortShifts } from '../../../src/swaps/queries/facts.ts'
import { readOpenSeats } from '../../../src/swaps/read-open-seats.ts'
import { readFactsOf, readSwapFacts } from '../../../src/swaps/read-swap-facts.ts'
import { testApp } from '../../helpers/app.ts'
import { randomCompany } from './random-company.ts'

/** Companies that are looked at; more with TAKERS_SEEDS. */
const SEEDS = Number(process.env.TAKERS_SEEDS ?? 2)
const SEATS = 6

const ANYBODY: Omit<Actor, 'employeeId'> = {
  ...{ sessionId: null, name: '', teamId: '', leads: [] },
  ...{ roles: new Set(['employee', 'hr', 'admin'] as const), timeZone: 'Europe/Oslo', locale: 'en' as const }
}

/** The same from everything there is: each person asked for alone, and the whole company made a problem of. */
async function takersOfAll({ db, now }: Context, assignmentId: string) {
  const [seat] = await listSeatsById(db, [assignmentId])
  const { shiftId, employeeId: from } = seat!
  const everybody = await db.select().from(employees).orderBy(asc(employees.id))
  const asked = { shiftIds: [shiftId], takerIds: everybody.map(({ id }) => id) }
  const { facts } = await readSwapFacts(db, asked, now())
  const span = { startsAt: seat!.startsAt > now() ? seat!.startsAt : now(), endsAt: seat!.endsAt }
  const allowed = new Set<string>()
  const against: Record<string, number> = {}
  for (const { id } of facts.people.filter(({ id, isHere }) => isHere && id !== from)) {
    const move: Move = { shiftId, from, to: id, ...span }
    const rules = new Set(checkMoves(facts, [move]).map(({ rule }) => rule))
    if (rules.size === 0) allowed.add(id)
    for (const rule of rules) against[rule] = (against[rule] ?? 0) + 1
  }
  return { ranked: await rankedAmongAll({ db, now }, { shiftId, from, allowed }), against }
}

async function rankedAmongAll(
  { db, now }: Pick<Context, 'db' | 'now'>,
  { shiftId, from, allowed }: { shiftId: string; from: string; allowed: ReadonlySet<string> }
) {
  const [shift] = await listShifts(db, [shiftId])
  const rotation = await readRotation(db, shift!.rotationId)
  const { facts } = await readFacts(db, rotation, weeksAround(shift!.onDay), now())
  const built = buildProblem(facts)
  const place = built.shifts.findIndex(({ startsAt }) => +startsAt === +shift!.startsAt)
  const plan = built.problem.people.map(({ published = [], locked = [] }, person) => {
    if (!built.people[person]) return [...locked]
    return built.people[person] === from ? published.filter((held) => held !== place) : [...published]
  })
  return place < 0 ? [] : rankSwapTakers(facts, built, { shift: place, plan, allowed })
}

/** The same open seats with everything read of every shift. */
async function openSeatsFromAll({ db, now, actor: { employeeId: me } }: Context) {
  const shifts = await listShortShifts(db, { from: now(), to: addDays(now(), DAYS) }, me, 200)
  const { facts } = await readFactsOf(db, shifts, [me], now())
  const held = heldTimes(facts)
  const isHost = facts.people.some((person) => person.id === me && person.isHost)
  return shifts.flatMap((shift) => {
    const { seats } = facts.shifts.find(({ id }) => id === shift.id)!
    const span = openSpanFor({ isHost }, { ...shift, seats }, held.get(shift.id) ?? [])
    if (shift.startsAt <= now() || !span) return []
    const isFree = checkMoves(facts, [{ shiftId: shift.id, from: null, to: me, ...span }]).length === 0
    return isFree ? [{ shiftId: shift.id, ...span }] : []
  })
}

const DAYS = 28

t.test('open seats are those that all rules leave, though few are read of', async (t) => {
  const { db, clock } = await testApp(t, { now: '2027-03-01T06:00:00Z' })
  const { people } = await randomCompany(db, 7)
  let found = 0
  let parts = 0
  for (const { id } of people) {
    const ctx: Context = { db, now: clock.now, actor: { ...ANYBODY, employeeId: id }, requestId: null }
    const all = await openSeatsFromAll(ctx)
    const few = await readOpenSeats(ctx, { days: DAYS })
    t.strictSame(
      few.map(({ shiftId, startsAt, endsAt }) => ({ shiftId, startsAt, endsAt })),
      all
    )
    found += few.length
    parts += few.filter(({ isWhole }) => !isWhole).length
  }
  t.ok(found > 20 && parts > 0, `${found} were found, ${parts} of them parts`)
})

t.test(
  'seats of a few people are those of everybody that are theirs, to the edges of the days asked for',
  async (t) => {
    const { db } = await testApp(t, { now: '2027-03-01T06:00:00Z' })
    const { people } = await randomCompany(db, 3)
    const days = await listSeatsOnDays(db, { fromOn: '2020-01-01', toOn: '2030-01-01' })
    const held = days.map(({ onDay }) => onDay).sort()
    const employeeIds = people.map(({ id }) => id)
    for (const onDay of new Set([held[0]!, held.at(-1)!, held[held.length >> 1]!])) {
      const period = { fromOn: onDay, toOn: addOneDay(onDay) }
      const all = await listSeatsOnDays(db, period)
      t.ok(all.length > 0)
      t.strictSame(sorted(await listSeatsOnDays(db, { ...period, employeeIds })), sorted(all))
      for (const { startsAt, endsAt } of all) {
        // From the last millisecond of the longest shift there is to its first.
        const touched = { from: new Date(+endsAt - 1), to: new Date(+startsAt + 1) }
        const found = await listSeatsBetween(db, { ...touched, employeeIds })
        t.ok(found.some((seat) => +seat.startsAt === +startsAt && +seat.endsAt === +endsAt))
      }
    }
  }
)

const addOneDay = (onDay: string) =>
  addDays(new Date(`${onDay}T00:00:00Z`), 1)
    .toISOString()
    .slice(0, 10)
const sorted = (rows: Awaited<ReturnType<typeof listSeatsOnDays>>) =>
  rows.map((row) => JSON.stringify({ ...row, employeeIds: row.employeeIds.toSorted() })).sort()

for (let seed = 1; seed <= SEEDS; seed += 1)
  t.test(`few facts rank who may take a seat as all facts do, company ${seed}`, async (t) => {
    const { db, clock } = await testApp(t, { now: '2027-03-01T06:00:00Z' })
    const { people } = await randomCompany(db, seed)
    const actor = {
      ...{ employeeId: people[0]!.id, sessionId: null, name: '', teamId: '', leads: [] },
      ...{
        roles: new Set(['employee', 'hr', 'admin'] as const),
        timeZone: 'Europe/Oslo',
        locale: 'en' as const
      }
    }
    const ctx: Context = { db, now: clock.now, actor, requestId: null }
    const seats = await db
      .select()
      .from(assignments)
      .where(gt(assignments.startsAt, clock.now()))
      .orderBy(asc(assignments.startsAt), asc(assignments.id))
    const some = seats.filter(({ releasedAt }, at) => !releasedAt && at % 4 === seed % 4).slice(0, SEATS)
    let found = 0
    for (const isKept of [false, true]) {
      if (isKept) for (let run = 0; run < 3; run += 1) await keepSeatShares({ ...ctx, actor: null })
      t.equal((await db.select().from(seatShares)).length > 0, isKept)
      for (const { id } of some) {
        const all = await takersOfAll(ctx, id)
        const few = await findTakers(ctx, id, { limit: 100 })
        found += few.total
        t.strictSame(Object.fromEntries(few.against.map(({ rule, people }) => [rule, people])), all.against)
        t.strictSame(
          few.items.map(({ employee, reasons, owedMinutes, effect }) => ({
            ...{ id: employee.id, owedMinutes, effect },
            reasons: reasons.map(({ reason }) => reason)
          })),
          all.ranked.map((taker) => ({
            ...{ id: taker.employeeId, owedMinutes: Math.round(taker.owedMinutes) },
            effect: {
              ...{ total: taker.effect.total, quota: taker.effect.quota },
              ...{ unpopular: taker.effect.unpopular, wish: taker.effect.wish }
            },
            reasons: takerReasons(taker)
          }))
        )
      }
    }
    t.ok(found > 2 * SEATS, `${found} takers were ranked`)
  })
