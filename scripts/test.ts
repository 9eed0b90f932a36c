import { availableParallelism, tmpdir } from 'node:os'
import { parseArgs } from 'node:util'
import type { FileReport } from './test/file-report.ts'
import { pickFiles } from './test/files.ts'
import { memoryFolder } from './test/memory-folder.ts'
import { printReport } from './test/print.ts'
import { type ServerSource, serverSource } from './test/server.ts'
import { workThrough } from './test/worker-process.ts'

/**
 * npm test [-- part-of-a-path …] [--web] [--limit seconds]
 *
 * The tap command starts three loaders per file: 4.7 s a file here. Importing many files into few processes takes a
 * tenth of that, and one database server serves them all.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { web: { type: 'boolean', default: false }, limit: { type: 'string', default: '600' } }
})

/** More processes than this only wait for each other: each costs 2.3 s to start, and the server needs a core too. */
const mostProcesses = 2

const startedAt = performance.now()
// Asked for by whatever makes a temporary folder, here and in the processes that we start.
process.env.TMPDIR = memoryFolder() ?? tmpdir()
const server = serverSource(process.env.DATABASE_URL)
stopOnSignal(server)
const files = pickFiles(process.cwd(), positionals, values.web)
const reports: FileReport[] = []
await runAll(files)
await server.stop()
summarise()

async function runAll(queue: string[]): Promise<void> {
  const processes = Math.min(mostProcesses, availableParallelism(), queue.length)
  const options = { limitMillis: Number(values.limit) * 1000, server, onReport }
  await Promise.all(Array.from({ length: processes }, () => workThrough(queue, options)))
}

function onReport(report: FileReport): void {
  reports.push(report)
  printReport(report)
}

function summarise(): void {
  const passed = sum(reports, (report) => report.passed)
  const skipped = sum(reports, (report) => report.skips.length)
  const failed = sum(reports, (report) => report.failures.length) + (reports.length === 0 ? 1 : 0)
  if (reports.length === 0)
    console.log(`No test file matches ${positionals.join(', ') || 'test/**/*.test.ts'}`)
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
  console.log(`${reports.length} files in ${seconds} s${skipped > 0 ? `, ${skipped} tests skipped` : ''}`)
  console.log(`${passed} passed, ${failed} failed`)
  process.exitCode = failed > 0 ? 1 : 0
}

function sum(all: readonly FileReport[], of: (report: FileReport) => number): number {
  return all.reduce((total, report) => total + of(report), 0)
}

/** Ctrl-C leaves no server and no temporary folder behind. */
function stopOnSignal(source: ServerSource): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void source.stop().finally(() => process.exit(130)))
  }
}
