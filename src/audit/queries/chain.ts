import { sql } from 'drizzle-orm'
import type { Queryable } from '../../../db/client.ts'

/** A seal with what it seals, every part as the text it was sealed as; the entry's parts are null where it is gone. */
export interface SealedRow {
  seq: number
  entryId: string
  detailsSalt: string | null
  detailsDigest: string
  hash: string
  isForgotten: boolean
  isThere: boolean
  atMicros: string | null
  actorId: string | null
  actedAs: string | null
  via: string | null
  action: string | null
  objectType: string | null
  objectId: string | null
  requestId: string | null
  before: string | null
  after: string | null
}

/** Seals after a place in the chain, in its order. */
export async function listSealed(db: Queryable, afterSeq: number, limit: number): Promise<SealedRow[]> {
  const { rows } = await db.execute<SealedRow & Record<string, unknown>>(sql`
    select c.seq::float8 as seq, c.entry_id as "entryId", c.details_salt as "detailsSalt",
      c.details_digest as "detailsDigest", c.hash, c.is_forgotten as "isForgotten", e.id is not null as "isThere",
      (extract(epoch from e.at) * 1000000)::bigint::text as "atMicros", e.actor_id::text as "actorId",
      e.acted_as as "actedAs", e.via, e.action, e.object_type as "objectType", e.object_id as "objectId",
      e.request_id as "requestId", e.before::text as before, e.after::text as after
    from audit_chain c left join audit_entries e on e.id = c.entry_id
    where c.seq > ${afterSeq} order by c.seq limit ${limit}`)
  return rows
}

/** Entries that nobody sealed: those of transactions with an older view wait for the next entry, all others are put in by hand. */
export async function countUnsealed(db: Queryable): Promise<{ waiting: number; foreign: number }> {
  const { rows } = await db.execute<{ waiting: number; foreign: number }>(sql`
    select count(late.entry_id)::int as waiting, count(*)::int - count(late.entry_id)::int as foreign
    from audit_entries e left join audit_unchained late on late.entry_id = e.id
    where not exists (select from audit_chain c where c.entry_id = e.id)`)
  return rows[0]!
}
