import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { EmployeeNotFound } from './errors.ts'
import { countDeeds, findDirectoryRow, listAudit, listOwnRows } from './queries/export.ts'
import { listViews } from './queries/views.ts'
import { viewFrom } from './read-my-views.ts'

/**
 * Everything that is held about a person, as the tables have it, and who looked at it. The kind of an absence and other
 * things that are the person's own business come along only when they ask themselves; whoever else exports is written
 * down as having looked.
 *
 * @throws {EmployeeNotFound}
 */
export async function exportPerson(ctx: Context, named: string) {
  const employeeId = named.toLowerCase()
  const isSelf = ctx.actor.employeeId === employeeId
  return ctx.db.transaction(
    async (tx) => {
      const employee = await findDirectoryRow(tx, employeeId)
      if (!employee) throw new EmployeeNotFound({ employeeId })
      await recordAudit(tx, ctx, {
        ...{ action: 'person.viewed', objectType: 'employee', objectId: employeeId },
        after: { what: 'export' }
      })
      return {
        format: 'lyttepost-person/1' as const,
        exportedAt: ctx.now(),
        employee,
        views: (await listViews(tx, employeeId, { after: null })).map(viewFrom),
        rows: await listOwnRows(tx, employeeId, isSelf),
        audit: await listAudit(tx, employeeId),
        deeds: await countDeeds(tx, employeeId)
      }
    },
    { isolationLevel: 'repeatable read' }
  )
}
