import type { Queryable } from '../../../db/client.ts'
import type { Context } from '../../context.ts'
import { listLeadsOf } from '../../directory/list-leads-of.ts'
import { findLevel } from './queries/people.ts'

/** What the actor may do to a theme. */
export interface Standing {
  /** Change its words, merge, split, put in and take out what others heard. */
  mayCurate: boolean
  mayDecide: boolean
  mayNameOwner: boolean
}

/**
 * Leaders answer: the owner, a lead of the owner's and executives decide. Whoever looks after support or people keeps
 * themes in order, as the owner does. Who owns a theme is for those who decide, HR and administrators to say.
 */
export async function standingTowards(db: Queryable, { actor }: Context, ownerId: string): Promise<Standing> {
  const isExecutive = (await findLevel(db, actor.employeeId)) === 'executive'
  const isOwner = actor.employeeId === ownerId
  const leads = (await listLeadsOf(db, [ownerId])).get(ownerId) ?? []
  const mayDecide = isOwner || isExecutive || leads.includes(actor.employeeId)
  const isStaff = actor.roles.has('hr') || actor.roles.has('admin')
  return {
    mayDecide,
    mayNameOwner: mayDecide || isStaff,
    mayCurate: mayDecide || isStaff || actor.roles.has('host') || actor.roles.has('lead')
  }
}
