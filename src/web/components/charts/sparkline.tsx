import { scaleLinear } from 'd3-scale'
import { line } from 'd3-shape'

interface SparklineProps {
  /** Null: not known. */
  values: readonly (number | null)[]
  /** What it shows, in words: there is no table of its own. */
  label: string
}

const WIDTH = 160
const HEIGHT = 44
const EDGE = 6

/** How one figure went, without axes; the figures themselves stand in a table nearby. */
export function Sparkline({ values, label }: SparklineProps) {
  const known = values.filter((value) => value !== null)
  const [low, high] = [Math.min(...known, 0), Math.max(...known, 0)]
  const x = scaleLinear([0, Math.max(1, values.length - 1)], [EDGE, WIDTH - EDGE])
  const y = scaleLinear([low, high === low ? low + 1 : high], [HEIGHT - EDGE, EDGE])
  const shape = line<number | null>()
    .defined((value) => value !== null)
    .x((_, at) => x(at))
    .y((value) => y(value!))
  return (
    <svg
      class="sparkline"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="xMinYMid"
      role="img"
      aria-label={label}
    >
      <path class="line" d={shape([...values]) ?? ''} />
      {values.map((value, at) =>
        value === null ? null : (
          <circle key={at} class="dot" cx={x(at)} cy={y(value)} r={at === values.length - 1 ? 4 : 2} />
        )
      )}
    </svg>
  )
}
