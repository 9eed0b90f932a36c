import type { Queryable } from '../../db/client.ts'
import type { Actor, Context } from '../context.ts'
import { buildProblem } from '../engine/facts/build-problem.ts'
import { checkStart } from '../engine/swap/already-started.ts'
import { CHANGE_RULES } from '../engine/swap/check-moves.ts'
import { heldTimes, openSpanFor } from '../engine/swap/open-span.ts'
import { rankSwapTakers, type SwapTaker } from '../engine/swap/rank-swap-takers.ts'
import { siftTakers } from '../engine/swap/sift-takers.ts'
import type { Move, SwapFacts, SwapPerson } from '../engine/swap/swap-facts.ts'
import { takerReasons } from '../engine/swap/taker-reasons.ts'
import { readFactsOfFew, weeksAround } from '../rotations/read-seat-shares.ts'
import { readRotation } from '../rotations/rotations.ts'
import { ShiftNotFound } from '../shifts/errors.ts'
import { SeatNotFound, SeatNotOpen, SwapNotYours } from './errors.ts'
import { mayOversee, maySpeakFor } from './may-speak-for.ts'
import { findSeat, listShifts } from './queries/facts.ts'
import { listPersons } from './queries/proposals.ts'
import { type CompanyNear, readCompanyNear } from './read-company-near.ts'
import { sayReason } from './say-reasons.ts'

/**
 * Finds who could take over a seat: everybody whom no rule keeps from it, as the planner would choose them, with the
 * reasons; and how many are kept from it by which rule. For the holder and those who may speak for them.
 *
 * @throws {SeatNotFound} {@link SwapNotYours}
 */
export async function findTakers(
  ctx: Context,
  assignmentId: string,
  { limit = 20 }: { limit?: number } = {}
) {
  const seat = await findSeat(ctx.db, assignmentId)
  if (!seat || seat.releasedAt) throw new SeatNotFound({ assignmentIds: [assignmentId] })
  if (!maySpeakFor(ctx.actor, seat)) throw new SwapNotYours()
  const now = ctx.now()
  const [shift] = await listShifts(ctx.db, [seat.shiftId])
  const near = await readCompanyNear(ctx.db, shift!, weeksAround(shift!.onDay), now)
  const startsAt = seat.startsAt > now ? seat.startsAt : now
  const move = { shiftId: seat.shiftId, from: seat.employeeId, startsAt, endsAt: seat.endsAt }
  return rank(ctx, near, move, limit)
}

/**
 * The same for an open seat of a shift; for leads, HR and administrators. Of one that has enough people but too few hosts,
 * hosts alone.
 *
 * @throws {ShiftNotFound} {@link SeatNotOpen}
 */
export async function findTakersOfShift(
  ctx: Context,
  shiftId: string,
  { limit = 20 }: { limit?: number } = {}
) {
  const now = ctx.now()
  const [shift] = await listShifts(ctx.db, [shiftId])
  if (!shift) throw new ShiftNotFound({ shiftId })
  const near = await readCompanyNear(ctx.db, shift, weeksAround(shift.onDay), now)
  const { seats } = near.facts.shifts[0]!
  const left = { startsAt: shift.startsAt > now ? shift.startsAt : now, endsAt: shift.endsAt, seats }
  const held = heldTimes(near.facts).get(shift.id) ?? []
  const openTo = (isHost: boolean) =>
    left.startsAt < left.endsAt ? openSpanFor({ isHost }, left, held) : null
  const forAll = openTo(false)
  const span = forAll ?? openTo(true)
  if (!span) throw new SeatNotOpen({ shiftId })
  return rank(ctx, near, { shiftId: shift.id, from: null, ...span }, limit, forAll === null)
}

