import type { Tx } from '../../../db/client.ts'
import type { AnyContext } from '../../context.ts'
import { lockReporting, wouldCircle } from '../../directory/reporting.ts'
import { storeChanges } from '../../directory/store-changes.ts'
import type { Document } from '../protocol/document.ts'
import { clearManagerRef, findByAnyName, listWaitingFor } from '../queries/managers.ts'
import { findPersonRow, lockMany } from '../queries/people.ts'
import { emailOf } from './read-fields.ts'

/** A manager as said: who it is, or the name of one who is still to come. */
export interface FoundManager {
  id: string | null
  ref: string | null
}

export async function findManager(tx: Tx, said: string | undefined): Promise<FoundManager> {
  if (said === undefined) return { id: null, ref: null }
  const id = await findByAnyName(tx, said)
  return { id, ref: id === null ? said : null }
}

/** What others may call a person when they name them as a manager. */
export const namesOf = (id: string, document: Document): string[] =>
  [id, String(document.userName), emailOf(document), document.externalId].filter(
    (name): name is string => typeof name === 'string' && name !== ''
  )

/** Those who wait for somebody of these names, so that they can be locked with everybody else, in order. */
export async function thoseWaitingFor(tx: Tx, names: readonly string[]): Promise<string[]> {
  return (await listWaitingFor(tx, names)).map(({ id }) => id)
}

/** Identity providers bring people in any order: who came before their manager gets them now. */
export async function joinThoseWaiting(
  tx: Tx,
  ctx: AnyContext,
  managerId: string,
  document: Document
): Promise<void> {
  const names = namesOf(managerId, document)
  if ((await thoseWaitingFor(tx, names)).length === 0) return
  await lockReporting(tx)
  const waiting = await thoseWaitingFor(tx, names)
  await lockMany(tx, waiting)
  for (const id of waiting) {
    const row = await findPersonRow(tx, id)
    if (!row || (await wouldCircle(tx, id, managerId))) continue
    await storeChanges(tx, ctx, row.person, { managerId })
    await clearManagerRef(tx, id)
  }
}
