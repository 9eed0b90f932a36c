import type { Context } from '../context.ts'
import { localDateOf } from '../engine/time/local-date-of.ts'
import { countWantedSeats } from '../rotations/count-wanted-seats.ts'
import { listEmployeeNames } from './queries.ts'
import { type DueChange, quotaEffect } from './quota-effect.ts'
import {
  findHolder,
  readWanted,
  refuseForeign,
  refuseWaiver,
  type WantedQuota,
  warningOf
} from './wanted-quota.ts'

/** People named one by one; the counts and sums are of all. */
const MOST_NAMED = 200

/**
 * What a quota would change, before it is set: what people would owe, who gets more or less, and how many of the seats
 * that rotations want could be filled from hours due. Writes nothing.
 *
 * @throws {QuotaNotYours} {@link QuotaNotValid} {@link QuotaHolderNotFound} {@link ExecutiveQuotaNotZero}
 */
export async function previewQuota(ctx: Context, wanted: WantedQuota) {
  const quota = readWanted(wanted)
  return ctx.db.transaction(
    async (tx) => {
      const holder = await findHolder(tx, quota)
      refuseForeign(ctx, quota.scope, holder)
      refuseWaiver(quota, holder)
      const today = localDateOf(ctx.now(), ctx.actor.timeZone)
      const { fromOn, toOn, people, totalBefore, totalAfter } = await quotaEffect(tx, quota, today)
      const { seats, minutes } = await countWantedSeats(tx, { fromOn, toOn })
      const fillable = (due: number) => (seats === 0 ? 0 : Math.floor(due / (minutes / seats)))
      const changed = people.filter(({ beforeMinutes, afterMinutes }) => beforeMinutes !== afterMinutes)
      const named = changed.toSorted(byChange).slice(0, MOST_NAMED)
      const names = await listEmployeeNames(
        tx,
        named.map(({ employeeId }) => employeeId)
      )
      return {
        ...warningOf(quota),
        ...{ fromOn, toOn },
        dueMinutesBefore: sum(people.map(({ beforeMinutes }) => beforeMinutes)),
        dueMinutesAfter: sum(people.map(({ afterMinutes }) => afterMinutes)),
        more: changed.filter(({ beforeMinutes, afterMinutes }) => afterMinutes > beforeMinutes).length,
        less: changed.filter(({ beforeMinutes, afterMinutes }) => afterMinutes < beforeMinutes).length,
        unchanged: people.length - changed.length,
        people: named.map(({ employeeId, beforeMinutes, afterMinutes }) => ({
          employee: { id: employeeId, name: names.get(employeeId) ?? '' },
          beforeMinutes,
          afterMinutes
        })),
        seats: { wanted: seats, fillableBefore: fillable(totalBefore), fillableAfter: fillable(totalAfter) }
      }
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' }
  )
}

const sum = (numbers: number[]) => numbers.reduce((total, each) => total + each, 0)

const changeOf = ({ beforeMinutes, afterMinutes }: DueChange) => Math.abs(afterMinutes - beforeMinutes)

/** The greatest change first, then by id, so that the same question has the same answer. */
function byChange(a: DueChange, b: DueChange): number {
  return changeOf(b) - changeOf(a) || (a.employeeId < b.employeeId ? -1 : 1)
}
