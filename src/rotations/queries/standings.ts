import { desc, isNull, max, sql } from 'drizzle-orm'
import type { Queryable } from '../../../db/client.ts'
import { drafts } from '../../../db/schema/drafts.ts'
import { publications } from '../../../db/schema/publications.ts'

/** The first day after what is published, per rotation. */
export async function listPublishedUntil(db: Queryable) {
  return db
    .select({ rotationId: publications.rotationId, toOn: max(publications.toOn) })
    .from(publications)
    .where(isNull(publications.revertedAt))
    .groupBy(publications.rotationId)
}

/** The newest draft of each rotation that is neither thrown away nor published. */
export async function listWaitingDrafts(db: Queryable) {
  return db
    .selectDistinctOn([drafts.rotationId], {
      rotationId: drafts.rotationId,
      draftId: drafts.id,
      fromOn: drafts.fromOn,
      toOn: drafts.toOn
    })
    .from(drafts)
    .where(
      sql`${drafts.discardedAt} is null and ${drafts.failure} is null
        and not exists (select from publications p where p.draft_id = ${drafts.id})`
    )
    .orderBy(drafts.rotationId, desc(drafts.createdAt), desc(drafts.id))
}
