import { EMPLOYEE_COLUMNS } from '../directory/csv/columns.ts'
import { ImportNotValid } from '../directory/errors.ts'
import { type ImportResult, importEmployees } from '../directory/import-employees.ts'
import { type Command, CommandFailed, wordAt } from './command.ts'
import { readCsv } from './read-csv.ts'
import { withDatabase } from './with-database.ts'

const WIDTH = Math.max(...EMPLOYEE_COLUMNS.map(({ name }) => name.length))

const columnHelp = EMPLOYEE_COLUMNS.map(
  ({ name, isRequired, description }) => `  ${name.padEnd(WIDTH)} ${isRequired ? '*' : ' '} ${description}`
).join('\n')

interface Complaints {
  total: number
  lines: { line: number; field: string; value?: string; remedy: string }[]
}

/** One line of the file a line, so that it can be read beside the file. */
function tellComplaints({ total, lines }: Complaints): string {
  const told = lines.map(({ line, field, value, remedy }) => {
    const found = value === undefined ? '' : ` ${JSON.stringify(value)}:`
    return `line ${line}, ${field}:${found} ${remedy}`
  })
  const more = total > lines.length ? [`… and ${total - lines.length} more`] : []
  return [...told, ...more, `Nothing was imported; ${total} cells need a correction.`].join('\n')
}

function tellResult(result: ImportResult): string {
  const { added, changed, unchanged, reactivated, deactivated, teamsAdded, dryRun } = result
  const counts = { added, changed, unchanged, reactivated, deactivated, 'teams added': teamsAdded }
  const told = Object.entries(counts).map(([name, count]) => `${count} ${name}`)
  return `${dryRun ? 'Dry run, nothing was written: ' : ''}${told.join(', ')}`
}

export const importCommand: Command = {
  usage: 'FILE.csv [--dry-run] [--deactivate-missing] [--force]',
  summary: 'Add and change employees from a CSV file, all or nothing; --columns lists its columns',
  options: {
    'dry-run': { type: 'boolean' },
    'deactivate-missing': { type: 'boolean' },
    force: { type: 'boolean' },
    columns: { type: 'boolean' }
  },
  run: async (world, args) => {
    if (args.values.columns) return world.out(`Columns (* is required):\n${columnHelp}`)
    const csv = await readCsv(wordAt(args, 0, 'FILE.csv'))
    const options = {
      dryRun: args.values['dry-run'] === true,
      deactivateMissing: args.values['deactivate-missing'] === true,
      force: args.values.force === true
    }
    try {
      world.out(tellResult(await withDatabase(world, (ctx) => importEmployees(ctx, csv, options))))
    } catch (error) {
      if (!(error instanceof ImportNotValid)) throw error
      throw new CommandFailed(tellComplaints(error.details as Complaints))
    }
  }
}
