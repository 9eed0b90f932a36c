import type { Queryable, Tx } from '../../db/client.ts'
import { recordAudits } from '../audit/record-audit.ts'
import type { AnyContext, Context } from '../context.ts'
import { groupBy } from '../engine/facts/group-by.ts'
import { queueNotices } from '../notices/queue-notices.ts'
import { listBuddiesLeft } from '../shifts/list-buddies-left.ts'
import { closeProposalsOf } from '../swaps/close-proposals-of.ts'
import { EmployeeNotFound, LastAdmin, YourselfNotDeactivated } from './errors.ts'
import {
  activeAdminIds,
  deleteRoles,
  deleteSlackLinksOf,
  endSecretsOf,
  endSessionsOf,
  listLeadsOf,
  lockWithAdmins,
  markDeactivated,
  releaseFutureSeats
} from './queries/deactivation.ts'

type Person = Awaited<ReturnType<typeof lockWithAdmins>>[number]
type Seat = Awaited<ReturnType<typeof releaseFutureSeats>>[number]

/**
 * Ends people's part in the company, whichever way it is said: by hand, by an import, by their last day, by an identity
 * provider. Sessions, keys, secret addresses and the link to Slack end at once, roles and team leads lapse, seats on shifts to come open up,
 * the leads of their teams and the buddies who waited for them are told, and what they proposed or were asked closes. A
 * shift under way is finished. Who is deactivated already is left as it is.
 *
 * @returns when each person named was deactivated, and the seats given up now
 * @throws {YourselfNotDeactivated}
 * @throws {LastAdmin} when no administrator would be left.
 */
export async function deactivatePeople(tx: Tx, ctx: AnyContext, employeeIds: readonly string[]) {
  const now = ctx.now()
  // A client may write an id in capitals; PostgreSQL answers in small letters.
  const named = new Set(employeeIds.map((id) => id.toLowerCase()))
  const people = (await lockWithAdmins(tx, employeeIds)).filter(({ id }) => named.has(id))
  const leaving = people.filter(({ deactivatedAt }) => deactivatedAt === null)
  const ids = leaving.map(({ id }) => id)
  await refuseDangerous(tx, ctx, ids)

  await markDeactivated(tx, ids, now)
  await endSessionsOf(tx, ids, now)
  await deleteSlackLinksOf(tx, ids)
  await endSecretsOf(tx, ids, now)
  const roles = await deleteRoles(tx, ids)
  const seats = await releaseFutureSeats(tx, ids, now)
  await tellLeads(tx, leaving, seats, now)
  await tellBuddies(tx, leaving, seats, now)
  const assignmentIds = seats.map(({ assignmentId }) => assignmentId)
  await closeProposalsOf(tx, ctx, { assignmentIds, employeeIds: ids, cause: 'deactivated' })
  await recordAudits(
    tx,
    ctx,
    ids.map((id) => ({
      action: 'employee.deactivated',
      objectType: 'employee',
      objectId: id,
      before: {
        leads: roles.leads.filter(({ employeeId }) => employeeId === id).map(({ teamId }) => teamId),
        grants: roles.granted.filter(({ employeeId }) => employeeId === id).map(({ role }) => role)
      },
      after: {
        releasedShiftIds: seats.filter(({ employeeId }) => employeeId === id).map(({ shiftId }) => shiftId)
      }
    }))
  )
  return {
    people: people.map((person) => ({ ...person, deactivatedAt: person.deactivatedAt ?? now })),
    seats
  }
}

/** Throws when these people may not all be deactivated; also for a dry run, so it writes nothing. */
export async function refuseDangerous(
  db: Queryable,
  { actor }: AnyContext,
  leaving: readonly string[]
): Promise<void> {
  if (actor && leaving.includes(actor.employeeId)) throw new YourselfNotDeactivated()
  const admins = await activeAdminIds(db)
  if (admins.length > 0 && admins.every((id) => leaving.includes(id))) throw new LastAdmin()
}

/** Leads of the team as they are after the deactivation; a lead among the leavers is not told. */
async function tellLeads(tx: Tx, leaving: Person[], seats: Seat[], now: Date): Promise<void> {
  const leads = await listLeadsOf(tx, [...new Set(leaving.map(({ teamId }) => teamId))])
  const notices = leaving.flatMap((person) => {
    const releasedShifts = seats
      .filter(({ employeeId }) => employeeId === person.id)
      .map(({ shiftId, startsAt, endsAt }) => ({ shiftId, startsAt, endsAt }))
    const facts = { employeeId: person.id, name: person.name, releasedShifts }
    return leads
      .filter(({ teamId }) => teamId === person.teamId)
      .map(({ employeeId }) => ({ employeeId, kind: 'employee-deactivated', facts }))
  })
  for (let from = 0; from < notices.length; from += 1000) {
    await queueNotices(tx, notices.slice(from, from + 1000), now)
  }
}

/** A host who looks after somebody on a shift would wait for them in vain. */
async function tellBuddies(tx: Tx, leaving: Person[], seats: Seat[], now: Date): Promise<void> {
  const left = await listBuddiesLeft(tx, leaving, seats)
  const pairs = groupBy(left, ({ buddyId, employeeId }) => `${buddyId} ${employeeId}`)
  const notices = [...pairs.values()].map((shifts) => {
    const { buddyId, employeeId, name } = shifts[0]!
    const facts = { employeeId, name, shifts: shifts.map(({ seat }) => seat) }
    return { employeeId: buddyId, kind: 'guest-left', facts }
  })
  if (notices.length > 0) await queueNotices(tx, notices, now)
}

/**
 * Deactivates one person; see `deactivatePeople`. A second time changes nothing and answers alike.
 *
 * @throws {EmployeeNotFound}
 */
export async function deactivateEmployee(ctx: Context, employeeId: string) {
  return ctx.db.transaction(async (tx) => {
    const { people, seats } = await deactivatePeople(tx, ctx, [employeeId])
    const [person] = people
    if (!person) throw new EmployeeNotFound({ employeeId })
    return { employeeId, deactivatedAt: person.deactivatedAt, releasedShifts: seats.length }
  })
}
