import type { Actor } from '../context.ts'
import { may } from '../permissions.ts'

/** The person whose hours are asked for. */
export interface Whose {
  employeeId: string
  teamId: string
}

export const isSelf = (actor: Actor, { employeeId }: Whose): boolean => actor.employeeId === employeeId

export const isLeadOf = (actor: Actor, { teamId }: Whose): boolean => actor.leads.includes(teamId)

/** A person's hours are their own business, their leads' and HR's. */
export const maySeeHours = (actor: Actor, whose: Whose): boolean => may(actor, 'hours.see', whose)
