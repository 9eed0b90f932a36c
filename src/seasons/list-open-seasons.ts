import type { Queryable } from '../../db/client.ts'
import type { Period } from '../lib/period.ts'
import { listSeasons } from './queries/seasons.ts'

/** The days of seasons that have begun and of which no closing page is written for good. */
export async function listOpenSeasons(db: Queryable, now: Date): Promise<Period[]> {
  const today = now.toISOString().slice(0, 10)
  return (await listSeasons(db))
    .filter(({ closedAt, fromOn }) => closedAt === null && fromOn <= today)
    .map(({ fromOn, toOn }) => ({ fromOn, toOn }))
}
