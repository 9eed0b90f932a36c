import { scaleLinear } from 'd3-scale'
import type { Reader } from '../../reader.ts'
import { ChartName } from './chart-name.tsx'
import { ChartFigure } from './figure.tsx'

interface Range {
  label: string
  /** Shares from 0 to 1, or whatever `say` says; null where nothing is known. */
  at: number | null
  low?: number | null
  high?: number | null
  /** Stands in the picture where there is no point: why not. */
  instead?: string
  hue?: 1 | 2 | 3 | 4 | 5 | 6
  /** The cells of the table after the name. */
  cells: readonly string[]
}

interface RangeChartProps {
  caption: string
  headings: readonly string[]
  ranges: readonly Range[]
  /** What is measured, where it is no share: its largest value, and a value in words. */
  scale?: { most: number; say: (value: number) => string }
  reader: Reader
}

const WIDTH = 640
const LINE = 44
const NAMES = 206
const RIGHT = 24
const BOTTOM = 28
const ROOM = { narrow: 17, wide: 28 }
const SHARES = [0, 0.25, 0.5, 0.75, 1]

/** Values from nought on, shares unless said otherwise, each with how far it spreads: a dot and a band. */
export function RangeChart({ caption, headings, ranges, scale, reader }: RangeChartProps) {
  const say = scale?.say ?? reader.percent
  const x = scaleLinear([0, scale?.most ?? 1], [NAMES, WIDTH - RIGHT])
  const ticks = scale ? x.nice(4).ticks(4) : SHARES
  const bottom = ranges.length * LINE
  return (
    <ChartFigure
      caption={caption}
      width={WIDTH}
      height={bottom + BOTTOM}
      table={{ headings, rows: ranges.map(({ label, cells }) => [label, ...cells]) }}
      reader={reader}
    >
      {ticks.map((tick) => (
        <g key={tick}>
          <line class={tick === 0 ? 'zero' : 'grid'} x1={x(tick)} x2={x(tick)} y1="0" y2={bottom} />
          <text x={x(tick)} y={bottom + 20} text-anchor="middle">
            {say(tick)}
          </text>
        </g>
      ))}
      {ranges.map((range, line) => (
        <OneRange key={range.label} range={range} y={line * LINE + LINE / 2} x={x} say={say} />
      ))}
    </ChartFigure>
  )
}

interface OneProps {
  range: Range
  y: number
  x: (value: number) => number
  say: (value: number) => string
}

function OneRange({ range: { label, at, low, high, instead, hue }, y, x, say }: OneProps) {
  const hasBand = typeof low === 'number' && typeof high === 'number'
  return (
    <g class={hue && `hue-${hue}`}>
      <text x={NAMES - 12} y={y} dy="0.35em" text-anchor="end">
        <ChartName name={label} room={ROOM} />
      </text>
      {at === null ? (
        <text x={x(0) + 10} y={y} dy="0.35em">
          {instead}
        </text>
      ) : (
        <>
          {hasBand && (
            <rect
              class="band"
              x={x(low)}
              y={y - 7}
              width={Math.max(2, x(high) - x(low))}
              height="14"
              rx="7"
            />
          )}
          <circle class="dot" cx={x(at)} cy={y} r="6" />
          <text class="value" x={x(at)} y={y - 12} text-anchor="middle">
            {say(at)}
          </text>
        </>
      )}
    </g>
  )
}
