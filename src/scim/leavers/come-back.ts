import type { Tx } from '../../../db/client.ts'
import type { AnyContext } from '../../context.ts'
import { reactivatePerson } from '../../directory/add-person.ts'
import { restorePeople } from '../../directory/suspend-people.ts'
import { followGroups } from '../groups/follow-groups.ts'
import { decideHeld } from '../queries/leavers.ts'
import { type PersonRow, setGiven } from '../queries/people.ts'

/** The identity provider says that somebody is here: again, or after all. The person is locked. */
export async function comeBack(tx: Tx, ctx: AnyContext, { person, said }: PersonRow): Promise<void> {
  if (person.suspendedAt !== null) {
    await restorePeople(tx, ctx, [person.id])
    await decideHeld(tx, [person.id], { decision: 'taken_back', decidedAt: ctx.now(), decidedBy: null })
    return
  }
  await reactivatePerson(tx, ctx, person)
  // Granted roles and teams led lapsed when they left; being a host did not.
  if (said)
    await setGiven(
      tx,
      person.id,
      said.given.filter((role) => role === 'host')
    )
  await followGroups(tx, ctx, [person.id])
}
