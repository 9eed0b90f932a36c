import type { Participation, Rows } from './read-participation.ts'
import type { Tally } from './tally.ts'

/** What a cell of a file holds: nothing is computed there. */
export type CellKind = 'text' | 'minutes' | 'hours' | 'count' | 'share' | 'amount' | 'day'

export interface Column {
  name: string
  kind: CellKind
}

export type Line = Record<string, string | number | null>

const hours = (name: string): Column[] => [
  { name: `${name}Minutes`, kind: 'minutes' },
  { name: `${name}Hours`, kind: 'hours' }
]
const of = (kind: CellKind, ...names: string[]): Column[] => names.map((name) => ({ name, kind }))

/** The columns of every file, in their order. New ones come at the end: people's own sheets count on the places. */
export const COLUMNS: readonly Column[] = [
  ...of('text', 'group'),
  ...of('count', 'people'),
  ...['due', 'worked', 'credited', 'carried', 'waived', 'balance'].flatMap(hours),
  ...of('count', 'shifts', 'tookPart'),
  ...of('share', 'shareTookPart'),
  ...of('count', 'learnings', 'nothingNew'),
  ...of('amount', 'learningsPerShift'),
  ...of('count', 'swaps', 'noShows', 'neverAsked'),
  ...of('amount', 'meanMinutes', 'minutesDeviation'),
  ...of('share', 'minutesGini'),
  ...of('count', 'unpopularShifts', 'unpopularPoints'),
  ...of('amount', 'unpopularDeviation'),
  ...of('share', 'unpopularGini'),
  ...of('day', 'fromOn', 'toOn')
]

/** The rows of a report without the totals, and behind them those of the earlier periods that came along. */
export const linesOf = (report: Participation): Line[] =>
  [report, ...report.earlier].flatMap(({ rows, fromOn, toOn }: Rows) =>
    rows.map((row) => lineFrom(row, { fromOn, toOn }))
  )

function lineFrom({ parts: _, ...row }: Tally, period: { fromOn: string; toOn: string }): Line {
  const values: Line = { ...row, ...period }
  for (const { name } of COLUMNS.filter(({ kind }) => kind === 'hours')) {
    const minutes = values[name.replace('Hours', 'Minutes')]
    values[name] = typeof minutes === 'number' ? minutes / 60 : null
  }
  return values
}
