import type { Balance } from '../../../engine/ledger/balance-of.ts'
import type { AssignmentReason } from '../../../engine/plan/reason.ts'
import type { ProposedHours } from '../../../hours/read-hours.ts'

export interface PersonOnShift {
  employeeId: string
  name: string
  isHost: boolean
}

/** A shift that the reader holds. */
export interface MyShift {
  shiftId: string
  rotationName: string
  rotationTimeZone: string
  startsAt: Date
  endsAt: Date
  people: PersonOnShift[]
  /** The host who looks after the reader; null when the reader hosts. */
  buddyName: string | null
  reason: AssignmentReason | null
}

/** One rotation at this moment. */
export interface RotationNow {
  rotationId: string
  rotationName: string
  rotationTimeZone: string
  now: { endsAt: Date; people: PersonOnShift[] }[]
  next: { startsAt: Date; endsAt: Date; people: PersonOnShift[] } | null
}

export interface OwedLearning {
  shiftId: string
  rotationName: string
  startsAt: Date
  endsAt: Date
}

/** Everything the today page shows, as facts. */
export interface TodayView {
  now: Date
  employeeId: string
  next: MyShift | null
  coming: MyShift[]
  rotations: RotationNow[]
  balance: Balance
  proposed: ProposedHours[]
  owedLearnings: OwedLearning[]
}
