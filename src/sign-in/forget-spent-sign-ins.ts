import { subDays } from 'date-fns'
import type { AnyContext } from '../context.ts'
import { deleteSpentSignIns } from './queries/sessions.ts'

/** Days that sessions and links which can no longer be used are kept, for questions about who was signed in when. */
const KEPT_DAYS = 30

/** Deletes sessions and sign-in links that have been useless for a month. */
export async function forgetSpentSignIns(ctx: AnyContext): Promise<void> {
  const before = subDays(ctx.now(), KEPT_DAYS)
  await ctx.db.transaction((tx) => deleteSpentSignIns(tx, before))
}
