import { addDays } from 'date-fns'
import type { Tx } from '../../db/client.ts'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { ANSWER_DAYS } from '../engine/insight/answer-window.ts'
import { checkTicketUrl } from './check-ticket-url.ts'
import {
  AreaNotOffered,
  LearningHasFixIt,
  LearningNotFound,
  LearningNotYours,
  LearningWindowClosed
} from './errors.ts'
import { readLearningIn } from './list-learnings.ts'
import { maskLearning } from './mask-learning.ts'
import { hasFixIt, isAreaOffered, leaveTheme, lockEmployee, lockLearning, updateLearning } from './queries.ts'
import type { NewLearning } from './submit-learning.ts'

type Clearable = 'areaId' | 'customerWords' | 'ticketUrl' | 'action'

/** Null clears a field. */
export type LearningChanges = Partial<Omit<NewLearning, Clearable | 'themeId'>> & {
  [Field in Clearable]?: string | null
}

/**
 * Who handed a learning in changes it while its shift's window is open. Obvious personal data is masked as before, and
 * the answer says where.
 *
 * @throws {LearningNotFound} {@link LearningNotYours} {@link LearningWindowClosed} {@link AreaNotOffered}
 *   {@link TicketUrlNotValid} {@link TicketUrlHasPersonalData}
 */
export async function changeLearning(ctx: Context, learningId: string, changes: LearningChanges) {
  checkTicketUrl(changes.ticketUrl)
  const { texts, masked } = maskLearning(changes)
  return ctx.db.transaction(async (tx) => {
    const { id } = await lockOwnLearning(tx, ctx, learningId)
    const { areaId } = changes
    if (typeof areaId === 'string' && !(await isAreaOffered(tx, areaId))) throw new AreaNotOffered({ areaId })
    const changed = Object.keys(changes)
    if (changed.length > 0) {
      await updateLearning(tx, id, { ...changes, ...texts, editedAt: ctx.now() })
      // Not the texts: what is erased from the learning must not live on here.
      await recordAudit(tx, ctx, {
        ...{ action: 'learning.changed', objectType: 'learning', objectId: id },
        after: { changed, masked }
      })
    }
    return { ...(await readLearningIn(tx, id)), masked }
  })
}

/**
 * Who handed a learning in takes it back: its texts are gone for good, and it leaves its theme.
 *
 * @throws {LearningNotFound} {@link LearningNotYours} {@link LearningWindowClosed} {@link LearningHasFixIt}
 */
export async function withdrawLearning(ctx: Context, learningId: string): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const { id } = await lockOwnLearning(tx, ctx, learningId)
    if (await hasFixIt(tx, id)) throw new LearningHasFixIt({ learningId: id })
    const withdrawnAt = ctx.now()
    const gone = { triedTo: '', obstacle: '', customerWords: null, ticketUrl: null, action: null }
    await leaveTheme(tx, id, { leftAt: withdrawnAt, leftBy: ctx.actor.employeeId })
    await updateLearning(tx, id, { ...gone, withdrawnAt })
    await recordAudit(tx, ctx, { action: 'learning.withdrawn', objectType: 'learning', objectId: id })
  })
}

async function lockOwnLearning(tx: Tx, { actor, now }: Context, learningId: string) {
  await lockEmployee(tx, actor.employeeId)
  const learning = await lockLearning(tx, learningId)
  if (!learning) throw new LearningNotFound({ learningId })
  if (learning.employeeId !== actor.employeeId) throw new LearningNotYours({ learningId })
  const closedAt = addDays(learning.shiftEndsAt, ANSWER_DAYS)
  if (now() >= closedAt) throw new LearningWindowClosed({ closedAt })
  return learning
}
