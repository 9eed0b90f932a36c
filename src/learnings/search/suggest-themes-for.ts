import type { Context } from '../../context.ts'
import { readLearning } from '../list-learnings.ts'
import { suggestThemes } from './suggest-themes.ts'

/**
 * The themes that a learning which was handed in would belong to, best first, five at most.
 *
 * @throws {LearningNotFound}
 */
export async function suggestThemesFor(ctx: Context, learningId: string) {
  const { triedTo, obstacle, customerWords, action } = await readLearning(ctx, learningId)
  return suggestThemes(ctx, [triedTo, obstacle, customerWords, action].join(' '))
}
