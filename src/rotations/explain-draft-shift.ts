import type { Context } from '../context.ts'
import { teamsInOrder } from '../engine/facts/problem-people.ts'
import { relaxationFacts } from '../engine/facts/relaxation-facts.ts'
import { type AssignmentExplained, explainAssignment, explainOpenSeat } from '../engine/plan/explain.ts'
import type { RuleName } from '../engine/rules/violation.ts'
import { maySeeReason } from '../shifts/may-see-reason.ts'
import { DraftShiftNotFound, ShiftNotPlannedNow } from './errors.ts'
import { type LoadedDraft, loadDraft } from './load-draft.ts'
import { listNames, listTeamNames } from './queries/facts.ts'
import { relaxationSentence } from './relaxation-sentence.ts'

/** Our own bound: who would be asked first, not a list of the company. */
const MOST_TAKERS = 5

/**
 * Explains one shift of a draft by the facts of this moment. For each assignment: what it is worth, who would be next and
 * what that would cost, and which rules keep how many others away; for open seats: which rules stand in the way, who may
 * sit down, and the cheapest way to weaken each rule. What concerns one person is told to whom it may be told.
 *
 * @throws {DraftNotFound} {@link DraftNotPlanned} {@link DraftShiftNotFound}
 * @throws {ShiftNotPlannedNow} when it has begun, or the rotation no longer has it
 */
export async function explainDraftShift(ctx: Context, draftId: string, draftShiftId: string) {
  const loaded = await loadDraft(ctx, draftId)
  const row = loaded.shifts.find(({ id }) => id === draftShiftId)
  if (!row) throw new DraftShiftNotFound({ draftShiftId })
  const shift = loaded.built.shifts.findIndex(({ startsAt }) => startsAt.getTime() === row.startsAt.getTime())
  if (shift < 0) throw new ShiftNotPlannedNow({ draftShiftId })
  const seats = loaded.seats.filter((seat) => seat.draftShiftId === draftShiftId)
  const openSeats = Math.max(0, row.desiredSeats - seats.length)
  const assignments = seats.map((seat) => ({ seat, explained: explainSeat(ctx, loaded, seat, shift) }))
  const open = openSeats > 0 ? openSeat(loaded, shift) : null
  const nameOf = await namesFor(ctx, [
    ...assignments.flatMap(({ explained }) => explained?.next?.employeeId ?? []),
    ...(open ? [...open.takers, ...open.relaxations].map(({ employeeId }) => employeeId) : [])
  ])
  const teams = teamsInOrder(loaded.facts)
  const teamNames = open ? await listTeamNames(ctx.db) : new Map<string, string>()
  return {
    draftId,
    shiftId: draftShiftId,
    factsChanged: loaded.factsChanged,
    onDay: row.onDay,
    startsAt: row.startsAt,
    endsAt: row.endsAt,
    assignments: assignments.map(({ seat: { employeeId, name, isHost, pinnedAt }, explained }) => ({
      employeeId,
      name,
      isHost,
      isPinned: pinnedAt !== null,
      explanation: explained && {
        ...explained,
        next: explained.next && { ...explained.next, name: nameOf(explained.next.employeeId) }
      }
    })),
    openSeats,
    open: open && {
      fitting: open.fitting,
      against: open.against,
      takers: open.takers.map((taker) => ({ ...taker, name: nameOf(taker.employeeId) })),
      relaxations: open.relaxations.flatMap(({ team, onDay: _, ...facts }) => {
        const name = nameOf(facts.employeeId)
        const teamId = team === null ? null : (teams[team]?.id ?? null)
        const said = { who: name, team: teamNames.get(teamId ?? '') ?? '' }
        const sentence = relaxationSentence({ ...facts, team, onDay: row.onDay }, said)
        return sentence === null ? [] : [{ ...facts, teamId, name, sentence }]
      })
    }
  }
}

function explainSeat(
  ctx: Context,
  { built, plan, assignments }: LoadedDraft,
  seat: { employeeId: string; teamId: string },
  shift: number
) {
  const person = built.people.indexOf(seat.employeeId)
  const isHeld = assignments[person]?.includes(shift) && fits(built.problem.people[person]!.fits, shift)
  return isHeld && maySeeReason(ctx.actor, seat)
    ? named(built.people, explainAssignment(plan, person, shift))
    : null
}

/** Facts may have changed so that the shift no longer fits its holder: then there is nothing to explain. */
function fits(list: ArrayLike<number>, shift: number): boolean {
  for (let i = 0; i < list.length; i += 3) if (list[i] === shift) return true
  return false
}

/** An explanation with ids for indices. */
export function named(people: readonly string[], explained: AssignmentExplained) {
  const { without, breaksWithout, next, mayReplace, against } = explained
  return {
    scoreWithout: without,
    breaksWithout: [...breaksWithout],
    othersWhoCould: mayReplace,
    next: next ? { employeeId: people[next.person]!, extraCost: next.extraCost } : null,
    against: counted(against)
  }
}

/** Counts by rule, the commonest first. */
export const counted = (against: ReadonlyMap<RuleName, number>) =>
  [...against]
    .map(([rule, count]) => ({ rule, count }))
    .sort((a, b) => b.count - a.count || (a.rule < b.rule ? -1 : 1))

function openSeat({ built, plan }: LoadedDraft, shift: number) {
  const { fitting, against, takers, relaxations } = explainOpenSeat(plan, shift)
  return {
    fitting,
    against: counted(against),
    takers: takers
      .slice(0, MOST_TAKERS)
      .map(({ person, effect }) => ({ employeeId: built.people[person]!, scoreChange: effect.total })),
    relaxations: relaxations.map((relaxation) => relaxationFacts(built, shift, relaxation))
  }
}

async function namesFor(ctx: Context, ids: readonly string[]): Promise<(id: string) => string> {
  const names = await listNames(ctx.db, ids)
  return (id) => names.get(id) ?? ''
}
