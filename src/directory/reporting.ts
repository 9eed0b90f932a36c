import type { Tx } from '../../db/client.ts'
import { isAbove, lockManagers } from './queries/people.ts'

/** Whoever changes who reports to whom takes this first, before any lock on people. */
export async function lockReporting(tx: Tx): Promise<void> {
  await lockManagers(tx)
}

/** Whether somebody would report to themselves in the end. */
export async function wouldCircle(tx: Tx, employeeId: string, managerId: string): Promise<boolean> {
  return isAbove(tx, managerId, employeeId)
}
