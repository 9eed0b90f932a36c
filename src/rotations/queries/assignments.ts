import { and, eq, isNull } from 'drizzle-orm'
import type { Queryable } from '../../../db/client.ts'
import { assignments } from '../../../db/schema/assignments.ts'
import { employees } from '../../../db/schema/employees.ts'
import { shifts } from '../../../db/schema/shifts.ts'

/** A seat in force with its holder; the instants are the shift's. */
export async function findAssignment(db: Queryable, assignmentId: string) {
  const [row] = await db
    .select({
      employeeId: employees.id,
      name: employees.name,
      teamId: employees.teamId,
      reason: assignments.reason,
      rotationId: shifts.rotationId,
      onDay: shifts.onDay,
      startsAt: shifts.startsAt,
      endsAt: shifts.endsAt
    })
    .from(assignments)
    .innerJoin(shifts, eq(shifts.id, assignments.shiftId))
    .innerJoin(employees, eq(employees.id, assignments.employeeId))
    .where(and(eq(assignments.id, assignmentId), isNull(assignments.releasedAt)))
  return row ?? null
}
