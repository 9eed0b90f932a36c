/** How far a season has come. */
export const SEASON_STATES = ['planned', 'running', 'over', 'closed'] as const
export type SeasonState = (typeof SEASON_STATES)[number]

/**
 * Derives the state of a season on a local day. It begins with its first day and is over with `toOn`, which no longer
 * belongs to it; guesses are open while it is planned.
 *
 * @example
 * seasonState({ fromOn: '2027-01-01', toOn: '2027-04-01', closedAt: null }, '2027-03-31')
 * //=> 'running'
 */
export function seasonState(
  { fromOn, toOn, closedAt }: { fromOn: string; toOn: string; closedAt: Date | null },
  today: string
): SeasonState {
  if (closedAt) return 'closed'
  if (today < fromOn) return 'planned'
  return today < toOn ? 'running' : 'over'
}
