import { scaleLinear } from 'd3-scale'
import { area, curveMonotoneX, line } from 'd3-shape'
import type { Reader } from '../../reader.ts'
import { ChartFigure } from './figure.tsx'

export interface Series {
  name: string
  values: readonly (number | null)[]
  /** What was aimed at or guessed, beside what happened. */
  isDashed?: boolean
  hue?: 1 | 2 | 3 | 4 | 5 | 6
}

interface LineChartProps {
  caption: string
  /** What stands over the first column of the table. */
  heading: string
  /** The points along the bottom, in words. */
  points: readonly string[]
  series: readonly Series[]
  say: (value: number) => string
  reader: Reader
}

const WIDTH = 640
const HEIGHT = 240
const LEFT = 64
const BOTTOM = 36
const TOP = 12
/** Words below the line that have room beside each other. */
const MOST_WORDS = 5

const classOf = ({ isDashed, hue }: Series, part: string) =>
  `${part}${isDashed ? ' dashed' : ''}${hue ? ` hue-${hue}` : ''}`

function scales({ points, series }: Pick<LineChartProps, 'points' | 'series'>) {
  const values = series.flatMap((one) => one.values.filter((value) => value !== null))
  const y = scaleLinear([Math.min(0, ...values), Math.max(1, ...values)], [HEIGHT - BOTTOM, TOP]).nice(4)
  const x = scaleLinear([0, Math.max(1, points.length - 1)], [LEFT, WIDTH - 12])
  return { x, y }
}

function Axes({ points, series, say }: Pick<LineChartProps, 'points' | 'series' | 'say'>) {
  const { x, y } = scales({ points, series })
  const every = Math.ceil(points.length / MOST_WORDS)
  return (
    <>
      {y.ticks(4).map((tick) => (
        <g key={tick}>
          <line class={tick === 0 ? 'zero' : 'grid'} x1={LEFT} x2={WIDTH - 12} y1={y(tick)} y2={y(tick)} />
          <text x={LEFT - 8} y={y(tick)} dy="0.35em" text-anchor="end">
            {say(tick)}
          </text>
        </g>
      ))}
      {points.map((point, at) =>
        at % every === 0 ? (
          <text
            key={point}
            x={x(at)}
            y={HEIGHT - 8}
            text-anchor={at === 0 ? 'start' : at === points.length - 1 ? 'end' : 'middle'}
          >
            {point}
          </text>
        ) : null
      )}
    </>
  )
}

/** How something went over time; several lines are told apart by colour, dashes and the legend. */
export function LineChart({ caption, heading, points, series, say, reader }: LineChartProps) {
  const { x, y } = scales({ points, series })
  const shape = line<number | null>()
    .defined((value) => value !== null)
    .x((_, at) => x(at))
    .y((value) => y(value!))
    .curve(curveMonotoneX)
  const filled = area<number | null>()
    .defined((value) => value !== null)
    .x((_, at) => x(at))
    .y0(y(0))
    .y1((value) => y(value!))
    .curve(curveMonotoneX)
  const told = (value: number | null | undefined) =>
    value === null || value === undefined ? '–' : say(value)
  return (
    <ChartFigure
      caption={caption}
      width={WIDTH}
      height={HEIGHT}
      reader={reader}
      table={{
        headings: [heading, ...series.map(({ name }) => name)],
        rows: points.map((point, at) => [point, ...series.map(({ values }) => told(values[at]))])
      }}
      legend={
        <ul class="legend">
          {series.map((one) => (
            <li key={one.name} class={classOf(one, '')}>
              {one.name}
            </li>
          ))}
        </ul>
      }
    >
      <Axes points={points} series={series} say={say} />
      {series.map((one) => (
        <g key={one.name}>
          {!one.isDashed && <path class={classOf(one, 'area')} d={filled([...one.values]) ?? ''} />}
          <path class={classOf(one, 'line')} d={shape([...one.values]) ?? ''} />
        </g>
      ))}
    </ChartFigure>
  )
}
