import type { Context } from '../context.ts'
import { listWebhooks } from './queries.ts'

/** Every webhook, oldest first, without its secrets. */
export async function readWebhooks(ctx: Context) {
  return listWebhooks(ctx.db)
}
