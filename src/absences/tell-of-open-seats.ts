import type { Tx } from '../../db/client.ts'
import type { Context } from '../context.ts'
import { listLeadsOf } from '../directory/list-leads-of.ts'
import { groupBy } from '../engine/facts/group-by.ts'
import { type HeldTime, openSpan, openSpanFor } from '../engine/swap/open-span.ts'
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
 * are left as are desired only hosts are asked, and they only if one is missing, for the seat would be refused to anybody
 * else; leads hear where those lack a host.
 *
 * @returns how many people are asked to take a seat
 */
export async function tellOfOpenSeats(tx: Tx, ctx: Context, { person, released }: Opened): Promise<number> {
  if (released.length === 0) return 0
  const now = ctx.now()
  const left = await readWhatIsLeft(tx, released)
  const open = released
    .filter(({ shiftId }) => left.short.has(shiftId) || left.openToHosts.has(shiftId))
    .map((seat) => ({ ...seat, isForHosts: !left.short.has(seat.shiftId) }))
  const vacant = open.map((seat) => ({ ...seat, startsAt: seat.shiftStartsAt }))
  const ranked = await rankReplacements(tx, vacant, { now, most: REPLACEMENTS_NAMED })
  const takersOf = (seat: SeatAhead) => ranked.get(seat.assignmentId) ?? []
  const offers = open.flatMap((seat) => offersOf(seat, takersOf(seat)))
  const told = await standbysOf(
    tx,
    ctx,
    { person, released, isShort: left.short.size > 0, lacksHost: left.lacksHost },
    takersOf
  )
  await queueNotices(tx, [...told, ...offers], now)
  return new Set(offers.map(({ employeeId }) => employeeId)).size
}

interface Left {
  /** Shifts that now have fewer people than desired at some time. */
  short: Set<string>
  /** Those that have enough people, but would have room for a host whom they lack. */
  openToHosts: Set<string>
  /** Whether one that has enough people has fewer hosts than it needs. */
  lacksHost: boolean
}

async function readWhatIsLeft(tx: Tx, released: readonly SeatAhead[]): Promise<Left> {
  const shiftIds = [...new Set(released.map(({ shiftId }) => shiftId))]
  const byShift = groupBy(await listSeatsInForce(tx, shiftIds), ({ shiftId }) => shiftId)
  const left: Left = { short: new Set(), openToHosts: new Set(), lacksHost: false }
  for (const [shiftId, rows] of byShift) {
    const { shift, desiredSeats, maxSeats, hostsRequired } = rows[0]!
    const seats = { min: 0, desired: desiredSeats, max: maxSeats, hosts: hostsRequired }
    const held: HeldTime[] = rows.flatMap(({ isHost, startsAt, endsAt }) =>
      startsAt && endsAt ? [{ isHost: isHost === true, startsAt, endsAt }] : []
    )
    const hosts = held.filter(({ isHost }) => isHost)
    const isOpenTo = (isHost: boolean) => openSpanFor({ isHost }, { ...shift, seats }, held) !== null
    if (isOpenTo(false)) left.short.add(shiftId)
    else if (isOpenTo(true)) left.openToHosts.add(shiftId)
    if (!isOpenTo(false) && openSpan(shift, hosts, hostsRequired)) left.lacksHost = true
  }
  return left
}

async function standbysOf(
  tx: Tx,
  { actor }: Context,
  { person, released, isShort, lacksHost }: Opened & { isShort: boolean; lacksHost: boolean },
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
    lacksHost,
    shifts: seats.map((seat) => ({ ...spanOf(seat), replacements: takersOf(seat) }))
  })
  const forLead = lacksHost ? 'find-a-host' : 'nothing'
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
        facts: { ...about(released), todo: isShort ? 'fill-the-seat' : forLead }
      })),
    ...hostIds.map((id) => ({
      employeeId: id,
      kind: 'seat-opened',
      facts: { ...about(beside(id)), todo: 'be-ready-for-one-less' }
    }))
  ]
}

/** Whoever is asked does not learn who is away, and not whom else we asked: only that the seat is open. */
function offersOf(seat: SeatAhead & { isForHosts: boolean }, takers: readonly Replacement[]): OwedNotice[] {
  return takers.map(({ employeeId }, index) => ({
    employeeId,
    kind: 'seat-offered',
    facts: { ...spanOf(seat), isForHosts: seat.isForHosts, rank: index + 1, todo: 'take-the-seat' }
  }))
}

function spanOf({ shiftId, rotationId, rotationName, startsAt, endsAt }: SeatAhead) {
  return { shiftId, rotationId, rotationName, startsAt, endsAt }
}
