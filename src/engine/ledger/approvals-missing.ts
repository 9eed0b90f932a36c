/** Who said yes to an exemption; somebody may be both. */
export type Approval = { asLead: boolean; asHr: boolean }

export type ApprovalQuestion = {
  /** people of the team who work here, the person included */
  teamSize: number
  /** of them exempt on the worst day, the person included */
  peak: number
  /** whether the team has a lead who is not the person */
  hasOtherLead: boolean
  approvals: readonly Approval[]
}

/** Issue 4: above 10% of a team HR must approve too, for then it is no exception any more but a rule. */
export const EXEMPT_SHARE = 0.1

/**
 * Lists whose yes an exemption still needs. One approver is enough while at most 10% of the team are exempt; above
 * it takes HR beside a lead, and HR alone where the person is the team's only lead.
 *
 * @example
 * approvalsMissing({ teamSize: 10, peak: 1, hasOtherLead: true, approvals: [{ asLead: true, asHr: false }] })
 * //=> []
 * approvalsMissing({ teamSize: 10, peak: 2, hasOtherLead: true, approvals: [{ asLead: true, asHr: false }] })
 * //=> ['hr']
 */
export function approvalsMissing({
  teamSize,
  peak,
  hasOtherLead,
  approvals
}: ApprovalQuestion): ('lead' | 'hr')[] {
  const isMany = peak > teamSize * EXEMPT_SHARE
  if (!isMany) return approvals.length > 0 ? [] : [hasOtherLead ? 'lead' : 'hr']
  const lacksLead = hasOtherLead && !approvals.some(({ asLead }) => asLead)
  const lacksHr = !approvals.some(({ asHr }) => asHr)
  return [...(lacksLead ? (['lead'] as const) : []), ...(lacksHr ? (['hr'] as const) : [])]
}
