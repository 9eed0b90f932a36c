import type { Tx } from '../../db/client.ts'
import type { Context } from '../context.ts'
import { groupBy } from '../engine/facts/group-by.ts'
import { queueNotices } from '../notices/queue-notices.ts'

interface Entered {
  employeeId: string
  startsAt: Date
  endsAt: Date
}

/** Rows per statement. */
const BATCH = 1000

/** Tells people of absences that the actor has entered for them, each person of all of theirs; nobody of their own. */
export async function tellOfAbsences(
  tx: Tx,
  { actor, now }: Context,
  entered: readonly Entered[]
): Promise<void> {
  const by = { id: actor.employeeId, name: actor.name }
  const others = entered.filter(({ employeeId }) => employeeId !== actor.employeeId)
  const notices = [...groupBy(others, ({ employeeId }) => employeeId)].map(([employeeId, own]) => ({
    employeeId,
    kind: 'absence-imported',
    facts: { by, absences: own.map(({ startsAt, endsAt }) => ({ startsAt, endsAt })), todo: 'check-it' }
  }))
  for (let from = 0; from < notices.length; from += BATCH)
    await queueNotices(tx, notices.slice(from, from + BATCH), now())
}
