import type { ProposalState } from '../engine/swap/proposal-state.ts'
import type { SwapRule } from '../engine/swap/swap-facts.ts'
import { defineError } from '../lib/errors.ts'
import type { ProposalCause } from '../words.ts'

export interface FieldComplaint {
  field: string
  message: string
}

/** One rule that stands in the way, in words, with the shift or absence it is about. */
export interface SaidViolation {
  rule: SwapRule
  employeeId: string | null
  employeeName: string | null
  shiftId: string
  shiftStartsAt: Date
  otherShiftId: string | null
  otherShiftStartsAt: Date | null
  absence: { startsAt: Date; endsAt: Date } | null
  sentence: string
}

export const SwapNotFound = defineError<{ swapId: string }>(
  'SWAP_NOT_FOUND',
  404,
  'There is no such swap or cover, or it is not yours to see.'
)
export const SeatNotFound = defineError<{ assignmentIds: string[] }>(
  'SEAT_NOT_FOUND',
  404,
  'Somebody does not hold this seat, or no longer does. Look at the shift again.'
)
export const EmployeeNotFound = defineError<{ employeeIds: string[] }>(
  'EMPLOYEE_NOT_FOUND',
  404,
  'There is no such employee.'
)
export const SwapNotValid = defineError<FieldComplaint[]>(
  'SWAP_NOT_VALID',
  400,
  'This cannot be proposed; each field says what to change.'
)
export const SwapNotYours = defineError(
  'SWAP_NOT_YOURS',
  403,
  'Only the person concerned, a lead of their team, HR or an administrator may do this.'
)
export const SwapNotAllowed = defineError<SaidViolation[]>(
  'SWAP_NOT_ALLOWED',
  409,
  'This would break the rules listed. Each names who or what stands in the way.'
)
export const SwapNotOpen = defineError<{ state: ProposalState; cause: ProposalCause | null }>(
  'SWAP_NOT_OPEN',
  409,
  'It is too late for this: the state tells what became of it.'
)
export const SpeaksForBoth = defineError(
  'SPEAKS_FOR_BOTH',
  403,
  'One person cannot say yes for both sides. Let the person concerned answer, or somebody else for them.'
)
export const SeatNotOpen = defineError<{ shiftId: string }>(
  'SEAT_NOT_OPEN',
  409,
  'Every seat of this shift is taken.'
)
export const HolderNotAway = defineError<{ assignmentId: string }>(
  'HOLDER_NOT_AWAY',
  403,
  'A seat is taken over at once only from somebody who is away, or by a lead of their team. Propose a cover instead.'
)
export const UndoTooLate = defineError<{ until: Date }>(
  'UNDO_TOO_LATE',
  409,
  'The time to undo this is over. Propose the way back as a swap or cover of its own.'
)
export const SeatsMovedOn = defineError<{ assignmentIds: string[] }>(
  'SEATS_MOVED_ON',
  409,
  'These seats have changed hands or were given up since, so this cannot be undone any more.'
)
export const SwapConflict = defineError<{ constraint: string }>(
  'SWAP_CONFLICT',
  409,
  'Somebody changed the same seats at the same moment. Nothing was written; look again and try once more.'
)
