import type { Balance } from '../engine/ledger/balance-of.ts'
import type { Group } from './merge-small-groups.ts'
import type { Part } from './read-parts.ts'

export interface Tally extends Balance {
  group: string
  /** The team's id where groups are teams. */
  groupId: string | null
  people: number
  /** Shifts that are over and were worked. */
  shifts: number
  /** People with such a shift or hours in the ledger. */
  tookPart: number
  /** Of the people, 0 to 1; null without people. */
  shareTookPart: number | null
  learnings: number
  nothingNew: number
  /** Null without shifts. */
  learningsPerShift: number | null
}

/** Adds up the parts of a group. Shares have four decimals, learnings per shift two. */
export function tally({ name, id, parts }: Group): Tally {
  const sum = (count: (part: Part) => number) => parts.reduce((total, part) => total + count(part), 0)
  const people = countPeople(parts)
  const tookPart = countPeople(parts.filter(hasTakenPart))
  const shifts = sum((part) => part.shifts)
  const learnings = sum((part) => part.learnings)
  return {
    group: name,
    groupId: id,
    people,
    dueMinutes: sum(({ balance }) => balance.dueMinutes),
    workedMinutes: sum(({ balance }) => balance.workedMinutes),
    creditedMinutes: sum(({ balance }) => balance.creditedMinutes),
    carriedMinutes: sum(({ balance }) => balance.carriedMinutes),
    waivedMinutes: sum(({ balance }) => balance.waivedMinutes),
    balanceMinutes: sum(({ balance }) => balance.balanceMinutes),
    shifts,
    tookPart,
    shareTookPart: ratio(tookPart, people, 4),
    learnings,
    nothingNew: sum((part) => part.nothingNew),
    learningsPerShift: ratio(learnings, shifts, 2)
  }
}

const countPeople = (parts: Part[]): number => new Set(parts.map(({ person }) => person.employeeId)).size

/** Every track counts alike: hours credited for help pages are taking part too. */
function hasTakenPart({ shifts, balance }: Part): boolean {
  return shifts > 0 || balance.workedMinutes > 0 || balance.creditedMinutes > 0
}

function ratio(part: number, whole: number, decimals: number): number | null {
  return whole === 0 ? null : Number((part / whole).toFixed(decimals))
}
