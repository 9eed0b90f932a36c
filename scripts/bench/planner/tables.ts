import type { Comparison } from './compare.ts'
import type { Row } from './run-engine.ts'

/** The planner's table, in Markdown. */
export function engineTable(rows: readonly Row[]): string {
  const head = [
    'problem',
    'score',
    'bound',
    'proven gap',
    'first legal plan',
    'wall',
    'CPU',
    'peak memory',
    'held'
  ]
  const lines = rows.map((row) => [
    row.name,
    whole(row.score),
    whole(row.bound),
    percent(row.gap),
    seconds(row.firstSeconds),
    seconds(row.wallSeconds),
    seconds(row.cpuSeconds),
    megabytes(row.peakMegabytes),
    row.isHeld ? 'yes' : 'no'
  ])
  return table(head, lines)
}

/** The table of peers, in Markdown; ratios are theirs divided by ours. */
export function peerTable(lines: readonly Comparison[]): string {
  const head = ['problem', 'peer', 'score', 'score ÷ ours', 'wall', 'time ÷ ours', 'peak memory', 'remark']
  return table(
    head,
    lines.map((line) => [
      line.name,
      line.peer,
      line.score === null ? '–' : whole(line.score),
      line.scoreRatio === null ? '–' : line.scoreRatio.toFixed(3),
      seconds(line.wallSeconds),
      line.timeRatio.toFixed(1),
      line.peakMegabytes === null ? '–' : megabytes(line.peakMegabytes),
      line.isProven ? 'proved optimal' : line.remark
    ])
  )
}

function table(head: readonly string[], lines: readonly (readonly string[])[]): string {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [row(head), row(head.map(() => '---')), ...lines.map(row)].join('\n')
}

const whole = (score: number) => Math.round(score).toLocaleString('en')
const percent = (share: number) => `${(100 * share).toFixed(2)}%`
const seconds = (time: number) => (time < 1 ? `${Math.round(1000 * time)} ms` : `${time.toFixed(1)} s`)
const megabytes = (size: number) => `${Math.round(size)} MB`
