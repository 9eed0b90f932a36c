import { scaleBand, scaleLinear } from 'd3-scale'
import type { Reader } from '../../reader.ts'
import { ChartFigure } from './figure.tsx'

interface Bar {
  label: string
  value: number
}

interface BarChartProps {
  caption: string
  /** What stands over the names and over the values in the table. */
  headings: readonly [string, string]
  bars: readonly Bar[]
  /** A value in words: "4 h". */
  say: (value: number) => string
  reader: Reader
}

const WIDTH = 640
const LINE = 32
const NAMES = 230
const VALUES = 88

/** A line for each name, so that names of any length can be read; bars below zero go the other way, in another colour. */
export function BarChart({ caption, headings, bars, say, reader }: BarChartProps) {
  const height = bars.length * LINE
  const values = bars.map(({ value }) => value)
  const x = scaleLinear([Math.min(0, ...values), Math.max(1, ...values)], [NAMES, WIDTH - VALUES])
  const y = scaleBand(
    bars.map((_, at) => at),
    [0, height]
  ).paddingInner(0.35)
  const zero = x(0)
  return (
    <ChartFigure
      caption={caption}
      width={WIDTH}
      height={height}
      table={{ headings, rows: bars.map(({ label, value }) => [label, say(value)]) }}
      reader={reader}
    >
      {bars.map(({ label, value }, at) => {
        const middle = y(at)! + y.bandwidth() / 2
        return (
          <g key={label}>
            <text x={NAMES - 12} y={middle} dy="0.35em" text-anchor="end">
              {shortened(label)}
            </text>
            <rect
              class={value < 0 ? 'bar below' : 'bar'}
              x={Math.min(zero, x(value))}
              y={y(at)}
              width={Math.max(2, Math.abs(x(value) - zero))}
              height={y.bandwidth()}
              rx="4"
            />
            <text class="value" x={Math.max(zero, x(value)) + 8} y={middle} dy="0.35em">
              {say(value)}
            </text>
          </g>
        )
      })}
      <line class="zero" x1={zero} x2={zero} y1="0" y2={height} />
    </ChartFigure>
  )
}

const MOST_LETTERS = 22
const shortened = (label: string) =>
  label.length > MOST_LETTERS ? `${label.slice(0, MOST_LETTERS - 1)}…` : label
