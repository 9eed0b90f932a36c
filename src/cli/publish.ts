import { publishDraft } from '../rotations/publish-draft.ts'
import { readDraftSummary } from '../rotations/read-drafts.ts'
import { type Command, UsageError, wordAt } from './command.ts'
import { withDatabase } from './with-database.ts'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

export const publish: Command = {
  usage: 'DRAFT [--override-leaders "REASON"]',
  summary: 'Make a draft firm, all or nothing; everybody touched gets a notice',
  options: { 'override-leaders': { type: 'string' } },
  run: async (world, args) => {
    const draftId = wordAt(args, 0, 'DRAFT')
    if (!UUID.test(draftId))
      throw new UsageError(`DRAFT must be the id that "lyttepost plan" printed, not "${draftId}"`)
    const reason = args.values['override-leaders']
    if (typeof reason === 'string' && reason.trim() === '')
      throw new UsageError('--override-leaders needs the reason, in quotes')
    const override = typeof reason === 'string' ? { leadersOverride: reason } : {}
    const { isNew, publicationId } = await withDatabase(world, async (ctx) => {
      const { rotationId } = await readDraftSummary(ctx, draftId)
      return publishDraft(ctx, { rotationId, draftId, ...override })
    })
    world.err(isNew ? 'Published.' : 'It was published before.')
    world.out(publicationId)
  }
}
