import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Queryable, Tx } from '../../../../db/client.ts'
import { themeMerges } from '../../../../db/schema/themes.ts'
import { type AsOf, inForceAt } from '../../queries/as-of.ts'

/** All merges in force, now or at a moment: few, for only people make them. */
export async function listMerges(db: Queryable, asOf: AsOf = null) {
  return db
    .select({
      id: themeMerges.id,
      themeId: themeMerges.themeId,
      intoId: themeMerges.intoId,
      mergedAt: themeMerges.mergedAt
    })
    .from(themeMerges)
    .where(inForceAt(themeMerges.mergedAt, themeMerges.undoneAt, asOf))
    .orderBy(asc(themeMerges.mergedAt), asc(themeMerges.id))
}

export async function insertMerge(tx: Tx, row: typeof themeMerges.$inferInsert): Promise<string> {
  const [inserted] = await tx.insert(themeMerges).values(row).returning({ id: themeMerges.id })
  return inserted!.id
}

export async function markMergeUndone(
  tx: Tx,
  themeId: string,
  undone: { undoneAt: Date; undoneBy: string }
): Promise<void> {
  await tx
    .update(themeMerges)
    .set(undone)
    .where(and(eq(themeMerges.themeId, themeId), isNull(themeMerges.undoneAt)))
}
