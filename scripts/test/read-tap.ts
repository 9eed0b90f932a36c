import type { Readable } from 'node:stream'
import { Parser, type Result } from 'tap-parser'
import { fileEnded } from './marker.ts'

export interface Failure {
  /** Titles from the outermost test to the assertion. */
  readonly path: readonly string[]
  /** Tap's own account: diff, stack, place. Empty where there is only a sentence. */
  readonly diagnostics: Readonly<Record<string, unknown>>
}

/** What the stream of a test process tells, in order. */
export interface TapListener {
  passed(): void
  failed(failure: Failure): void
  /** A test that was left out, or is still to be written, with the reason given. */
  skipped(path: readonly string[], reason: string): void
  /** A line that is not TAP: someone printed. */
  text(line: string): void
  fileEnded(): void
}

interface Tally {
  results: number
  failures: number
}

/** Reads one process's TAP and counts assertions, not the lines by which tap sums up a test. */
export function readTap(stream: Readable, listener: TapListener): void {
  const parser = new Parser()
  parser.on('extra', (line: string) => {
    if (line.trim()) listener.text(line.trimEnd())
  })
  follow(parser, [], listener)
  stream.setEncoding('utf8')
  stream.on('data', (text: string) => void parser.write(text))
  stream.on('end', () => void parser.end())
}

function follow(parser: Parser, path: readonly string[], listener: TapListener): Tally {
  const tally: Tally = { results: 0, failures: 0 }
  let inner: Tally | undefined
  parser.on('child', (child: Parser) => {
    const name = child.name === fileEnded ? 'teardown of the file' : child.name
    inner = follow(child, [...path, name], listener)
  })
  parser.on('assert', (result: Result) => {
    const summary = inner
    inner = undefined
    if (summary) add(tally, summary)
    count(result, summary, [...path, result.name], tally, listener)
  })
  return tally
}

function add(tally: Tally, inner: Tally): void {
  tally.results += inner.results
  tally.failures += inner.failures
}

function count(
  result: Result,
  inner: Tally | undefined,
  path: string[],
  tally: Tally,
  listener: TapListener
): void {
  if (path.length === 1 && result.name === fileEnded) {
    if (!result.ok && !inner?.failures)
      listener.failed({ path: ['teardown'], diagnostics: diagnosticsOf(result) })
    listener.fileEnded()
    return
  }
  // Tap names our own test when a file never came to its end; the end of its process is told anyway.
  if (result.name.includes(fileEnded)) return
  const leftOut = result.skip || result.todo
  const judged = judge(result, inner)
  if (leftOut || judged !== 'summary') tally.results += 1
  if (leftOut) listener.skipped(path, leftOut === true ? '' : leftOut)
  else if (judged === 'passed') listener.passed()
  else if (judged !== 'summary') {
    tally.failures += 1
    listener.failed({ path, diagnostics: judged })
  }
}

/** A line that sums up a test says nothing new, unless nothing was asserted or it failed on its own account. */
function judge(result: Result, inner: Tally | undefined): 'passed' | 'summary' | Failure['diagnostics'] {
  if (!inner) return result.ok ? 'passed' : diagnosticsOf(result)
  if (!result.ok && inner.failures === 0) return diagnosticsOf(result)
  if (inner.results === 0) return { message: 'This test asserts nothing.' }
  return 'summary'
}

function diagnosticsOf(result: Result): Failure['diagnostics'] {
  return result.diag && typeof result.diag === 'object' ? result.diag : {}
}
