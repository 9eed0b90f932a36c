import type { ProposalFacts } from '../../../src/engine/swap/proposal-state.ts'
import type { Move, SwapFacts, SwapPerson, SwapSeat, SwapShift } from '../../../src/engine/swap/swap-facts.ts'
import type { Interval } from '../../../src/engine/time/local.ts'

/** A ready guest of the product team in Oslo who works 08-18 Monday to Friday, unless told otherwise. */
export function person(id: string, traits: Partial<SwapPerson> = {}): SwapPerson {
  return {
    id,
    isHere: true,
    teamId: 'product',
    level: 'staff',
    isHost: false,
    readiness: 'ready',
    zone: 'Europe/Oslo',
    country: 'NO',
    workingDays: [1, 2, 3, 4, 5],
    workStartsAt: '08:00',
    workEndsAt: '18:00',
    joinedOn: '2024-01-01',
    leavesOn: null,
    absences: [],
    ...traits
  }
}

const rotation = {
  zone: 'Europe/Oslo',
  spacingDays: 7,
  holidayRule: 'skip' as const,
  eligibleTeamIds: null,
  eligibleLevels: null
}

/** From nine to one in Oslo on a winter's day. */
export function shiftOn(id: string, onDay: string, traits: Partial<SwapShift> = {}): SwapShift {
  return {
    id,
    onDay,
    startsAt: new Date(`${onDay}T08:00Z`),
    endsAt: new Date(`${onDay}T12:00Z`),
    isHoliday: false,
    seats: { min: 1, desired: 2, max: 4, hosts: 1 },
    rotation,
    ...traits
  }
}

export const monday = shiftOn('monday', '2027-03-01')
export const nextMonday = shiftOn('next-monday', '2027-03-08')

/** The halves of the first shift. */
export const morning: Interval = { startsAt: monday.startsAt, endsAt: new Date('2027-03-01T10:00Z') }
export const afternoon: Interval = { startsAt: new Date('2027-03-01T10:00Z'), endsAt: monday.endsAt }

/** A seat that somebody holds, all of it or a part. */
export function on(shift: SwapShift, employeeId: string, part?: Interval): SwapSeat {
  const { startsAt, endsAt } = part ?? shift
  const { id: shiftId, onDay } = shift
  return { assignmentId: `${employeeId} ${shiftId}`, employeeId, shiftId, onDay, startsAt, endsAt }
}

/** A seat, or a part of it, from one person (or nobody) to another. */
export function move(shift: SwapShift, from: string | null, to: string, part?: Interval): Move {
  const { startsAt, endsAt } = part ?? shift
  return { shiftId: shift.id, from, to, startsAt, endsAt }
}

/** Hanna hosts two Mondays, Bo is her guest on the first, Amara on the second, and Cy is free. */
export const facts: SwapFacts = {
  now: new Date('2027-02-01T08:00Z'),
  shifts: [monday, nextMonday],
  people: [person('hanna', { teamId: 'support', isHost: true }), person('bo'), person('amara'), person('cy')],
  seats: [on(monday, 'hanna'), on(monday, 'bo'), on(nextMonday, 'hanna'), on(nextMonday, 'amara')],
  teams: [
    { id: 'support', supportCap: 3 },
    { id: 'product', supportCap: 2 }
  ],
  holidays: {}
}

export const earlier = new Date('2027-02-01T08:00Z')

/** Open, with one person asked. */
export const proposal: ProposalFacts = {
  expiresAt: new Date('2027-03-08T08:00Z'),
  acceptedAt: null,
  carriedOutAt: null,
  refusedAt: null,
  withdrawnAt: null,
  closedAt: null,
  undoneAt: null,
  asks: [{ declinedAt: null, closedAt: null }]
}

export { amara, bo, facts as planning } from '../facts/cast.ts'
