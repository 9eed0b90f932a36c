import { ACTIVITY_FIELDS, FIELD_HELP, HELP_DESKS } from '../activity/csv/help-desks.ts'
import { ActivityFileNotValid } from '../activity/errors.ts'
import { type ImportedActivity, importActivity } from '../activity/import-activity.ts'
import type { Complaint } from '../directory/csv/complaint.ts'
import { Refusal } from '../lib/errors.ts'
import { type Command, CommandFailed, UsageError, wordAt } from './command.ts'
import { readCsv } from './read-csv.ts'
import { withDatabase } from './with-database.ts'

const fieldHelp = ACTIVITY_FIELDS.map((field) => `  ${field.padEnd(8)} ${FIELD_HELP[field]}`).join('\n')

/** One refused line a line, so that it can be read beside the file. */
function tell({
  dryRun,
  added,
  changed,
  unchanged,
  skipped,
  refused,
  refusedCount,
  proposals
}: ImportedActivity): string {
  const more = refusedCount > refused.length ? [`… and ${refusedCount - refused.length} more`] : []
  const lines = [...refused.map(({ line, reason, remedy }) => `line ${line}, ${reason}: ${remedy}`), ...more]
  const counts = { added, changed, unchanged, refused: refusedCount, 'not of the team': skipped }
  const told = Object.entries(counts).map(([name, count]) => `${count} ${name}`)
  const shifts = `hours proposed for ${proposals.length} ${proposals.length === 1 ? 'shift' : 'shifts'}`
  return [...lines, `${dryRun ? 'Dry run, nothing was written: ' : ''}${told.join(', ')}; ${shifts}`].join(
    '\n'
  )
}

function explained(error: unknown): unknown {
  if (error instanceof ActivityFileNotValid) {
    const { lines } = error.details as { lines: Complaint[] }
    return new CommandFailed(
      lines.map(({ line, field, remedy }) => `line ${line}, ${field}: ${remedy}`).join('\n')
    )
  }
  return error instanceof Refusal ? new UsageError(error.message) : error
}

export const importActivityCommand: Command = {
  usage: `FILE.csv --from ${HELP_DESKS.join('|')} [--dry-run] [--zone Europe/Oslo] [--map FIELD=COLUMN,…]`,
  summary: 'Take an export of a help desk: it proposes hours for shifts; --columns lists the fields of --map',
  options: {
    from: { type: 'string' },
    'dry-run': { type: 'boolean' },
    zone: { type: 'string' },
    map: { type: 'string' },
    columns: { type: 'boolean' }
  },
  run: async (world, args) => {
    const { from: wanted, zone, map, columns } = args.values
    if (columns) return world.out(`Fields of --map:\n${fieldHelp}`)
    const csv = await readCsv(wordAt(args, 0, 'FILE.csv'))
    const from = HELP_DESKS.find((known) => known === wanted)
    if (!from) throw new UsageError(`--from must be one of ${HELP_DESKS.join(', ')}`)
    const options = {
      ...{ from, dryRun: args.values['dry-run'] === true },
      ...(typeof zone === 'string' && { zone }),
      ...(typeof map === 'string' && { map })
    }
    try {
      world.out(tell(await withDatabase(world, (ctx) => importActivity(ctx, csv, options))))
    } catch (error) {
      throw explained(error)
    }
  }
}
