import type { Tx } from '../../../db/client.ts'
import type { AnyContext } from '../../context.ts'
import { lockReporting } from '../../directory/reporting.ts'
import { lockToLeave } from '../../directory/suspend-people.ts'
import { ScimProblem } from '../protocol/scim-problem.ts'
import { lockGroupsOf } from '../queries/groups.ts'
import { findPersonRow, isId, lockMany, type PersonRow } from '../queries/people.ts'
import { thoseWaitingFor } from './find-manager.ts'
import { refusingTaken } from './refusing-taken.ts'

/** What a change will touch beside the person, and so has to lock, before the person. */
export interface Needs {
  /** Who reports to whom. */
  reporting: boolean
  /** Names by which others may wait for this person. */
  names: string[]
  /** The person ends, which administrators have to be locked for. */
  leaving: boolean
  /** The groups that the person is in. */
  groups?: true
}

/** Things moved between the look and the lock, so that more has to be locked than was seen. */
class MoreNeeded extends Error {}

export const noSuchPerson = () => new ScimProblem(404, undefined, 'There is no such user.')

const covers = (held: Needs, needed: Needs): boolean =>
  (held.reporting || !needed.reporting) &&
  (held.leaving || !needed.leaving) &&
  needed.names.every((name) => held.names.includes(name))

/**
 * Looks first what a change needs, takes the locks in one order (groups, reporting, people by id), looks again
 * under the lock, and does it. So nobody waits for somebody who waits for them.
 *
 * @throws {ScimProblem} 404
 */
export async function lockingAhead(
  ctx: AnyContext,
  id: string,
  needsOf: (row: PersonRow) => Needs,
  work: (tx: Tx, row: PersonRow) => Promise<PersonRow>
): Promise<PersonRow> {
  const seen = isId(id) ? await findPersonRow(ctx.db, id) : null
  if (!seen) throw noSuchPerson()
  const first = needsOf(seen)
  for (const held of [first, { ...first, reporting: true, leaving: true }]) {
    try {
      return await refusingTaken(() =>
        ctx.db.transaction(async (tx) => {
          await lockAll(tx, seen.person.id, held)
          const row = await findPersonRow(tx, seen.person.id)
          if (!row) throw noSuchPerson()
          if (!covers(held, needsOf(row))) throw new MoreNeeded()
          return work(tx, row)
        })
      )
    } catch (error) {
      if (!(error instanceof MoreNeeded)) throw error
    }
  }
  throw new ScimProblem(503, undefined, 'Two requests were in each other’s way. Send it again.')
}

async function lockAll(tx: Tx, id: string, { reporting, names, leaving, groups }: Needs): Promise<void> {
  if (groups) await lockGroupsOf(tx, id)
  if (reporting) await lockReporting(tx)
  const people = [id, ...(names.length > 0 ? await thoseWaitingFor(tx, names) : [])]
  if (leaving) await lockToLeave(tx, people)
  else await lockMany(tx, people)
}
