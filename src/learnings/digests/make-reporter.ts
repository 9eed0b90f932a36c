import type { AnyContext } from '../../context.ts'
import type { DigestSpan } from '../../engine/insight/digest-spans.ts'
import { type ThemeEvent, themeMoves } from '../../engine/insight/theme-moves.ts'
import { readStandingThemes } from '../themes/read-standing-themes.ts'
import { listEvents, listReporters, listReports } from './queries.ts'
import { storeDigests } from './store-digests.ts'

/**
 * The weekly digest of the reporters of a zone: what moved of the themes they reported. Decisions are told at once, and
 * who has nothing to hear gets no digest.
 */
export async function makeReporter(ctx: AnyContext, zone: string, span: DigestSpan): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const standing = await readStandingThemes(tx)
    const within = <Row extends { themeId: string }>(row: Row): Row => ({
      ...row,
      themeId: standing.get(row.themeId) ?? row.themeId
    })
    const reports = (await listReports(tx, span)).map(within)
    const { hearings, changes } = await listEvents(tx, span)
    const events: ThemeEvent[] = [
      ...hearings.map(within).map(({ themeId }) => ({ themeId, kind: 'put-before-leader' as const })),
      ...changes.map(within).map(({ themeId }) => ({ themeId, kind: 'owner-changed' as const }))
    ]
    const moved = new Set([...reports, ...events].map(({ themeId }) => themeId))
    const parts = [...standing].flatMap(([partId, intoId]) => (moved.has(intoId) ? partId : []))
    const reporters = await listReporters(tx, [...moved, ...parts], { zone, until: span.until })
    const digests = [...themeMoves(distinct(reporters.map(within)), reports, events)].map(
      ([employeeId, moves]) => ({ employeeId, facts: { moves }, counts: { themes: moves.length } })
    )
    await storeDigests(tx, ctx, { kind: 'reporter', span, digests })
  })
}

/** Who reported two themes that are one by now reported it once. */
function distinct(rows: { themeId: string; employeeId: string }[]) {
  return [...new Map(rows.map((row) => [`${row.themeId} ${row.employeeId}`, row])).values()]
}
