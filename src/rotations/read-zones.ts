import type { Queryable } from '../../db/client.ts'
import { listZones } from './queries/rotations.ts'

/** Whose clock each of these rotations goes by; by id. One query. */
export async function readZones(db: Queryable, rotationIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await listZones(db, rotationIds)
  return new Map(rows.map(({ id, timeZone }) => [id, timeZone]))
}
