import type { Context } from '../context.ts'
import { readTeams } from '../directory/teams.ts'
import { readGroups } from '../scim/groups/give-meaning.ts'
import { readIncomplete } from '../scim/people/incomplete.ts'
import { readProvisioning } from '../scim/read-provisioning.ts'

const MOST_TEAMS = 200

/** Everything of the page of provisioning. */
export async function readProvisioningPage(ctx: Context, address: string) {
  const [state, groups, incomplete, teams] = await Promise.all([
    readProvisioning(ctx),
    readGroups(ctx),
    readIncomplete(ctx),
    readTeams(ctx, { limit: MOST_TEAMS })
  ])
  return { ...state, groupRows: groups, incomplete, teams: teams.items, address, now: ctx.now() }
}

export type ProvisioningView = Awaited<ReturnType<typeof readProvisioningPage>>
