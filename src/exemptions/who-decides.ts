import type { Queryable } from '../../db/client.ts'
import { type Approval, approvalsMissing } from '../engine/ledger/approvals-missing.ts'
import { exemptPeak } from '../engine/ledger/exempt-peak.ts'
import { listHrIds, listLeadIds, readShare } from './queries.ts'

/** Whose yes is missing by the facts of this moment, and who those people are; never the person. */
export async function whoDecides(
  db: Queryable,
  asked: { employeeId: string; teamId: string; fromOn: string; toOn: string },
  approvals: readonly Approval[]
): Promise<{ missing: ('lead' | 'hr')[]; deciderIds: string[] }> {
  const isOther = (id: string) => id !== asked.employeeId
  const leadIds = (await listLeadIds(db, asked.teamId)).filter(isOther)
  const { teamSize, granted } = await readShare(db, asked.teamId, asked)
  const peak = exemptPeak(asked, granted)
  const missing = approvalsMissing({ teamSize, peak, hasOtherLead: leadIds.length > 0, approvals })
  const hrIds = missing.includes('hr') ? (await listHrIds(db)).filter(isOther) : []
  return { missing, deciderIds: [...(missing.includes('lead') ? leadIds : []), ...hrIds] }
}
