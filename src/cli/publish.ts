import { publishDraft } from '../rotations/publish-draft.ts'
import { readDraftSummary } from '../rotations/read-drafts.ts'
import { type Command, UsageError, wordAt } from './command.ts'
import { withDatabase } from './with-database.ts'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

export const publish: Command = {
  usage: 'DRAFT',
  summary: 'Make a draft firm, all or nothing; everybody touched gets a notice',
  run: async (world, args) => {
    const draftId = wordAt(args, 0, 'DRAFT')
    if (!UUID.test(draftId))
      throw new UsageError(`DRAFT must be the id that "lyttepost plan" printed, not "${draftId}"`)
    const { isNew, publicationId } = await withDatabase(world, async (ctx) => {
      const { rotationId } = await readDraftSummary(ctx, draftId)
      return publishDraft(ctx, { rotationId, draftId })
    })
    world.err(isNew ? 'Published.' : 'It was published before.')
    world.out(publicationId)
  }
}
