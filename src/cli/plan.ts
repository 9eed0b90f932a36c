import { createDraft } from '../rotations/create-draft.ts'
import { readDraftSummary } from '../rotations/read-drafts.ts'
import { readRotationNamed } from '../rotations/rotations.ts'
import { type Command, dayAt, UsageError, wordAt } from './command.ts'
import { withDatabase } from './with-database.ts'

function seedOf(value: string | boolean | undefined): { seed?: number } {
  if (value === undefined) return {}
  const seed = Number(value)
  if (!Number.isInteger(seed) || seed < 0) throw new UsageError('--seed must be a whole number')
  return { seed }
}

export const plan: Command = {
  usage: '"ROTATION" FROM TO [--repair] [--seed S]',
  summary:
    'Draft a rotation from one day up to another, or repair what is published; nobody owes anything until it is published',
  options: { repair: { type: 'boolean' }, seed: { type: 'string' } },
  run: async (world, args) => {
    const name = wordAt(args, 0, 'ROTATION')
    const period = { fromOn: dayAt(args, 1, 'FROM'), toOn: dayAt(args, 2, 'TO') }
    const mode = args.values.repair ? ('repair' as const) : ('plan' as const)
    const wanted = { ...period, mode, ...seedOf(args.values.seed) }
    const draft = await withDatabase(world, async (ctx) => {
      const rotation = await readRotationNamed(ctx.db, name)
      return readDraftSummary(ctx, await createDraft(ctx, rotation.id, wanted))
    })
    const gap = `${(100 * (draft.gap ?? 0)).toFixed(2)}%`
    world.err(
      `Score ${Math.round(draft.score?.total ?? 0)}, at most ${gap} above the best possible; ${draft.openSeats} seats open.`
    )
    world.err(`Publish it with: lyttepost publish ${draft.id}`)
    world.out(draft.id)
  }
}
