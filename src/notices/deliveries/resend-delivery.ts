import { recordAudit } from '../../audit/record-audit.ts'
import type { Context } from '../../context.ts'
import { deliveryState } from '../../engine/telling/delivery-state.ts'
import { DeliveryNotFailed, DeliveryNotFound } from '../errors.ts'
import { findDelivery, lockMessageOf, reviveMessage } from '../queries/deliveries.ts'
import { deliveryView } from './read-deliveries.ts'

/**
 * An administrator sends a dead letter again, with what shared its message: it has all its attempts anew, keeps its
 * Message-ID, and says what is true when it is sent.
 *
 * @throws {DeliveryNotFound} {@link DeliveryNotFailed}
 */
export async function resendDelivery(ctx: Context, deliveryId: string) {
  const now = ctx.now()
  return ctx.db.transaction(async (tx) => {
    const row = await lockMessageOf(tx, deliveryId)
    if (!row) throw new DeliveryNotFound({ deliveryId })
    const state = deliveryState(row, now)
    if (state !== 'failed') throw new DeliveryNotFailed({ state })
    await reviveMessage(tx, row.messageOf!, now)
    const { attempts, lastError } = row
    const what = { action: 'delivery.resent', objectType: 'delivery', objectId: row.id }
    await recordAudit(tx, ctx, { ...what, before: { attempts, lastError } })
    return deliveryView((await findDelivery(tx, row.id))!, now)
  })
}
