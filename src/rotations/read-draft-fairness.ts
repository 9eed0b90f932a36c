import type { Context } from '../context.ts'
import { fairnessReport } from '../engine/plan/fairness-report.ts'
import { findMissingLeaders } from '../leadership/keep-leaders-first.ts'
import { maySeeReason } from '../shifts/may-see-reason.ts'
import { inOneMoment, type LoadedDraft, loadDraft, loadDraftIn } from './load-draft.ts'
import { listNames } from './queries/facts.ts'

/**
 * How evenly a draft shares the work, by the facts of this moment: load against what is due, unpopular points, and who
 * gets no shift and why. Leads see the names of their own people, and how many others there are.
 *
 * @throws {DraftNotFound} {@link DraftNotPlanned}
 */
export async function readDraftFairness(ctx: Context, draftId: string) {
  return fairnessOf(ctx, await loadDraft(ctx, draftId))
}

/**
 * The same with the leaders for whose sake the draft would be refused if it were published now, of one moment and with
 * the facts read once.
 *
 * @throws {DraftNotFound} {@link DraftNotPlanned}
 */
export async function readDraftOutlook(ctx: Context, draftId: string) {
  const { loaded, leaders } = await inOneMoment(ctx, async (tx) => {
    const loaded = await loadDraftIn(tx, ctx, draftId)
    return { loaded, leaders: await findMissingLeaders(tx, loaded.facts, loaded.seats) }
  })
  return { fairness: await fairnessOf(ctx, loaded), leaders }
}

async function fairnessOf(ctx: Context, loaded: LoadedDraft) {
  const { draft, built, facts, assignments, plan, factsChanged } = loaded
  const { offDue, offDueHours, points, giniOfLoad, giniOfPoints, unused } = fairnessReport(
    built.problem,
    assignments,
    plan
  )
  const teamOf = new Map(facts.people.map(({ id, teamId }) => [id, teamId]))
  const without = unused.flatMap(({ person, why }) => {
    const employeeId = built.people[person]
    return employeeId === undefined ? [] : [{ employeeId, teamId: teamOf.get(employeeId)!, why }]
  })
  const seen = without.filter((one) => maySeeReason(ctx.actor, one))
  const names = await listNames(
    ctx.db,
    seen.map(({ employeeId }) => employeeId)
  )
  return {
    draftId: draft.id,
    factsChanged,
    minutesOffDue: offDue,
    hoursOffDue: offDueHours,
    unpopularPoints: points,
    giniOfLoad,
    giniOfPoints,
    without: {
      people: without.length,
      named: seen.map(({ employeeId, why }) => ({ employeeId, name: names.get(employeeId) ?? '', why }))
    }
  }
}
