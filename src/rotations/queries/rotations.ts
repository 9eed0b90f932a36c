import { asc, eq, sql } from 'drizzle-orm'
import type { Queryable, Tx } from '../../../db/client.ts'
import { rotationSlots, rotations } from '../../../db/schema/rotations.ts'
import { teams } from '../../../db/schema/teams.ts'
import type { Position } from '../../lib/paging.ts'
import type { Rotation, RotationFields, Slot } from '../rotation-fields.ts'

/** In a select from one table drizzle writes columns without it, and `id` would be the slot's own. */
const SLOTS = sql<Slot[]>`(
  select coalesce(json_agg(json_build_object(
    'weekday', s.weekday,
    'startsAt', left(s.starts_at::text, 5),
    'endsAt', left(s.ends_at::text, 5)
  ) order by s.weekday, s.starts_at), '[]'::json)
  from rotation_slots s where s.rotation_id = rotations.id
)`

const COLUMNS = { rotation: rotations, slots: SLOTS }
type Row = { rotation: typeof rotations.$inferSelect; slots: Slot[] }

function rotationOf({ rotation, slots }: Row): Rotation {
  const { minSeats, desiredSeats, maxSeats, createdAt: _, ...fields } = rotation
  return { ...fields, seats: { min: minSeats, desired: desiredSeats, max: maxSeats }, slots }
}

/** By name. */
export async function listRotations(
  db: Queryable,
  { after, limit }: { after: Position | null; limit: number }
): Promise<Rotation[]> {
  const rows = await db
    .select(COLUMNS)
    .from(rotations)
    .where(after ? sql`(${rotations.name}, ${rotations.id}) > (${after.key}, ${after.id}::uuid)` : undefined)
    .orderBy(asc(rotations.name), asc(rotations.id))
    .limit(limit)
  return rows.map(rotationOf)
}

export async function findRotation(db: Queryable, rotationId: string): Promise<Rotation | null> {
  const [row] = await db.select(COLUMNS).from(rotations).where(eq(rotations.id, rotationId))
  return row ? rotationOf(row) : null
}

export async function findRotationByName(db: Queryable, name: string): Promise<Rotation | null> {
  const [row] = await db.select(COLUMNS).from(rotations).where(sql`lower(${rotations.name}) = lower(${name})`)
  return row ? rotationOf(row) : null
}

/** Whose clock each of these rotations goes by. */
export async function listZones(db: Queryable, rotationIds: readonly string[]) {
  return db
    .select({ id: rotations.id, timeZone: rotations.timeZone })
    .from(rotations)
    .where(sql`${rotations.id} = any(${sql.param([...rotationIds])}::uuid[])`)
}

/** Holds the rotation until the transaction ends; its pattern changes only under this lock. */
export async function lockRotation(tx: Tx, rotationId: string): Promise<Rotation | null> {
  await tx
    .select({ id: rotations.id })
    .from(rotations)
    .where(eq(rotations.id, rotationId))
    .for('no key update')
  return findRotation(tx, rotationId)
}

const columnsOf = ({ slots: _, seats, ...fields }: RotationFields) => ({
  ...fields,
  minSeats: seats.min,
  desiredSeats: seats.desired,
  maxSeats: seats.max
})

export async function insertRotation(tx: Tx, fields: RotationFields, createdAt: Date): Promise<string> {
  const [row] = await tx
    .insert(rotations)
    .values({ ...columnsOf(fields), createdAt })
    .returning({ id: rotations.id })
  await insertSlots(tx, row!.id, fields.slots)
  return row!.id
}

export async function updateRotation(tx: Tx, rotationId: string, fields: RotationFields): Promise<void> {
  await tx.update(rotations).set(columnsOf(fields)).where(eq(rotations.id, rotationId))
  await tx.delete(rotationSlots).where(eq(rotationSlots.rotationId, rotationId))
  await insertSlots(tx, rotationId, fields.slots)
}

async function insertSlots(tx: Tx, rotationId: string, slots: Slot[]): Promise<void> {
  await tx
    .insert(rotationSlots)
    .values(slots.map(({ weekday, startsAt, endsAt }) => ({ rotationId, weekday, startsAt, endsAt })))
}

/** Those of the ids that are teams. */
export async function listTeamIds(db: Queryable, teamIds: readonly string[]): Promise<string[]> {
  const rows = await db
    .select({ id: teams.id })
    .from(teams)
    .where(sql`${teams.id} = any(${sql.param([...teamIds])}::uuid[])`)
  return rows.map(({ id }) => id)
}
