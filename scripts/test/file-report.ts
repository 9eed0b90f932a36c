import type { Failure, TapListener } from './read-tap.ts'

/** What became of one test file. */
export interface FileReport {
  readonly file: string
  passed: number
  failures: Failure[]
  skips: { path: readonly string[]; reason: string }[]
  /** Lines that were printed while it ran. */
  texts: string[]
  /** The test that began last: the likely culprit when a file hangs or its process dies. */
  lastStarted: string
  millis: number
}

export function emptyReport(file: string): FileReport {
  return { file, passed: 0, failures: [], skips: [], texts: [], lastStarted: '', millis: 0 }
}

/** Writes what the stream tells into the report that is open at that moment. */
export function recordInto(open: () => FileReport, fileEnded: () => void): TapListener {
  return {
    passed: () => {
      open().passed += 1
    },
    failed: (failure) => void open().failures.push(failure),
    skipped: (path, reason) => void open().skips.push({ path, reason }),
    text: (line) => void open().texts.push(line),
    fileEnded
  }
}

/** A failure in the runner's own words, laid at the door of the test that began last. */
export function failWith(report: FileReport, message: string): void {
  report.failures.push({ path: report.lastStarted ? [report.lastStarted] : [], diagnostics: { message } })
}

/** A file that asserts nothing proves nothing, so it fails. One whose tests are all skipped says so itself. */
export function failIfEmpty(report: FileReport): void {
  const results = report.passed + report.failures.length + report.skips.length
  if (results === 0) failWith(report, 'This file asserts nothing.')
}
