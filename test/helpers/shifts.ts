import type { Queryable } from '../../db/client.ts'
import { assignments } from '../../db/schema/assignments.ts'
import { rotations } from '../../db/schema/rotations.ts'
import { shifts } from '../../db/schema/shifts.ts'
import { localDateOf } from '../../src/engine/time/local-date-of.ts'

export type Rotation = typeof rotations.$inferSelect
export type Shift = typeof shifts.$inferSelect
export type Assignment = typeof assignments.$inferSelect

/** A rotation in Oslo with two seats, one of them a host's, open to everybody, unless `traits` say otherwise. */
export async function insertRotation(
  db: Queryable,
  name: string,
  traits: Partial<typeof rotations.$inferInsert> = {}
): Promise<Rotation> {
  const [rotation] = await db
    .insert(rotations)
    .values({
      name,
      timeZone: 'Europe/Oslo',
      minSeats: 1,
      desiredSeats: 2,
      maxSeats: 4,
      hostsRequired: 1,
      validFrom: '2024-01-01',
      holidayCountry: 'NO',
      holidayRule: 'skip',
      ...traits
    })
    .returning()
  return rotation!
}

/** A shift of the rotation from one instant to another; its day is the local one of its start. */
export async function insertShift(
  db: Queryable,
  rotation: Rotation,
  startsAt: string,
  endsAt: string,
  traits: Partial<typeof shifts.$inferInsert> = {}
): Promise<Shift> {
  const { id: rotationId, timeZone, minSeats, desiredSeats, maxSeats, hostsRequired } = rotation
  const from = new Date(startsAt)
  const [shift] = await db
    .insert(shifts)
    .values({
      rotationId,
      onDay: localDateOf(from, timeZone),
      startsAt: from,
      endsAt: new Date(endsAt),
      minSeats,
      desiredSeats,
      maxSeats,
      hostsRequired,
      ...traits
    })
    .returning()
  return shift!
}

/** Puts a person in a seat of the shift. */
export async function insertAssignment(
  db: Queryable,
  shift: Shift,
  employee: { id: string },
  traits: Partial<typeof assignments.$inferInsert> = {}
): Promise<Assignment> {
  const { id: shiftId, startsAt, endsAt } = shift
  const [assignment] = await db
    .insert(assignments)
    .values({ shiftId, startsAt, endsAt, employeeId: employee.id, ...traits })
    .returning()
  return assignment!
}
