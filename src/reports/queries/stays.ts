import { sql } from 'drizzle-orm'
import type { Queryable } from '../../../db/client.ts'
import { copyRows } from '../../../db/copy-rows.ts'
import { dayOf, packed } from '../../../db/packed.ts'
import { LEVELS } from '../../words.ts'
import { daysOff, type Replaced } from './due-facts.ts'
import { NO_DAY, type PackedDays, PackedRows, packedRows } from './packed.ts'
import { type KeptKind, movesIn, peopleIn, type Reach } from './spans.ts'

/** What is sent of a person and of a move, behind the ids; of the team only where it is needed. */
export const PERSON = ['level', 'site', 'fte', 'joined', 'last'] as const
const MOVE = ['level', 'site', 'from', 'to'] as const

/** Who is in reach, where they moved, and when they were away, as the database tells it. */
export interface Stays {
  people: PackedRows
  moves: PackedRows | null
  off: PackedDays
}

/**
 * Reads who is in reach, where they were, and when they were away for long or exempt. Everybody comes as they are, and apart
 * where those were who moved, without asking who they are: joining fifty thousand people to a few takes longer than sending
 * them. One query.
 */
export async function readStays(
  db: Queryable,
  reach: Reach,
  {
    kinds,
    quotaTeams,
    replaced
  }: { kinds: readonly KeptKind[]; quotaTeams: readonly string[]; replaced: Replaced }
): Promise<Stays> {
  const { away, exempt } = daysOff(reach, replaced)
  const ids = kinds.includes('team') || quotaTeams.length > 0 ? [sql`id`, TEAM] : [sql`id`]
  const place = [
    kinds.includes('level') ? LEVEL : sql.raw(String(AS_NOW.level)),
    kinds.includes('site') ? SITE : sql.raw(String(AS_NOW.site))
  ]
  const last = sql`coalesce(${dayOf(sql`last_on`)}, ${sql.raw(String(NO_DAY))})`
  const ofPeople = packed(ids, { ints: [...place, sql`fte_percent`, dayOf(sql`joined_on`), last] })
  const ofMoves = packed(ids, { ints: [...place, dayOf(sql`from_on`), dayOf(sql`to_on`)] })
  const parts = [
    sql`select ${packedRows(ofPeople)} from ${peopleIn(reach)} as known`,
    ...(reach.byTurns ? [sql`select ${packedRows(ofMoves)} from ${movesIn(reach)} as move`] : []),
    away,
    exempt
  ]
  const rows = copyRows(db, sql.join(parts, sql` union all `))
  const take = async () => (await rows.next())?.[0] ?? null
  const people = new PackedRows(await take(), { ids: ids.length, ints: PERSON.length })
  const moves = reach.byTurns ? new PackedRows(await take(), { ids: ids.length, ints: MOVE.length }) : null
  return { people, moves, off: { away: await take(), exempt: await take() } }
}

/** The ids of everybody in reach. */
export async function listPeopleIn(db: Queryable, reach: Reach): Promise<string[]> {
  const { rows } = await db.execute<{ id: string }>(sql`select id from ${peopleIn(reach)} as known`)
  return rows.map(({ id }) => id)
}

/** What is sent of a move where somebody is what they are now. */
export const AS_NOW = { level: -1, site: 0 }
const TEAM = sql`coalesce(team_id, '00000000-0000-0000-0000-000000000000')`
/** Its place among the levels. */
const LEVEL = sql.raw(
  `case level ${LEVELS.map((level, at) => `when '${level}' then ${at}`).join(' ')} else ${AS_NOW.level} end`
)
/** Its two letters as one number. */
const SITE = sql.raw(`coalesce(ascii(country) * 256 + ascii(right(country, 1)), ${AS_NOW.site})`)
