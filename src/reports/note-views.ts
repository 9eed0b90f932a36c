import type { Tx } from '../../db/client.ts'
import { recordAudits } from '../audit/record-audit.ts'
import type { AnyContext } from '../context.ts'
import { FEWEST_PEOPLE } from '../engine/privacy/publish-groups.ts'
import { listPeopleOf } from './queries/people.ts'
import type { Tally } from './tally.ts'

/** What somebody looked at of a person, and for which purpose. */
export interface View {
  what: 'participation'
  /** The entry in the register of control measures, for HR. */
  purposeId?: string
  purpose?: string
}

/** Writes down that these people were looked at, one entry each, so that each of them can see it. */
export async function noteViews(
  tx: Tx,
  ctx: AnyContext,
  employeeIds: readonly string[],
  view: View
): Promise<void> {
  const others = employeeIds.filter((id) => id !== ctx.actor?.employeeId)
  await recordAudits(
    tx,
    ctx,
    others.map((objectId) => ({ action: 'person.viewed', objectType: 'employee', objectId, after: view }))
  )
}

/** A row of a lead's report that has fewer than five people is a view of these people. */
export async function noteSmallGroups(
  tx: Tx,
  ctx: AnyContext,
  { teamIds, tallies }: { teamIds: readonly string[]; tallies: readonly Tally[] }
): Promise<void> {
  const employeeIds = await listPeopleOf(tx, teamIds)
  if (tallies.some(({ people }) => people > 0 && people < FEWEST_PEOPLE)) {
    await noteViews(tx, ctx, employeeIds, { what: 'participation' })
  }
}
