import { constraintOf } from '../../db/client.ts'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { pageOf, readCursor } from '../lib/paging.ts'
import { may } from '../permissions.ts'
import { changesTo } from './employee-fields.ts'
import { EmployeeNotActive, TeamNameTaken, TeamNotFound, TeamNotYours } from './errors.ts'
import {
  findTeam,
  leadIdsOf,
  listTeams,
  lockActive,
  lockTeam,
  replaceLeads,
  updateTeam
} from './queries/teams.ts'

export interface TeamFields {
  name: string
  /** People of the team who may be on support at the same instant. */
  supportCap: number
}

/** A page of the teams by name, with their leads and the number of their active people. */
export async function readTeams(ctx: Context, { cursor, limit = 50 }: { cursor?: string; limit?: number }) {
  const rows = await listTeams(ctx.db, { after: readCursor(cursor), limit: limit + 1 })
  return pageOf(rows, limit, ({ id, name }) => ({ key: name, id }))
}

/** @throws {TeamNotFound} */
export async function readTeam(ctx: Context, teamId: string) {
  const team = await findTeam(ctx.db, teamId)
  if (!team) throw new TeamNotFound({ teamId })
  return team
}

/**
 * Renames a team or sets its cap. HR and administrators do both, the team's own lead sets the cap.
 *
 * @throws {TeamNotFound}
 * @throws {TeamNotYours}
 * @throws {TeamNameTaken} upper and lower case are the same.
 */
export async function changeTeam(ctx: Context, teamId: string, wanted: Partial<TeamFields>): Promise<void> {
  try {
    await ctx.db.transaction(async (tx) => {
      const team = await lockTeam(tx, teamId)
      if (!team) throw new TeamNotFound({ teamId })
      refuseForeign(ctx, team.id, wanted)
      const changes = changesTo<TeamFields>(team, tidied(wanted))
      if (Object.keys(changes).length === 0) return
      await updateTeam(tx, teamId, changes)
      await recordAudit(tx, ctx, {
        action: 'team.changed',
        objectType: 'team',
        objectId: teamId,
        before: { name: team.name, supportCap: team.supportCap },
        after: changes
      })
    })
  } catch (error) {
    throw constraintOf(error) === 'teams_name_is_unique' ? new TeamNameTaken() : error
  }
}

function tidied(wanted: Partial<TeamFields>): Partial<TeamFields> {
  if (wanted.name === undefined) return wanted
  return { ...wanted, name: wanted.name.normalize('NFC').trim().replaceAll(/\s+/g, ' ') }
}

function refuseForeign({ actor }: Context, teamId: string, wanted: Partial<TeamFields>): void {
  const mayChange = (field: string) =>
    may(actor, field === 'supportCap' ? 'team.change-cap' : 'team.change', { teamId })
  const foreign = Object.keys(wanted).filter((field) => !mayChange(field))
  if (foreign.length > 0 || !may(actor, 'team.change-cap', { teamId }))
    throw new TeamNotYours({ fields: foreign })
}

/**
 * Names the leads of a team, all of them at once; they need not be of the team.
 *
 * @throws {TeamNotFound}
 * @throws {EmployeeNotActive} naming those who are deactivated or unknown.
 */
export async function nameLeads(ctx: Context, teamId: string, employeeIds: readonly string[]): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const wanted = [...new Set(employeeIds.map((id) => id.toLowerCase()))].sort()
    const active = await lockActive(tx, wanted)
    if (!(await lockTeam(tx, teamId))) throw new TeamNotFound({ teamId })
    const inactive = wanted.filter((id) => !active.includes(id))
    if (inactive.length > 0) throw new EmployeeNotActive({ employeeIds: inactive })

    const before = await leadIdsOf(tx, teamId)
    if (before.join() === wanted.join()) return
    await replaceLeads(tx, teamId, wanted)
    await recordAudit(tx, ctx, {
      action: 'team.leads-named',
      objectType: 'team',
      objectId: teamId,
      before: { leads: before },
      after: { leads: wanted }
    })
  })
}
