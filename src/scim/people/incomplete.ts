import { recordAudit } from '../../audit/record-audit.ts'
import type { Context } from '../../context.ts'
import { EmployeeNotFound } from '../../directory/errors.ts'
import { clearAssumed, listAssumed } from '../queries/state.ts'

const FIELDS = ['teamId', 'timeZone', 'country', 'joinedOn'] as const
type AssumedField = (typeof FIELDS)[number]

/**
 * Active people of whom nobody said everything that a rota needs: what a default filled, and what still stands as it was
 * filled. Whoever sets such a field, by whatever way, takes it off the list.
 */
export async function readIncomplete({ db }: Context) {
  const rows = await listAssumed(db)
  return rows.flatMap(({ assumed, employeeId, name, teamName, ...now }) => {
    const fields = FIELDS.filter((field) => assumed[field] !== undefined && assumed[field] === now[field])
    const { teamId: _, ...plain } = now
    const shown = { ...plain, teamId: teamName } satisfies Record<AssumedField, string>
    return fields.length === 0
      ? []
      : [{ employeeId, name, teamName, assumed: fields.map((field) => ({ field, value: shown[field] })) }]
  })
}

/**
 * An administrator says that what was assumed of somebody is right.
 *
 * @throws {EmployeeNotFound} when nothing was assumed of anybody of this id.
 */
export async function confirmAssumed(ctx: Context, employeeId: string): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    if (!(await clearAssumed(tx, employeeId))) throw new EmployeeNotFound({ employeeId })
    await recordAudit(tx, ctx, {
      action: 'employee.assumptions-confirmed',
      objectType: 'employee',
      objectId: employeeId.toLowerCase()
    })
  })
}
