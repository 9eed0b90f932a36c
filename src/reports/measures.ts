import { DEED_SHORTS } from '../../db/schema/person-days.ts'
import { TRACK_INTS } from './queries/lines.ts'

/** What is counted of a person in a row: what was done as it is packed, so that it is added as it comes, and the books. */
export const MEASURES = ['worked', 'credited', ...DEED_SHORTS, 'waived', 'carried'] as const
export type Measure = (typeof MEASURES)[number]

/** Measures, and behind them the minutes of the tracks that have columns of their own, which are needed by track only. */
export const COLUMNS = [...MEASURES, ...TRACK_INTS] as const
export type Column = (typeof COLUMNS)[number]

/** The place of each. */
export const AT = Object.fromEntries(COLUMNS.map((name, at) => [name, at])) as Record<Column, number>
