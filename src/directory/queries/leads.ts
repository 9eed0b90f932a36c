import { sql } from 'drizzle-orm'
import type { Queryable } from '../../../db/client.ts'

interface Responsible extends Record<string, unknown> {
  employeeId: string
  leadId: string
  isManager: boolean
}

/** Active leads of these people's teams and their active managers, never themselves; leads first, by id. */
export async function listResponsible(db: Queryable, employeeIds: readonly string[]): Promise<Responsible[]> {
  if (employeeIds.length === 0) return []
  const { rows } = await db.execute<Responsible>(sql`
    select e.id as "employeeId", l.id as "leadId", false as "isManager"
    from employees e join team_leads t on t.team_id = e.team_id join employees l on l.id = t.employee_id
    where e.id = any(${sql.param([...employeeIds])}::uuid[]) and l.id <> e.id and l.deactivated_at is null
    union all
    select e.id, m.id, true
    from employees e join employees m on m.id = e.manager_id
    where e.id = any(${sql.param([...employeeIds])}::uuid[]) and m.deactivated_at is null
    order by 3, 1, 2`)
  return rows
}
