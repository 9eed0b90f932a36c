import type { Context } from '../context.ts'
import { refuseForeignTeam } from '../directory/refuse-foreign-team.ts'
import { groupBy } from '../engine/facts/group-by.ts'
import { dayBounds } from '../engine/time/day-bounds.ts'
import { checkPeriod, type Period } from '../lib/period.ts'
import { listAbsences } from './list-absences.ts'
import { listFlagged } from './list-flagged.ts'
import { listMembers } from './queries/seats.ts'

/**
 * For the leads of a team and HR: when its people are away on the days [fromOn, toOn) by the reader's clock, and their
 * published shifts to come that this puts in question. Why somebody is away is not told. Six queries.
 *
 * @throws {PeriodNotValid} {@link TeamNotFound} {@link TeamNotLed}
 */
export async function readTeamAbsences(ctx: Context, teamId: string, period: Period) {
  checkPeriod(period)
  await refuseForeignTeam(ctx, teamId)
  const members = await listMembers(ctx.db, teamId)
  const employeeIds = members.map(({ employeeId }) => employeeId)
  const from = dayBounds(period.fromOn, ctx.actor.timeZone).startsAt
  const to = dayBounds(period.toOn, ctx.actor.timeZone).startsAt
  const away = groupBy(await listAbsences(ctx.db, { employeeIds, from, to }), idOf)
  const flagged = groupBy(await flaggedWithin(ctx, employeeIds, { from, to }), idOf)
  return members
    .map((member) => ({
      ...member,
      away: (away.get(member.employeeId) ?? []).map(({ startsAt, endsAt }) => ({ startsAt, endsAt })),
      shiftsInTheWay: flagged.get(member.employeeId) ?? []
    }))
    .filter((member) => member.away.length + member.shiftsInTheWay.length > 0)
}

const idOf = ({ employeeId }: { employeeId: string }) => employeeId

async function flaggedWithin(
  ctx: Context,
  employeeIds: readonly string[],
  { from, to }: { from: Date; to: Date }
) {
  const now = ctx.now()
  const flagged = await listFlagged(ctx.db, { employeeIds, after: from > now ? from : now })
  return flagged.filter(({ startsAt }) => startsAt < to)
}
