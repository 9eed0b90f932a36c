import type { Actor } from '../context.ts'
import { may } from '../permissions.ts'

interface Whose {
  employeeId: string
  teamId: string
}

/** The person, a lead of their team, HR or an administrator; who acts for somebody else is logged, and they are told. */
export function maySpeakFor(actor: Actor, whose: Whose): boolean {
  return may(actor, 'swap.speak-for', whose)
}

/** The same without the person. */
export function mayOversee(actor: Actor, { teamId }: Whose): boolean {
  return may(actor, 'swap.oversee', { teamId })
}
