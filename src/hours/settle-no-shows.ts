import type { Tx } from '../../db/client.ts'
import type { Context } from '../context.ts'
import { queueNotices } from '../notices/queue-notices.ts'
import { noShowFacts } from './no-show-facts.ts'
import { listRaised, updateNoShow } from './queries/attendance.ts'

/** Hours entered for a seat are an answer to a no-show raised about it; whoever raised it is told. */
export async function settleNoShows(tx: Tx, { actor, now }: Context, assignmentIds: string[]): Promise<void> {
  for (const noShow of await listRaised(tx, assignmentIds)) {
    await updateNoShow(tx, noShow.id, { answeredAt: now(), answer: 'Hours were entered.' })
    const raiserId = noShow.raisedBy.id
    if (raiserId === actor.employeeId) continue
    const facts = { ...noShowFacts(noShow), answer: 'Hours were entered.' }
    await queueNotices(tx, [{ employeeId: raiserId, kind: 'no-show-answered', facts }], now())
  }
}
