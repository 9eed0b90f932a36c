import type { Actor } from '../context.ts'
import { may } from '../permissions.ts'

/** Why somebody got a shift is told to the person, the leads of their team, HR and administrators. */
export function maySeeReason(actor: Actor, whose: { employeeId: string; teamId: string }): boolean {
  return may(actor, 'seat.see-reason', whose)
}
