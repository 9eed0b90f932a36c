import type { Context } from '../context.ts'
import { daysBetween } from '../engine/time/days-between.ts'
import { isLocalDate } from '../engine/time/is-local-date.ts'
import { pageOf, readInstantCursor } from '../lib/paging.ts'
import { may } from '../permissions.ts'
import { DuePeriodNotValid } from './errors.ts'
import { listQuotas } from './queries.ts'
import { readOwedByPeriod } from './read-due.ts'

type QuotaRow = Awaited<ReturnType<typeof listQuotas>>[number]

/** Quotas the actor may see, newest first: HR all, a lead those of the own teams and their people, everybody the own. */
export async function readQuotas(
  ctx: Context,
  { cursor, limit = 50, ...of }: { cursor?: string; limit?: number; teamId?: string; employeeId?: string }
) {
  const { employeeId, teamId, leads } = ctx.actor
  const seesAll = may(ctx.actor, 'quota.see-all')
  const reach = seesAll ? null : { employeeId, teamIds: [teamId, ...leads], leads }
  const rows = await listQuotas(ctx.db, reach, {
    ...of,
    after: readInstantCursor(cursor),
    limit: limit + 1
  })
  const page = pageOf(rows, limit, ({ createdAt, id }) => ({ key: createdAt.toISOString(), id }))
  return { ...page, items: page.items.map(viewOf) }
}

/** Stored are minutes; people speak of hours. */
export function viewOf({
  minutes,
  perWeeks,
  teamId,
  teamName,
  employeeId,
  employeeName,
  createdBy,
  createdByName,
  ...quota
}: QuotaRow) {
  const { id, scope, fromOn, toOn, createdAt } = quota
  return {
    id,
    scope,
    team: teamId === null ? null : { id: teamId, name: teamName! },
    employee: employeeId === null ? null : { id: employeeId, name: employeeName! },
    hours: minutes / 60,
    minutes,
    weeks: perWeeks,
    fromOn,
    toOn,
    createdAt,
    createdBy: createdBy === null ? null : { id: createdBy, name: createdByName ?? '' }
  }
}

/** Two years and a leap day: each day is looked at. */
const MOST_DAYS = 731

/**
 * Minutes the actor owes, and what exemptions waive of them, on the days [fromOn, toOn).
 *
 * @throws {DuePeriodNotValid}
 */
export async function readMyDue(ctx: Context, { fromOn, toOn }: { fromOn: string; toOn: string }) {
  const isPeriod = [fromOn, toOn].every((day) => isLocalDate(day) && day >= '1900-01-01')
  const days = isPeriod ? daysBetween(fromOn, toOn) : 0
  if (days < 1 || days > MOST_DAYS) throw new DuePeriodNotValid()
  const { employeeId } = ctx.actor
  const [owed] = await readOwedByPeriod(ctx.db, { employeeIds: [employeeId], periods: [{ fromOn, toOn }] })
  return { fromOn, toOn, ...(owed!.get(employeeId) ?? { dueMinutes: 0, waivedMinutes: 0 }) }
}
