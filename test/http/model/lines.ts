import { and, eq, gt, inArray, isNotNull, isNull, or } from 'drizzle-orm'
import type { Db } from '../../../db/client.ts'
import { absences } from '../../../db/schema/absences.ts'
import { assignments } from '../../../db/schema/assignments.ts'
import { employees } from '../../../db/schema/employees.ts'
import { proposalAsks, proposals } from '../../../db/schema/proposals.ts'
import { quotas } from '../../../db/schema/quotas.ts'
import { DAY, inForce, type World } from './world.ts'

/** Seats and absences that ended longer ago than this are no longer compared. */
const PAST = 12 * (DAY / 24)

const text = (...facts: (string | number | boolean | null)[]) => facts.join(' ')

/** The model, a line for each thing; the database in the same words below. */
export function linesOf(world: World): string[] {
  const since = world.now - PAST
  return [
    ...inForce(world)
      .filter(({ to }) => to > since)
      .map(({ id, shiftId, who, from, to }) => text('seat', id, shiftId, who, from, to)),
    ...[...world.swaps.values()].map(({ id, kind, proposer, give, end, cause, acceptedBy }) =>
      text('swap', id, kind, proposer, give, end, cause, acceptedBy)
    ),
    ...[...world.swaps.values()].flatMap(({ id, asks, end }) =>
      asks.map(({ who, take, is }) => text('ask', id, who, take, end === 'open' ? is : ''))
    ),
    ...[...world.absences.values()]
      .filter(({ to }) => to > since)
      .map(({ id, who, from, to }) => text('absence', id, who, from, to)),
    ...[...world.people.values()].map(({ id, isHere, leavesOn }) => text('person', id, isHere, leavesOn)),
    ...[...world.quotas].map((key) => `quota ${key}`)
  ]
}

/** The same of the database; of proposals those that the model still knows, and those made at this moment. */
export async function linesIn(db: Db, world: World): Promise<string[]> {
  const since = new Date(world.now - PAST)
  const seats = await db
    .select()
    .from(assignments)
    .where(and(isNull(assignments.releasedAt), gt(assignments.heldEndsAt, since)))
  const away = await db.select().from(absences).where(gt(absences.endsAt, since))
  const people = await db.select().from(employees)
  const due = await db.select().from(quotas).where(isNotNull(quotas.teamId))
  return [
    ...seats.map((seat) =>
      text('seat', seat.id, seat.shiftId, seat.employeeId, +seat.heldStartsAt, +seat.heldEndsAt)
    ),
    ...(await swapLines(db, world)),
    ...away.map(({ id, employeeId, startsAt, endsAt }) =>
      text('absence', id, employeeId, +startsAt, +endsAt)
    ),
    ...people.map(({ id, deactivatedAt, leavesOn }) => text('person', id, deactivatedAt === null, leavesOn)),
    ...due.map(({ teamId, fromOn }) => text('quota', teamId, fromOn))
  ]
}

async function swapLines(db: Db, world: World): Promise<string[]> {
  const known = or(
    inArray(proposals.id, [...world.swaps.keys()]),
    eq(proposals.createdAt, new Date(world.now))
  )
  const rows = await db.select().from(proposals).where(known)
  const ends = new Map(rows.map((row) => [row.id, endOf(row)]))
  const asks = await db
    .select()
    .from(proposalAsks)
    .where(inArray(proposalAsks.proposalId, [...ends.keys()]))
  return [
    ...rows.map((row) =>
      text(
        'swap',
        row.id,
        row.kind,
        row.proposerId,
        row.giveAssignmentId,
        endOf(row),
        row.closedCause,
        row.acceptedById
      )
    ),
    ...asks.map(({ proposalId, employeeId, takeAssignmentId, declinedAt, closedAt }) => {
      const is = declinedAt ? 'declined' : closedAt ? 'closed' : 'open'
      return text('ask', proposalId, employeeId, takeAssignmentId, ends.get(proposalId) === 'open' ? is : '')
    })
  ]
}

function endOf(row: typeof proposals.$inferSelect): string {
  if (row.undoneAt) return 'undone'
  if (row.carriedOutAt) return 'accepted'
  if (row.withdrawnAt) return 'withdrawn'
  return row.closedAt ? 'closed' : 'open'
}
