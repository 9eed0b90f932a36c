import { v7 } from 'uuid'
import type { Tx } from '../../db/client.ts'
import { recordAudit } from '../audit/record-audit.ts'
import type { AnyContext } from '../context.ts'
import { findTeamByName, insertTeamOnce } from './queries/teams.ts'

/** Of a team that comes by name, nobody knows how large it will be; HR or its lead sets the cap. */
const FIRST_SUPPORT_CAP = 2

/** The team of this name, which is made where there is none; capitals do not matter. @returns the id */
export async function teamNamed(tx: Tx, ctx: AnyContext, name: string): Promise<string> {
  const known = await findTeamByName(tx, name)
  if (known) return known
  const team = { id: v7(), name, supportCap: FIRST_SUPPORT_CAP }
  if (!(await insertTeamOnce(tx, team))) return (await findTeamByName(tx, name))!
  const { id, ...after } = team
  await recordAudit(tx, ctx, { action: 'team.added', objectType: 'team', objectId: id, after })
  return id
}
