import type { Queryable } from '../../db/client.ts'
import { listSpans } from './queries.ts'

/** Someone away from `startsAt` to `endsAt`, half-open. The kind is nobody's business but the person's. */
export interface AbsenceSpan {
  employeeId: string
  startsAt: Date
  endsAt: Date
}

/** Absences that touch [from, to), of these people or of everybody, by person and start. Without their kind. */
export async function listAbsences(
  db: Queryable,
  span: { employeeIds?: readonly string[]; from: Date; to: Date }
): Promise<AbsenceSpan[]> {
  return listSpans(db, span)
}
