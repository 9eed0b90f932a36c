import type { Context } from '../context.ts'
import { may } from '../permissions.ts'
import { TeamNotFound, TeamNotLed } from './errors.ts'
import { findTeam } from './queries/teams.ts'

/**
 * Refuses whoever neither leads the team nor is of HR: for what only they may know of its people.
 *
 * @throws {TeamNotFound} {@link TeamNotLed}
 */
export async function refuseForeignTeam(ctx: Context, teamId: string): Promise<void> {
  if (!(await findTeam(ctx.db, teamId))) throw new TeamNotFound({ teamId })
  if (!may(ctx.actor, 'team.see-away', { teamId })) throw new TeamNotLed({ teamId })
}
