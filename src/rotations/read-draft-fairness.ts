import type { Context } from '../context.ts'
import { may } from '../permissions.ts'
import { type DraftFairness, fairnessFrom, reckonOutlook } from './draft-outlook.ts'
import { loadDraft } from './load-draft.ts'
import { findOutlook } from './queries/drafts.ts'
import { listFirstNames, listNames } from './queries/facts.ts'

/**
 * How evenly a draft shares the work, by the facts of this moment: load against what is due, unpopular points, and who
 * gets no shift and why. Leads see the names of their own people, and how many others there are.
 *
 * @throws {DraftNotFound} {@link DraftNotPlanned}
 */
export async function readDraftFairness(ctx: Context, draftId: string) {
  const loaded = await loadDraft(ctx, draftId)
  return { draftId, ...(await fairnessView(ctx, fairnessFrom(loaded))) }
}

/** Of those who get no shift so many are named on a page; in a large company that is nearly everybody. */
const MOST_NAMED = 60

/**
 * The same as it was last kept, with the moment of that and the leaders for whose sake the draft would have been refused;
 * reckoned now where nothing is kept yet. Publishing asks the facts themselves.
 *
 * @throws {DraftNotFound} {@link DraftNotPlanned}
 */
export async function readDraftOutlook(ctx: Context, draftId: string) {
  const outlook = (await findOutlook(ctx.db, draftId)) ?? (await reckonOutlook(ctx, draftId))
  const names = await listNames(ctx.db, outlook.leaders)
  const leaders = outlook.leaders.map((employeeId) => ({ employeeId, name: names.get(employeeId) ?? '' }))
  return { fairness: await fairnessView(ctx, outlook, MOST_NAMED), leaders, at: new Date(outlook.at) }
}

async function fairnessView(ctx: Context, of: DraftFairness, mostNamed = Number.MAX_SAFE_INTEGER) {
  const { ids, why } = of.unused
  const reasonOf = new Map(ids.map((id, at) => [id, why[at]!]))
  return {
    factsChanged: of.factsChanged,
    minutesOffDue: of.offDue,
    hoursOffDue: of.offDueHours,
    unpopularPoints: of.points,
    giniOfLoad: of.giniOfLoad,
    giniOfPoints: of.giniOfPoints,
    without: {
      people: ids.length,
      named: (await listSeen(ctx, ids, mostNamed)).map((one) => ({
        ...one,
        why: reasonOf.get(one.employeeId)!
      }))
    }
  }
}

/** Whose reasons the actor may see, by id. */
async function listSeen(ctx: Context, ids: readonly string[], limit: number) {
  if (ids.length === 0) return []
  const { employeeId, leads: teamIds } = ctx.actor
  const seesAll = may(ctx.actor, 'seat.see-reason', { employeeId: '', teamId: '' })
  return seesAll
    ? listFirstNames(ctx.db, { employeeIds: ids.slice(0, limit), among: null, limit })
    : listFirstNames(ctx.db, { employeeIds: ids, among: { employeeId, teamIds }, limit })
}
