import type { Tx } from '../../db/client.ts'
import type { AnyContext } from '../context.ts'
import { queueEvents } from '../webhooks/queue-events.ts'
import { insertAuditEntries } from './queries/entries.ts'

export interface AuditedChange {
  /** What happened, as `object.verb-in-past`: `rotation.published`. */
  action: string
  objectType: string
  objectId: string
  before?: unknown
  after?: unknown
}

/**
 * Writes down who did what, in the transaction of the change itself: no change without its entry. Webhooks that want to
 * hear of it are told from here, so that they miss nothing that is audited.
 */
export async function recordAudit(tx: Tx, ctx: AnyContext, change: AuditedChange): Promise<void> {
  await recordAudits(tx, ctx, [change])
}

/** The same for a change of many objects, such as an import. */
export async function recordAudits(tx: Tx, ctx: AnyContext, changes: AuditedChange[]): Promise<void> {
  const common = { at: ctx.now(), requestId: ctx.requestId, ...whoOf(ctx) }
  await insertAuditEntries(
    tx,
    changes.map((change) => ({ ...change, ...common }))
  )
  await queueEvents(tx, changes, common.at)
}

/** Who acts, with which roles at this moment, and by which way. */
function whoOf({ actor, via, requestId }: AnyContext) {
  if (!actor) return { actorId: null, actedAs: null, via: via ?? (requestId === null ? 'system' : 'nobody') }
  const actedAs = [...actor.roles].sort().join(' ')
  return { actorId: actor.employeeId, actedAs, via: via ?? (actor.keyId ? 'key' : 'session') }
}
