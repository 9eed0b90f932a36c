import type { Report } from './weekly-digest.ts'

/** What happened to a theme in a span of time, besides reports. */
export interface ThemeEvent {
  themeId: string
  kind: 'put-before-leader' | 'owner-changed'
}

export interface ThemeMove {
  themeId: string
  /** Others who reported it in the span, each once. */
  reporters: number
  /** Before how many leaders it was put. */
  leaders: number
  ownerChanged: boolean
}

/**
 * Tells each reporter what moved of the themes they reported before: who else reported them, before how many leaders they
 * were put, whether somebody else owns them now. Decisions are not among it: every reporter hears of those at once. Who
 * has nothing to hear is not in the answer.
 *
 * @param reporters who had reported which theme by the end of the span
 * @param reports those of the span
 *
 * @example
 * const reporters = [{ themeId: 'codes', employeeId: 'bo' }, { themeId: 'codes', employeeId: 'eva' }]
 * const reports = [{ themeId: 'codes', employeeId: 'eva', at: new Date('2027-03-03T09:00Z') }]
 * themeMoves(reporters, reports, [])
 * //=> new Map([['bo', [{ themeId: 'codes', reporters: 1, leaders: 0, ownerChanged: false }]]])
 */
export function themeMoves(
  reporters: readonly Pick<Report, 'themeId' | 'employeeId'>[],
  reports: readonly Report[],
  events: readonly ThemeEvent[]
): Map<string, ThemeMove[]> {
  const moves = new Map<string, ThemeMove[]>()
  for (const { themeId, employeeId } of reporters) {
    const others = reports.filter((report) => report.themeId === themeId && report.employeeId !== employeeId)
    const mine = events.filter((event) => event.themeId === themeId)
    const move = {
      themeId,
      reporters: new Set(others.map((report) => report.employeeId)).size,
      leaders: mine.filter(({ kind }) => kind === 'put-before-leader').length,
      ownerChanged: mine.some(({ kind }) => kind === 'owner-changed')
    }
    if (move.reporters + move.leaders === 0 && !move.ownerChanged) continue
    moves.set(employeeId, [...(moves.get(employeeId) ?? []), move])
  }
  return moves
}
