import { writeParticipationCsv } from '../reports/participation-csv.ts'
import { GROUPINGS } from '../reports/question.ts'
import { type Command, dayAt, UsageError } from './command.ts'
import { withDatabase } from './with-database.ts'

export const report: Command = {
  usage: `FROM TO [--by ${GROUPINGS.join('|')}]`,
  summary: 'Print participation from one day up to another as CSV; its sums are those of the ledger',
  options: { by: { type: 'string' } },
  run: async (world, args) => {
    const wanted = args.values.by ?? 'team'
    const by = GROUPINGS.find((known) => known === wanted)
    if (!by) throw new UsageError(`--by must be one of ${GROUPINGS.join(', ')}`)
    const period = { fromOn: dayAt(args, 0, 'FROM'), toOn: dayAt(args, 1, 'TO') }
    const { csv } = await withDatabase(world, (ctx) => writeParticipationCsv(ctx, { by, ...period }))
    world.out(csv.trimEnd())
  }
}
