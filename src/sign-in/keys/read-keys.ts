import type { Context } from '../../context.ts'
import { listKeys } from '../queries/keys.ts'

/** The actor's keys that are not revoked, oldest first, with when each was last used, to the hour. */
export async function readMyKeys(ctx: Context) {
  return listKeys(ctx.db, ctx.actor.employeeId)
}

/** Everybody's, for administrators. */
export async function readAllKeys(ctx: Context) {
  return listKeys(ctx.db, null)
}
