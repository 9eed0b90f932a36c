import type { Actor } from '../context.ts'

/** Why somebody got a shift is told to the person, the leads of their team, HR and administrators. */
export function maySeeReason(actor: Actor, whose: { employeeId: string; teamId: string }): boolean {
  const isHrOrAdmin = actor.roles.has('hr') || actor.roles.has('admin')
  return isHrOrAdmin || actor.employeeId === whose.employeeId || actor.leads.includes(whose.teamId)
}
