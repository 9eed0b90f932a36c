import { subDays } from 'date-fns'
import type { AnyContext } from '../context.ts'
import { deleteLogoutTokens } from './queries/identities.ts'
import { deleteLinkRequests } from './queries/link-requests.ts'
import { deleteSpentSignIns } from './queries/sessions.ts'

/** Days that sessions and links which can no longer be used are kept, for questions about who was signed in when. */
const KEPT_DAYS = 30

/** Deletes sessions and sign-in links that have been useless for a month, and what was only counted for some minutes. */
export async function forgetSpentSignIns(ctx: AnyContext): Promise<void> {
  const before = subDays(ctx.now(), KEPT_DAYS)
  const yesterday = subDays(ctx.now(), 1)
  await ctx.db.transaction(async (tx) => {
    await deleteSpentSignIns(tx, before)
    await deleteLinkRequests(tx, yesterday)
    await deleteLogoutTokens(tx, yesterday)
  })
}
