import type { Queryable } from '../../db/client.ts'
import { listSpans } from './queries/absences.ts'

/** Someone away from `startsAt` to `endsAt`, half-open. The kind is nobody's business but the person's. */
export interface AbsenceSpan {
  employeeId: string
  startsAt: Date
  endsAt: Date
}

/**
 * Absences that touch [from, to), of these people or of everybody, by person and start: noted, imported, and busy in a
 * subscribed calendar. Without their kind.
 */
export async function listAbsences(
  db: Queryable,
  span: { employeeIds?: readonly string[]; from: Date; to: Date }
): Promise<AbsenceSpan[]> {
  return listSpans(db, span)
}

/** The same without the hours that a subscribed calendar calls busy: what counts as leave where hours due are reckoned. */
export async function listLeaves(
  db: Queryable,
  span: { employeeIds?: readonly string[]; from: Date; to: Date }
): Promise<AbsenceSpan[]> {
  return listSpans(db, { ...span, leavesOnly: true })
}
