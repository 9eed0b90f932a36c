import type { Actor } from '../context.ts'
import { exemptionState } from '../engine/ledger/exemption-state.ts'
import { may } from '../permissions.ts'
import type { ExemptionReason } from '../words.ts'
import type { ExemptionRow } from './queries.ts'

export interface Whose {
  employeeId: string
  teamId: string
}

export const isLeadOf = (actor: Actor, { teamId }: Whose) => actor.leads.includes(teamId)

/** Those who ask, and those who decide. */
export const isConcerned = (actor: Actor, whose: Whose): boolean => may(actor, 'exemption.see-private', whose)

/** The team sees that somebody is exempt and until when. */
export const maySee = (actor: Actor, whose: Whose): boolean => may(actor, 'exemption.see', whose)

/** Reasons of the body and the family are nobody else's business. */
const SHOWN_TO_TEAM: readonly ExemptionReason[] = ['workload', 'role', 'other']

/** An exemption as this reader may see it: the team without private detail, those concerned in full. */
export function viewFor(actor: Actor, row: ExemptionRow) {
  const { id, fromOn, toOn, askedAt, grantedAt, refusedAt, withdrawnAt } = row
  const isOpen = isConcerned(actor, row)
  const reason = isOpen || SHOWN_TO_TEAM.includes(row.reason) ? row.reason : ('personal' as const)
  return {
    ...{ id, fromOn, toOn, askedAt, grantedAt, refusedAt, withdrawnAt },
    state: exemptionState(row),
    employee: { id: row.employeeId, name: row.employeeName },
    team: { id: row.teamId, name: row.teamName },
    reason,
    note: isOpen ? row.note : null,
    refusal: isOpen ? row.refusal : null,
    refusedBy: row.refusedById === null ? null : { id: row.refusedById, name: row.refusedByName ?? '' },
    approvals: row.approvals.map(({ approverId, name, asLead, asHr, approvedAt }) => ({
      by: { id: approverId, name },
      asLead,
      asHr,
      approvedAt: new Date(approvedAt)
    }))
  }
}
