import { constraintOf } from '../../../db/client.ts'
import { recordAudit } from '../../audit/record-audit.ts'
import type { Context } from '../../context.ts'
import type { GroupRole } from '../../words.ts'
import { GroupMeaningNotValid, ProvisionedGroupNotFound } from '../errors.ts'
import { listGroupsWithMeaning, listMembers, lockGroup, updateGroup } from '../queries/groups.ts'
import { lockMany } from '../queries/people.ts'
import { followGroups } from './follow-groups.ts'

export interface GroupMeaning {
  teamId: string | null
  /** Never the administrator's: the list of words has none, nor has the database. */
  role: GroupRole | null
}

/** Every group of the provider, with what it means here. */
export const readGroups = ({ db }: Context) => listGroupsWithMeaning(db)

/**
 * Says what a group means: its members are of a team, hold a role, or nothing. It holds for those who are members now,
 * and for whoever comes or goes.
 *
 * @throws {ProvisionedGroupNotFound}
 * @throws {GroupMeaningNotValid}
 */
export async function giveMeaning(ctx: Context, groupId: string, wanted: GroupMeaning): Promise<void> {
  if (wanted.role === 'lead' && wanted.teamId === null) {
    throw new GroupMeaningNotValid({ field: 'teamId', remedy: 'Say which team the members lead.' })
  }
  try {
    await ctx.db.transaction(async (tx) => {
      const group = await lockGroup(tx, groupId)
      if (!group) throw new ProvisionedGroupNotFound({ groupId })
      const { teamId, role } = group
      if (teamId === wanted.teamId && role === wanted.role) return
      await updateGroup(tx, group.id, wanted)
      await recordAudit(tx, ctx, {
        action: 'provisioned-group.given-meaning',
        objectType: 'provisioned-group',
        objectId: group.id,
        before: { teamId, role },
        after: wanted
      })
      const people = (await listMembers(tx, [group.id])).get(group.id)!.map(({ value }) => value)
      await lockMany(tx, people)
      await followGroups(tx, ctx, people, new Set(teamId && role !== 'lead' ? [teamId] : []))
    })
  } catch (error) {
    if (constraintOf(error) !== 'scim_groups_team_id_teams_id_fk') throw error
    throw new GroupMeaningNotValid({ field: 'teamId', remedy: 'There is no such team.' })
  }
}
