import type { FileReport } from './file-report.ts'
import type { Failure } from './read-tap.ts'

/** One line for the file, and below it whatever needs a person's eye. */
export function printReport(report: FileReport): void {
  const { file, passed, failures, skips, texts, millis } = report
  const counts = [
    `${passed} passed`,
    failures.length > 0 && `${failures.length} failed`,
    skips.length > 0 && `${skips.length} skipped`
  ]
  const verdict = failures.length > 0 ? 'FAIL' : 'ok  '
  console.log(`${verdict} ${file}  ${counts.filter(Boolean).join(', ')}  ${(millis / 1000).toFixed(1)} s`)
  for (const line of texts) console.log(`       | ${line}`)
  for (const { path, reason } of skips)
    console.log(`     skipped: ${path.join(' > ')}${reason && ` (${reason})`}`)
  for (const failure of failures) console.log(indent(describe(failure)))
}

/** The titles, then what tap found out, the difference first. */
function describe({ path, diagnostics }: Failure): string {
  const { message, diff, at, stack, source, found, wanted, ...rest } = diagnostics
  const lines = [`failed: ${path.join(' > ')}`, message, diff ?? difference(found, wanted), place(at), stack]
  if (Object.keys(rest).length > 0) lines.push(JSON.stringify(rest))
  return lines
    .filter(Boolean)
    .map((line) => String(line).trimEnd())
    .join('\n')
}

function difference(found: unknown, wanted: unknown): string | undefined {
  if (found === undefined && wanted === undefined) return undefined
  return `found ${JSON.stringify(found)}, wanted ${JSON.stringify(wanted)}`
}

function place(at: unknown): string | undefined {
  if (typeof at !== 'object' || at === null) return undefined
  const { fileName, lineNumber } = at as { fileName?: string; lineNumber?: number }
  return fileName && `at ${fileName}:${lineNumber}`
}

function indent(text: string): string {
  const [first = '', ...others] = text.split('\n')
  return [`     ${first}`, ...others.map((line) => `       ${line}`)].join('\n')
}
