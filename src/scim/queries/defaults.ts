import { isNull, sql } from 'drizzle-orm'
import type { Queryable, Tx } from '../../../db/client.ts'
import { employees } from '../../../db/schema/employees.ts'
import { scimDefaults } from '../../../db/schema/scim.ts'
import type { Locale } from '../../words.ts'

export interface Defaults {
  /** Null: no team is named for people whom nobody places. */
  teamId: string | null
  timeZone: string
  country: string
  locale: Locale
}

export async function findDefaults(db: Queryable): Promise<Defaults | null> {
  const [row] = await db.select().from(scimDefaults)
  if (!row) return null
  const { id: _, ...defaults } = row
  return defaults
}

/** What most people of the company have. */
export async function mostCommon(db: Queryable): Promise<Omit<Defaults, 'teamId'>> {
  const [row] = await db
    .select({
      timeZone: sql<string | null>`mode() within group (order by ${employees.timeZone})`,
      country: sql<string | null>`mode() within group (order by ${employees.country})`,
      locale: sql<Locale | null>`mode() within group (order by ${employees.locale})`
    })
    .from(employees)
    .where(isNull(employees.deactivatedAt))
  return { timeZone: row?.timeZone ?? 'UTC', country: row?.country ?? 'NO', locale: row?.locale ?? 'en' }
}

export async function putDefaults(tx: Tx, defaults: Defaults): Promise<void> {
  await tx
    .insert(scimDefaults)
    .values({ id: 'one', ...defaults })
    .onConflictDoUpdate({ target: scimDefaults.id, set: defaults })
}
