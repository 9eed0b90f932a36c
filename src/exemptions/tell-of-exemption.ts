import type { Tx } from '../../db/client.ts'
import type { Context } from '../context.ts'
import { queueNotices } from '../notices/queue-notices.ts'
import type { ExemptionRow } from './queries.ts'

export type ExemptionNotice =
  | 'exemption-asked'
  | 'exemption-granted'
  | 'exemption-refused'
  | 'exemption-withdrawn'

/** Tells these people what became of an exemption; nobody is told of what they did themselves, and nobody why it was asked. */
export async function tellOfExemption(
  tx: Tx,
  { actor, now }: Context,
  row: Pick<ExemptionRow, 'id' | 'employeeId' | 'employeeName' | 'fromOn' | 'toOn'>,
  kind: ExemptionNotice,
  to: readonly string[],
  more: Record<string, unknown> = {}
): Promise<void> {
  const { id, employeeId, employeeName, fromOn, toOn } = row
  const by = { id: actor.employeeId, name: actor.name }
  const facts = {
    exemptionId: id,
    employee: { id: employeeId, name: employeeName },
    fromOn,
    toOn,
    by,
    ...more
  }
  const readers = [...new Set(to)].filter((reader) => reader !== actor.employeeId)
  await queueNotices(
    tx,
    readers.map((reader) => ({ employeeId: reader, kind, facts })),
    now()
  )
}
