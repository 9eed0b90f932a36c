import type { Tx } from '../../db/client.ts'
import type { Context } from '../context.ts'
import { listLeadsOf } from '../directory/list-leads-of.ts'
import { groupBy } from '../engine/facts/group-by.ts'
import { openSpan } from '../engine/swap/open-span.ts'
import { type OwedNotice, queueNotices } from '../notices/queue-notices.ts'
import { type Replacement, rankReplacements } from '../rotations/rank-replacements.ts'
import { listHostsOn, listSeatsInForce, type SeatAhead } from './queries/seats.ts'
import { REPLACEMENTS_NAMED } from './telling-of-flags.ts'

interface Opened {
  person: { id: string; name: string }
  released: readonly SeatAhead[]
}

/**
 * Tells of seats that somebody gave up because they are away: the person, their leads and the hosts who sit on those
 * shifts of all of them at once, and the fittest to take each seat, five by policy, that it is theirs to take. Where as many
 * are left as are desired nobody is asked: the seat would be refused to whoever takes it.
 *
 * @returns how many people are asked to take a seat
 */
export async function tellOfOpenSeats(tx: Tx, ctx: Context, { person, released }: Opened): Promise<number> {
  if (released.length === 0) return 0
  const now = ctx.now()
  const short = await listShort(tx, released)
  const open = released.filter(({ shiftId }) => short.has(shiftId))
  const vacant = open.map((seat) => ({ ...seat, startsAt: seat.shiftStartsAt }))
  const ranked = await rankReplacements(tx, vacant, { now, most: REPLACEMENTS_NAMED })
  const takersOf = (seat: SeatAhead) => ranked.get(seat.assignmentId) ?? []
  const offers = open.flatMap((seat) => offersOf(seat, takersOf(seat)))
  const told = await standbysOf(tx, ctx, { person, released, isShort: open.length > 0 }, takersOf)
  await queueNotices(tx, [...told, ...offers], now)
  return new Set(offers.map(({ employeeId }) => employeeId)).size
}

/** Of the shifts of these seats those that now have fewer people than desired at some time. */
async function listShort(tx: Tx, released: readonly SeatAhead[]): Promise<Set<string>> {
  const shiftIds = [...new Set(released.map(({ shiftId }) => shiftId))]
  const byShift = groupBy(await listSeatsInForce(tx, shiftIds), ({ shiftId }) => shiftId)
  const short = [...byShift].filter(([, rows]) => {
    const { shift, desiredSeats } = rows[0]!
    const held = rows.flatMap(({ startsAt, endsAt }) => (startsAt && endsAt ? [{ startsAt, endsAt }] : []))
    return openSpan(shift, held, desiredSeats) !== null
  })
  return new Set(short.map(([shiftId]) => shiftId))
}

async function standbysOf(
  tx: Tx,
  { actor }: Context,
  { person, released, isShort }: Opened & { isShort: boolean },
  takersOf: (seat: SeatAhead) => Replacement[]
): Promise<OwedNotice[]> {
  const leads = (await listLeadsOf(tx, [person.id])).get(person.id) ?? []
  const hosts = await listHostsOn(
    tx,
    released.map(({ shiftId }) => shiftId)
  )
  const by = actor.employeeId === person.id ? null : { id: actor.employeeId, name: actor.name }
  const about = (seats: readonly SeatAhead[]) => ({
    employeeId: person.id,
    name: person.name,
    by,
    isShort,
    shifts: seats.map((seat) => ({ ...spanOf(seat), replacements: takersOf(seat) }))
  })
  const beside = (hostId: string) =>
    released.filter(({ shiftId }) =>
      hosts.some((host) => host.shiftId === shiftId && host.employeeId === hostId)
    )
  const hostIds = [...new Set(hosts.map(({ employeeId }) => employeeId))].filter((id) => !leads.includes(id))
  return [
    { employeeId: person.id, kind: 'seat-given-up', facts: { ...about(released), todo: 'nothing' } },
    ...leads
      .filter((id) => id !== actor.employeeId)
      .map((id) => ({
        employeeId: id,
        kind: 'seat-opened',
        facts: { ...about(released), todo: isShort ? 'fill-the-seat' : 'nothing' }
      })),
    ...hostIds.map((id) => ({
      employeeId: id,
      kind: 'seat-opened',
      facts: { ...about(beside(id)), todo: 'be-ready-for-one-less' }
    }))
  ]
}

/** Whoever is asked does not learn who is away, and not whom else we asked: only that the seat is open. */
function offersOf(seat: SeatAhead, takers: readonly Replacement[]): OwedNotice[] {
  return takers.map(({ employeeId }, index) => ({
    employeeId,
    kind: 'seat-offered',
    facts: { ...spanOf(seat), rank: index + 1, todo: 'take-the-seat' }
  }))
}

function spanOf({ shiftId, rotationId, rotationName, startsAt, endsAt }: SeatAhead) {
  return { shiftId, rotationId, rotationName, startsAt, endsAt }
}
