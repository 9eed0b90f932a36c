import type { Context } from '../context.ts'
import { readHeld } from './leavers/decide-held.ts'
import { readDefaults } from './people/defaults.ts'
import { readIncomplete } from './people/incomplete.ts'
import { readCounts } from './queries/state.ts'
import { listTokens } from './queries/tokens.ts'

/** How provisioning stands: tokens, how far it has come, who waits for an administrator. */
export async function readProvisioning(ctx: Context) {
  const counts = await readCounts(ctx.db)
  const tokens = await listTokens(ctx.db)
  const held = await readHeld(ctx)
  const incomplete = await readIncomplete(ctx)
  const defaults = await readDefaults(ctx)
  return { ...counts, tokens, held, incompleteCount: incomplete.length, defaults }
}
