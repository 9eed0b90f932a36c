import type { SeasonState } from './season-state.ts'

/**
 * Finds the season that people mean when they say "the season": the running one, else the next to come, else the last
 * there was; null where there is none.
 *
 * @example
 * currentSeason([{ fromOn: '2027-04-01', state: 'planned' }, { fromOn: '2027-01-01', state: 'running' }])
 * //=> { fromOn: '2027-01-01', state: 'running' }
 * currentSeason([])
 * //=> null
 */
export function currentSeason<One extends { fromOn: string; state: SeasonState }>(
  seasons: readonly One[]
): One | null {
  const inOrder = seasons.toSorted((a, b) => (a.fromOn < b.fromOn ? -1 : 1))
  return (
    inOrder.find(({ state }) => state === 'running') ??
    inOrder.find(({ state }) => state === 'planned') ??
    inOrder.at(-1) ??
    null
  )
}
