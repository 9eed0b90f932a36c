import type { Queryable } from '../../db/client.ts'
import type { Actor } from '../context.ts'
import { may } from '../permissions.ts'
import { CardNotYours } from './errors.ts'
import { findIsHost } from './queries/cards.ts'

/** Whether somebody writes cards: hosts, who know the work, leads, and administrators. */
export async function mayWriteCard(db: Queryable, actor: Actor): Promise<boolean> {
  return may(actor, 'card.write', { also: { host: await findIsHost(db, actor.employeeId) } })
}

/** @throws {CardNotYours} */
export async function checkMayWriteCard(db: Queryable, actor: Actor): Promise<void> {
  if (!(await mayWriteCard(db, actor))) throw new CardNotYours()
}
