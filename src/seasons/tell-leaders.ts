import type { Tx } from '../../db/client.ts'
import type { Context } from '../context.ts'
import { localDateOf } from '../engine/time/local-date-of.ts'
import { queueNotices } from '../notices/queue-notices.ts'
import { listLeaderIds } from './queries/people.ts'

/** Notices per statement: PostgreSQL takes 65,535 parameters. */
const BATCH = 1000

/** Tells everybody who is to guess when the season begins; nobody, once it has begun. */
export async function tellLeaders(
  tx: Tx,
  { actor, now }: Context,
  { id, name, fromOn, toOn }: { id: string; name: string; fromOn: string; toOn: string },
  kind: 'season-declared' | 'season-moved'
): Promise<void> {
  if (localDateOf(now(), actor.timeZone) >= fromOn) return
  const leaderIds = (await listLeaderIds(tx)).filter((leaderId) => leaderId !== actor.employeeId)
  const by = { id: actor.employeeId, name: actor.name }
  const facts = { seasonId: id, seasonName: name, fromOn, toOn, by, todo: 'guess' }
  const notices = leaderIds.map((employeeId) => ({ employeeId, kind, facts }))
  for (let from = 0; from < notices.length; from += BATCH)
    await queueNotices(tx, notices.slice(from, from + BATCH), now())
}
