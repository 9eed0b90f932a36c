import { JobNotFound } from '../jobs/errors.ts'
import { type JobState, readJobs } from '../jobs/read-jobs.ts'
import { requestRun } from '../jobs/request-run.ts'
import { type Command, CommandFailed, UsageError } from './command.ts'
import { withDatabase } from './with-database.ts'

const at = (instant: Date | null | undefined) =>
  instant ? `${instant.toISOString().slice(0, 16).replace('T', ' ')}Z` : '-'

const HEADINGS = ['job', 'last run', 'next run', 'late', 'failed', 'why']

function rowOf({ name, lastRun, nextAt, lateSeconds, failedThisWeek }: JobState): string[] {
  const late = lateSeconds > 0 ? `${Math.ceil(lateSeconds / 60)} min` : '-'
  return [name, at(lastRun?.plannedAt), at(nextAt), late, String(failedThisWeek), lastRun?.failure ?? '']
}

function table(rows: string[][]): string {
  const widths = HEADINGS.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)))
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join('  ')
        .trimEnd()
    )
    .join('\n')
}

export const jobs: Command = {
  usage: '[run NAME]',
  summary: 'List what recurs (times in UTC, failures of seven days), or have one job run out of turn',
  run: async (world, { positionals: [verb, name] }) => {
    if (verb !== undefined && (verb !== 'run' || name === undefined)) {
      throw new UsageError('say nothing more to list the jobs, or: run NAME')
    }
    await withDatabase(world, async (ctx) => {
      if (name === undefined) return world.out(table([HEADINGS, ...(await readJobs(ctx)).map(rowOf)]))
      const { plannedAt } = await requestRun(ctx, name).catch((error: unknown) => {
        if (!(error instanceof JobNotFound)) throw error
        throw new CommandFailed(`There is no job "${name}". \`lyttepost jobs\` lists those there are.`)
      })
      world.out(`${name} is due since ${at(plannedAt)}; the running server begins it within a minute.`)
    })
  }
}
