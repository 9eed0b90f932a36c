import type { Queryable } from '../../db/client.ts'
import { addDays } from '../engine/time/add-days.ts'
import type { LocalDate } from '../engine/time/local.ts'
import { listHolders } from './queries.ts'
import { type Owed, readOwedByPeriod } from './read-due.ts'
import type { QuotaColumns } from './wanted-quota.ts'

/** Three times the weeks of our default quota: long enough to tell a change from rounding. */
const HORIZON_DAYS = 84

export interface DueChange {
  employeeId: string
  beforeMinutes: number
  afterMinutes: number
}

export interface QuotaEffect {
  /** The days compared. */
  fromOn: LocalDate
  toOn: LocalDate
  /** Of everybody whom the quota could reach. */
  people: DueChange[]
  /** Of the whole company. */
  totalBefore: number
  totalAfter: number
}

const stillDue = ({ dueMinutes, waivedMinutes }: Owed) => dueMinutes - waivedMinutes

/**
 * What people would owe with a quota and owe without it, exempt days left out: over twelve weeks from its first day or
 * from today, whichever is later, or until it ends. Writes nothing.
 */
export async function quotaEffect(
  db: Queryable,
  quota: QuotaColumns,
  today: LocalDate
): Promise<QuotaEffect> {
  const days = horizonOf(quota, today)
  const [before] = await readOwedByPeriod(db, { periods: [days] })
  const [after] = await readOwedByPeriod(db, { periods: [days], supposed: [quota] })
  const reached = new Set(await listHolders(db, quota))
  const all = [...before!].map(([employeeId, owed]) => ({
    employeeId,
    beforeMinutes: stillDue(owed),
    afterMinutes: stillDue(after!.get(employeeId) ?? owed)
  }))
  return {
    ...days,
    people: all.filter(({ employeeId }) => reached.has(employeeId)),
    totalBefore: all.reduce((sum, { beforeMinutes }) => sum + beforeMinutes, 0),
    totalAfter: all.reduce((sum, { afterMinutes }) => sum + afterMinutes, 0)
  }
}

/** What everybody whom a quota could reach owes on some days, exempt days left out. */
export async function dueDuring(
  db: Queryable,
  days: { fromOn: LocalDate; toOn: LocalDate },
  quota: Pick<QuotaColumns, 'teamId' | 'employeeId'>
): Promise<Map<string, number>> {
  const employeeIds = await listHolders(db, quota)
  const [owed] = await readOwedByPeriod(db, { employeeIds, periods: [days] })
  return new Map([...owed!].map(([id, each]) => [id, stillDue(each)]))
}

/** A quota that is wholly past is compared over its own days. */
export function horizonOf({ fromOn, toOn }: Pick<QuotaColumns, 'fromOn' | 'toOn'>, today: LocalDate) {
  const isPast = toOn !== null && toOn <= today
  const start = isPast || fromOn > today ? fromOn : today
  const end = addDays(start, HORIZON_DAYS)
  return { fromOn: start, toOn: toOn !== null && toOn < end ? toOn : end }
}
