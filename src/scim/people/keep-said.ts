import type { Tx } from '../../../db/client.ts'
import type { AnyContext } from '../../context.ts'
import { ENTERPRISE } from '../protocol/attributes.ts'
import { type Document, isComplex } from '../protocol/document.ts'
import { putSaid } from '../queries/people.ts'

/** The part of a resource that is kept as it was said; the rest is read from the person. */
function kept({
  userName: _,
  externalId,
  active,
  schemas,
  id,
  meta,
  groups,
  ...document
}: Document): Document {
  const { [ENTERPRISE]: enterprise, ...rest } = document
  if (!isComplex(enterprise)) return rest
  const { manager, ...others } = enterprise
  return Object.keys(others).length === 0 ? rest : { ...rest, [ENTERPRISE]: others }
}

interface Beside {
  assumed?: Record<string, string>
  managerRef?: string | null
  deletedAt?: Date | null
}

/** Keeps what the provider says of a person, so that it is given back as it was said. */
export async function keepSaid(
  tx: Tx,
  ctx: AnyContext,
  employeeId: string,
  document: Document,
  beside: Beside = {}
): Promise<void> {
  const now = ctx.now()
  await putSaid(tx, {
    employeeId,
    userName: String(document.userName),
    externalId: typeof document.externalId === 'string' ? document.externalId : null,
    resource: kept(document),
    createdAt: now,
    changedAt: now,
    ...beside
  })
}
