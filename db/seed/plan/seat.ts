import type { Readiness } from '../../../src/words.ts'
import type { assignments } from '../../schema/assignments.ts'
import type { shifts } from '../../schema/shifts.ts'
import type { Person } from '../people/person.ts'
import type { Rotation } from './rotations.ts'

export type ShiftRow = typeof shifts.$inferSelect

/** A seat given by a publication: its row, and who and what it is about. */
export interface Seat {
  readonly row: Omit<
    typeof assignments.$inferSelect,
    'partStartsAt' | 'partEndsAt' | 'heldStartsAt' | 'heldEndsAt'
  >
  readonly shift: ShiftRow
  readonly person: Person
  readonly rotation: Rotation
  /** As it was when the plan was made. */
  readonly readiness: Readiness
}

export const inForce = ({ row }: Seat): boolean => row.releasedAt === null

export const minutesOf = ({ row }: Seat): number => (row.endsAt.getTime() - row.startsAt.getTime()) / 60_000
