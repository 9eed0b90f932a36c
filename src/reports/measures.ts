import { TRACK_INTS } from './queries/lines.ts'

/** What is counted of a person in a row: minutes, then counts. */
export const MEASURES = [
  ...(['worked', 'credited', 'waived', 'carried'] as const),
  ...(['shifts', 'odd_shifts', 'odd_points', 'swaps', 'no_shows'] as const),
  ...(['learnings', 'nothing_new', 'asked'] as const)
] as const
export type Measure = (typeof MEASURES)[number]

/** Measures, and behind them the minutes of the tracks that have columns of their own, which are needed by track only. */
export const COLUMNS = [...MEASURES, ...TRACK_INTS] as const
export type Column = (typeof COLUMNS)[number]

/** The place of each. */
export const AT = Object.fromEntries(COLUMNS.map((name, at) => [name, at])) as Record<Column, number>
