import type { Actor } from '../context.ts'
import { openSeats, openSpanFor } from '../engine/swap/open-span.ts'
import { localDateOf } from '../engine/time/local-date-of.ts'
import { localTimeOf } from '../engine/time/local-time-of.ts'
import { minutesBetween } from '../engine/time/minutes-between.ts'
import { maySeeReason } from './may-see-reason.ts'
import type { PersonOnShift, ShiftRow } from './queries.ts'

/** When a shift is, by the clock of one zone; `endsOn` is a later day when it passes midnight there. */
export function localTimes({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }, zone: string) {
  return {
    zone,
    startsOn: localDateOf(startsAt, zone),
    startsAt: localTimeOf(startsAt, zone),
    endsOn: localDateOf(endsAt, zone),
    endsAt: localTimeOf(endsAt, zone)
  }
}

/** A shift as everybody may see it: when, by the rotation's clock and the viewer's, its people and its open seats. */
export function shiftView(actor: Actor, shift: ShiftRow, people: readonly PersonOnShift[]) {
  const { id, onDay, startsAt, endsAt, isHoliday, hostsRequired, desiredSeats, minSeats, maxSeats } = shift
  const seats = { min: minSeats, desired: desiredSeats, max: maxSeats }
  const asked = { startsAt, endsAt, seats: { ...seats, hosts: hostsRequired } }
  return {
    id,
    rotation: { id: shift.rotationId, name: shift.rotationName, timeZone: shift.rotationZone },
    onDay,
    startsAt,
    endsAt,
    minutes: Math.round(minutesBetween(startsAt, endsAt)),
    local: localTimes(shift, shift.rotationZone),
    mine: localTimes(shift, actor.timeZone),
    isHoliday,
    seats,
    hostsRequired,
    openSeats: openSeats(shift, people, desiredSeats),
    isOpenToHosts: openSpanFor({ isHost: true }, asked, people) !== null,
    queueUrl: shift.queueUrl,
    people: people.map((person) => personView(actor, person))
  }
}

function personView(actor: Actor, { shiftId: _, teamId, reason, ...person }: PersonOnShift) {
  const { employeeId } = person
  return { ...person, reason: maySeeReason(actor, { employeeId, teamId }) ? reason : null }
}
