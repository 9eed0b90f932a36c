import { scaleLinear } from 'd3-scale'
import type { Reader } from '../../reader.ts'
import { ChartFigure } from './figure.tsx'

interface HeatMapProps {
  caption: string
  /** What stands over the names of the rows in the table. */
  heading: string
  columns: readonly string[]
  /** A value for each column; null: nothing there. */
  rows: readonly { name: string; values: readonly (number | null)[] }[]
  /** Values in words; the table and each cell say them. */
  say: (value: number) => string
  /** Where something is missing, in the warm colour. */
  isGap?: (value: number) => boolean
  reader: Reader
}

const CELL = 28
/** Few columns become wider, so that the picture is not blown up. */
const WIDEST = 84
const LEAST_WIDTH = 490
const NAMES = 150
const TOP = 22
/** What a heading takes. */
const WORD = 44

/** How much where and when: the darker the more, gaps in another colour, each cell with its value in words. */
export function HeatMap({ caption, heading, columns, rows, say, isGap = () => false, reader }: HeatMapProps) {
  const most = Math.max(1, ...rows.flatMap(({ values }) => values.map((value) => value ?? 0)))
  const strength = scaleLinear([0, most], [0.12, 1])
  const wide = Math.max(CELL, Math.min(WIDEST, LEAST_WIDTH / Math.max(1, columns.length)))
  const every = Math.ceil(WORD / wide)
  return (
    <ChartFigure
      caption={caption}
      width={NAMES + Math.max(LEAST_WIDTH, columns.length * wide)}
      height={TOP + rows.length * CELL}
      reader={reader}
      table={{
        headings: [heading, ...columns],
        rows: rows.map(({ name, values }) => [
          name,
          ...values.map((value) => (value === null ? '–' : say(value)))
        ])
      }}
    >
      {columns.map((column, at) =>
        at % every === 0 ? (
          <text key={column} x={NAMES + at * wide + 1} y={TOP - 8}>
            {column}
          </text>
        ) : null
      )}
      {rows.map(({ name, values }, line) => (
        <g key={name}>
          <text x={NAMES - 10} y={TOP + line * CELL + CELL / 2} dy="0.35em" text-anchor="end">
            {name}
          </text>
          {values.map((value, at) => (
            <rect
              key={columns[at]}
              class={value === null ? 'cell none' : isGap(value) ? 'cell gap' : 'cell'}
              x={NAMES + at * wide + 1}
              y={TOP + line * CELL + 1}
              width={wide - 2}
              height={CELL - 2}
              rx="5"
              fill-opacity={value === null ? 1 : isGap(value) ? 0.85 : strength(value)}
            >
              <title>{`${name}, ${columns[at]}: ${value === null ? '–' : say(value)}`}</title>
            </rect>
          ))}
        </g>
      ))}
    </ChartFigure>
  )
}
