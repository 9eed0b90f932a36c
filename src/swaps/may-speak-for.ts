import type { Actor } from '../context.ts'

interface Whose {
  employeeId: string
  teamId: string
}

/** The person, a lead of their team, HR or an administrator; who acts for somebody else is logged, and they are told. */
export function maySpeakFor(actor: Actor, whose: Whose): boolean {
  return actor.employeeId === whose.employeeId || mayOversee(actor, whose)
}

/** The same without the person. */
export function mayOversee({ leads, roles }: Actor, { teamId }: Whose): boolean {
  return roles.has('hr') || roles.has('admin') || leads.includes(teamId)
}
