import { and, eq, isNull, or } from 'drizzle-orm'
import type { Queryable, Tx } from '../../../db/client.ts'
import { employees } from '../../../db/schema/employees.ts'
import { rotations } from '../../../db/schema/rotations.ts'
import { shiftCards } from '../../../db/schema/shift-cards.ts'

const found = (db: Queryable) =>
  db
    .select({
      rotationId: shiftCards.rotationId,
      shiftId: shiftCards.shiftId,
      thingsToKnow: shiftCards.thingsToKnow,
      quietJob: shiftCards.quietJob,
      openingCall: shiftCards.openingCall,
      question: shiftCards.question,
      revision: shiftCards.revision,
      changedAt: shiftCards.changedAt,
      changedById: shiftCards.changedBy,
      changedByName: employees.name
    })
    .from(shiftCards)
    .leftJoin(employees, eq(employees.id, shiftCards.changedBy))

export type CardRow = Awaited<ReturnType<typeof listCards>>[number]

/** The cards that count for a shift: its rotation's and its own; without a shift, the rotation's alone. */
export async function listCards(db: Queryable, of: { rotationId: string; shiftId: string | null }) {
  const own = of.shiftId === null ? undefined : eq(shiftCards.shiftId, of.shiftId)
  return found(db).where(and(eq(shiftCards.rotationId, of.rotationId), or(isNull(shiftCards.shiftId), own)))
}

/** Cards are few, and two who write the first one of a rotation wait for each other here. */
export async function lockRotationOfCard(tx: Tx, rotationId: string) {
  const [row] = await tx
    .select({ id: rotations.id, name: rotations.name })
    .from(rotations)
    .where(eq(rotations.id, rotationId))
    .for('no key update')
  return row ?? null
}

export async function findRotationOfCard(db: Queryable, rotationId: string) {
  const [row] = await db
    .select({ id: rotations.id, name: rotations.name })
    .from(rotations)
    .where(eq(rotations.id, rotationId))
  return row ?? null
}

/** Writes the card with the revision given, over the one before if there was one. */
export async function putCard(tx: Tx, row: typeof shiftCards.$inferInsert): Promise<void> {
  const { rotationId: _, shiftId: __, ...set } = row
  await tx
    .insert(shiftCards)
    .values(row)
    .onConflictDoUpdate({ target: [shiftCards.rotationId, shiftCards.shiftId], set })
}

export async function findIsHost(db: Queryable, employeeId: string): Promise<boolean> {
  const rows = await db
    .select({ isHost: employees.isHost })
    .from(employees)
    .where(eq(employees.id, employeeId))
  return rows[0]?.isHost ?? false
}
