import { listUnavailableHours } from '../absences/list-unavailable-hours.ts'
import type { Context } from '../context.ts'
import { refuseForeignTeam } from '../directory/refuse-foreign-team.ts'
import { groupBy } from '../engine/facts/group-by.ts'
import { addDays } from '../engine/time/add-days.ts'
import { localDateOf } from '../engine/time/local-date-of.ts'
import { listWishes } from './list-wishes.ts'
import { listWorkersOf } from './queries.ts'
import { shareView } from './share.ts'

/** As far ahead as the share looks, and a day for zones. */
const DAYS_AHEAD = 92

/**
 * For the leads of a team and HR: how much of their time each person has taken out, and when they cannot. What else
 * they wish and why they cannot is not told. Four queries, whatever the size of the team.
 *
 * @throws {TeamNotFound} {@link TeamNotLed}
 */
export async function readTeamWishes(ctx: Context, teamId: string) {
  await refuseForeignTeam(ctx, teamId)
  const people = await listWorkersOf(ctx.db, teamId)
  const employeeIds = people.map(({ id }) => id)
  const fromOn = addDays(ctx.now().toISOString().slice(0, 10), -1)
  const wishes = groupBy(
    await listWishes(ctx.db, { employeeIds, fromOn, toOn: addDays(fromOn, DAYS_AHEAD) }),
    ({ employeeId }) => employeeId
  )
  const hours = groupBy(await listUnavailableHours(ctx.db, { employeeIds }), ({ employeeId }) => employeeId)
  return people.map((person) => {
    const own = wishes.get(person.id) ?? []
    const unavailable = hours.get(person.id) ?? []
    const today = localDateOf(ctx.now(), person.zone)
    return {
      employeeId: person.id,
      name: person.name,
      timeZone: person.zone,
      cannot: own
        .filter(({ level, onDay }) => level === 'cannot' && (onDay === null || onDay >= today))
        .map(({ weekday, onDay, part }) => ({ weekday, onDay, part })),
      unavailable: unavailable.map(({ employeeId: _, ...slot }) => slot),
      ...shareView({ ...person, unavailable }, own, today)
    }
  })
}
