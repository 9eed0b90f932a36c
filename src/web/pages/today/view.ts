import type { Balance } from '../../../engine/ledger/balance-of.ts'
import type { ProposedHours } from '../../../hours/read-hours.ts'
import type { ShiftCard } from '../../../shifts/read-card.ts'
import type { MyShift } from '../../../shifts/read-my-shifts.ts'
import type { OnSupport } from '../../../shifts/read-now.ts'

export interface OwedLearning {
  shiftId: string
  rotationId: string
  rotationName: string
  startsAt: Date
  endsAt: Date
}

/** Everything the today page shows, as facts. */
export interface TodayView {
  now: Date
  /** The reader's own employee id. */
  me: string
  /** The shift under way or the next one. */
  next: MyShift | null
  /** What to know before that shift. */
  card: ShiftCard | null
  coming: MyShift[]
  rotations: OnSupport[]
  balance: Balance
  proposed: ProposedHours[]
  owedLearnings: OwedLearning[]
  /** Shifts of which it is not said yet how they went. */
  toAnswer: OwedLearning[]
}
