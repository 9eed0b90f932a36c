import { scaleLinear } from 'd3-scale'
import type { Reader } from '../../reader.ts'
import { ChartName } from './chart-name.tsx'
import { ChartFigure } from './figure.tsx'

interface Bar {
  label: string
  value: number
}

interface BarChartProps {
  caption: string
  /** The heading above says what the picture shows. */
  isTitled?: boolean | undefined
  /** What stands over the names and over the values in the table. */
  headings: readonly [string, string]
  bars: readonly Bar[]
  /** A value in words: "4 h". */
  say: (value: number) => string
  reader: Reader
}

const WIDTH = 640
/** A name with its bar below, and the room to the next. */
const LINE = 56
const BAR_AT = 26
const BAR = 18
const VALUES = 110
const ROOM = { narrow: 52, wide: 92 }

/** A name above each bar, so that there is room for long ones; bars below zero go the other way, in another colour. */
export function BarChart({ caption, isTitled, headings, bars, say, reader }: BarChartProps) {
  const height = bars.length * LINE
  const values = bars.map(({ value }) => value)
  const x = scaleLinear([Math.min(0, ...values), Math.max(1, ...values)], [0, WIDTH - VALUES])
  const zero = x(0)
  return (
    <ChartFigure
      caption={caption}
      isTitled={isTitled}
      width={WIDTH}
      height={height}
      table={{ headings, rows: bars.map(({ label, value }) => [label, say(value)]) }}
      reader={reader}
    >
      {bars.map(({ label, value }, at) => {
        const top = at * LINE
        return (
          <g key={label}>
            <text x="0" y={top + 18}>
              <ChartName name={label} room={ROOM} />
            </text>
            <rect
              class={value < 0 ? 'bar below' : 'bar'}
              x={Math.min(zero, x(value))}
              y={top + BAR_AT}
              width={Math.max(2, Math.abs(x(value) - zero))}
              height={BAR}
              rx="4"
            />
            <text class="value" x={Math.max(zero, x(value)) + 8} y={top + BAR_AT + BAR / 2} dy="0.35em">
              {say(value)}
            </text>
          </g>
        )
      })}
    </ChartFigure>
  )
}
