import type { AnyContext } from '../context.ts'
import { isZone } from '../engine/time/is-zone.ts'
import type { HelpDesk } from './csv/help-desks.ts'
import { parseActivity } from './csv/parse-activity.ts'
import { readMap } from './csv/read-map.ts'
import { ActivityFileNotValid, ActivityZoneNotKnown } from './errors.ts'
import { firstOf, type TakenActivity, takeActivity } from './take-activity.ts'

export interface ActivityImport {
  from: HelpDesk
  /** Columns by hand: `person=Agent e-mail,at=Replied at`. */
  map?: string
  zone?: string
  dryRun?: boolean
}

export interface ImportedActivity extends TakenActivity {
  /** Lines of customers and robots, which are none of ours. */
  skipped: number
}

/**
 * Takes an export of a help desk (CSV). Lines that cannot be taken are refused one by one, as an export holds much that fell
 * on no shift; the rest is taken. The same file a second time changes nothing.
 *
 * @throws {ActivityFileNotValid} where the file or its header cannot be read
 * @throws {ActivityMapNotValid} {@link ActivityZoneNotKnown}
 */
export async function importActivity(
  ctx: AnyContext,
  bytes: Uint8Array,
  { from, map, zone = 'UTC', dryRun = false }: ActivityImport
): Promise<ImportedActivity> {
  if (!isZone(zone)) throw new ActivityZoneNotKnown({ zone: zone.slice(0, 80) })
  const parsed = parseActivity(bytes, { from, map: readMap(map), zone })
  if ('unreadable' in parsed) {
    throw new ActivityFileNotValid({
      total: parsed.unreadable.length,
      lines: parsed.unreadable.slice(0, 100)
    })
  }
  const taken = await takeActivity(ctx, { source: from, reports: parsed.reports, dryRun })
  const unread = parsed.complaints.map(({ line, field, remedy }) => ({
    line,
    externalId: null,
    reason: 'not-readable' as const,
    remedy: `${field}: ${remedy}`
  }))
  const refused = firstOf([...taken.refused, ...unread], taken.refusedCount + unread.length)
  return { ...taken, ...refused, skipped: parsed.skipped }
}
