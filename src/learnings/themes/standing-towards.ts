import type { Queryable } from '../../../db/client.ts'
import type { Context } from '../../context.ts'
import { listLeadsOf } from '../../directory/list-leads-of.ts'
import { may } from '../../permissions.ts'
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
  const leads = (await listLeadsOf(db, [ownerId])).get(ownerId) ?? []
  const also = {
    owner: actor.employeeId === ownerId,
    ownersLead: leads.includes(actor.employeeId),
    executive: (await findLevel(db, actor.employeeId)) === 'executive'
  }
  return {
    mayDecide: may(actor, 'theme.decide', { also }),
    mayNameOwner: may(actor, 'theme.name-owner', { also }),
    mayCurate: may(actor, 'theme.curate', { also })
  }
}
