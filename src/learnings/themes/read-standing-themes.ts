import type { Queryable } from '../../../db/client.ts'
import { standingThemes } from '../../engine/insight/standing-themes.ts'
import { listMerges } from './queries/merges.ts'

/**
 * Tells of each merged theme within which theme it stands; a theme that is not in the answer stands by itself. One
 * query.
 */
export async function readStandingThemes(db: Queryable): Promise<Map<string, string>> {
  return standingThemes(await listMerges(db))
}
