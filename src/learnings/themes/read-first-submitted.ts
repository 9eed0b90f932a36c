import type { Queryable } from '../../../db/client.ts'
import { listFirstSubmitted } from './queries/theme-sums.ts'

/**
 * When the first learning of each standing theme was handed in, from the sums that are kept: of themes whose members are
 * these, and of which nothing changed since; null: nothing was. Of the others it tells nothing. One query.
 *
 * @param groups the themes within each standing theme, itself among them
 */
export async function readFirstSubmitted(
  db: Queryable,
  groups: ReadonlyMap<string, readonly string[]>
): Promise<Map<string, Date | null>> {
  const kept = await listFirstSubmitted(db)
  const holds = ({ standingId, members }: (typeof kept)[number]) =>
    String(groups.get(standingId)?.toSorted()) === String(members)
  return new Map(kept.filter(holds).map(({ standingId, at }) => [standingId, at]))
}
