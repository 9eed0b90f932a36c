import type { Context } from '../context.ts'
import { TeamNotFound, TeamNotLed } from './errors.ts'
import { findTeam } from './queries/teams.ts'

/**
 * Refuses whoever neither leads the team nor is of HR: for what only they may know of its people.
 *
 * @throws {TeamNotFound} {@link TeamNotLed}
 */
export async function refuseForeignTeam(ctx: Context, teamId: string): Promise<void> {
  if (!(await findTeam(ctx.db, teamId))) throw new TeamNotFound({ teamId })
  if (!ctx.actor.leads.includes(teamId) && !ctx.actor.roles.has('hr')) throw new TeamNotLed({ teamId })
}