async function rank(
  ctx: Context,
  near: CompanyNear,
  move: Omit<Move, 'to'>,
  limit: number,
  isForHosts = false
) {
  const { facts } = near
  const { allowed, against } = sift(facts, move)
  if (isForHosts) for (const { id, isHost } of facts.people) if (!isHost) allowed.delete(id)
  const ranked = await rankAllowed(ctx.db, near, { ...move, allowed })
  const first = ranked.slice(0, limit)
  const firstIds = new Set(first.map(({ employeeId }) => employeeId))
  const told = facts.people.filter(({ id }) => firstIds.has(id))
  const personOf = new Map(told.map((person) => [person.id, person]))
  const persons = await listPersons(
    ctx.db,
    first.map(({ employeeId }) => employeeId)
  )
  const names = new Map(persons.map(({ employeeId, name }) => [employeeId, name]))
  const items = first.map((taker, index) =>
    takerView(ctx.actor, taker, personOf.get(taker.employeeId)!, {
      rank: index + 1,
      name: names.get(taker.employeeId) ?? ''
    })
  )
  const { startsAt, endsAt } = move
  return { shiftId: move.shiftId, startsAt, endsAt, items, total: ranked.length, against }
}

/** Whom the rules allow, and what keeps the others: one person may count for several rules. */
function sift(facts: SwapFacts, move: Omit<Move, 'to'>) {
  const isOn = move.startsAt <= facts.now && facts.now < move.endsAt
  const rules = isOn ? CHANGE_RULES.filter((rule) => rule !== checkStart) : CHANGE_RULES
  const { allowed, against } = siftTakers(facts, move, rules)
  const kept = [...against].map(([rule, people]) => ({ rule, people }))
  return { allowed, against: kept.sort((a, b) => b.people - a.people) }
}

/**
 * The planner's own view of the weeks around, with the seat open. What the seats of these weeks come to for each is known of
 * all together; so only those are read further who may take this one, who sit there, and somebody who would love it, as
 * that makes it a little dearer for everybody else.
 */
async function rankAllowed(
  db: Queryable,
  { shift, facts: near, employedIds, loverId, ownDays }: CompanyNear,
  { from, allowed }: { from: string | null; allowed: ReadonlySet<string> }
): Promise<SwapTaker[]> {
  const rotation = await readRotation(db, shift.rotationId)
  const weeks = weeksAround(shift.onDay)
  // Of a shift under way it looks as it did just before.
  const before = new Date(Math.min(near.now.getTime(), shift.startsAt.getTime() - 1))
  const onShift = near.seats.filter((seat) => seat.shiftId === shift.id).map(({ employeeId }) => employeeId)
  const counts = new Set([...allowed, ...onShift, ...(loverId === null ? [] : [loverId])])
  const people = near.people.filter(({ id }) => counts.has(id) && employedIds.has(id))
  const few = { people, teams: near.teams, ownDays }
  const { facts, shares } = await readFactsOfFew(db, rotation, { weeks, few }, before)
  const sitting = (facts.published ?? []).filter(({ startsAt }) => +startsAt === +shift.startsAt)
  const asked = new Set([...allowed, ...sitting.map(({ employeeId }) => employeeId)])
  const built = buildProblem(facts, { people: asked, startsAt: shift.startsAt, shares })
  const index = built.shifts.findIndex(({ startsAt }) => startsAt.getTime() === shift.startsAt.getTime())
  if (index < 0) return []
  const plan = built.problem.people.map(({ published = [], locked = [] }, person) => {
    const id = built.people[person]
    if (id === undefined) return [...locked]
    return id === from ? published.filter((held) => held !== index) : [...published]
  })
  return rankSwapTakers(facts, built, { shift: index, plan, allowed })
}

/** What a colleague owes in minutes is theirs and their leads' to know; that they owe some is enough to ask them. */
function takerView(
  actor: Actor,
  taker: SwapTaker,
  { teamId, isHost }: SwapPerson,
  { rank, name }: { rank: number; name: string }
) {
  const { employeeId, owedMinutes, effect } = taker
  const isTold = mayOversee(actor, { employeeId, teamId })
  return {
    rank,
    employee: { id: employeeId, name, isHost },
    reasons: takerReasons(taker).map((reason) => ({ reason, sentence: sayReason(reason, name) })),
    owedMinutes: isTold ? Math.round(owedMinutes) : null,
    effect: isTold
      ? { total: effect.total, quota: effect.quota, unpopular: effect.unpopular, wish: effect.wish }
      : null
  }
}
