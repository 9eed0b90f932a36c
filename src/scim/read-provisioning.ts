import type { Context } from '../context.ts'
import { readHeld } from './leavers/decide-held.ts'
import { readDefaults } from './people/defaults.ts'
import { readIncomplete } from './people/incomplete.ts'
import { readCounts } from './queries/state.ts'
import { listTokens } from './queries/tokens.ts'

/** How provisioning stands: tokens, how far it has come, who waits for an administrator. */
export async function readProvisioning(ctx: Context) {
  const [counts, tokens, held, incomplete, defaults] = await Promise.all([
    readCounts(ctx.db),
    listTokens(ctx.db),
    readHeld(ctx),
    readIncomplete(ctx),
    readDefaults(ctx)
  ])
  return { ...counts, tokens, held, incompleteCount: incomplete.length, defaults }
}
