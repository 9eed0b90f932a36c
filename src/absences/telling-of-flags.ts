import type { Tx } from '../../db/client.ts'
import type { AnyContext } from '../context.ts'
import { listLeadsOf } from '../directory/list-leads-of.ts'
import { groupBy } from '../engine/facts/group-by.ts'
import { type OwedNotice, queueNotices } from '../notices/queue-notices.ts'
import { type Replacement, rankReplacements } from '../rotations/rank-replacements.ts'
import { type FlaggedSeat, listFlagged } from './list-flagged.ts'

/** Our own policy: so many are named; more are no help to somebody who has to ask. */
export const REPLACEMENTS_NAMED = 5

/**
 * Makes a change of when people are away, and tells them and their leads of the published shifts that it puts in
 * question, with ranked replacements and what to do, and of those that it clears again. Of the reason it tells nothing.
 * Call it with the people locked.
 */
export async function tellingOfFlags<Result>(
  tx: Tx,
  ctx: AnyContext,
  employeeIds: readonly string[],
  change: () => Promise<Result>
): Promise<Result> {
  const now = ctx.now()
  const before = await listFlagged(tx, { employeeIds, after: now })
  const result = await change()
  const after = await listFlagged(tx, { employeeIds, after: now })
  const flagged = onlyIn(after, before)
  const cleared = onlyIn(before, after)
  if (flagged.length + cleared.length === 0) return result
  const vacant = flagged.map((seat) => ({ ...seat, startsAt: seat.shiftStartsAt }))
  const replacements = await rankReplacements(tx, vacant, { now, most: REPLACEMENTS_NAMED })
  const leads = await listLeadsOf(tx, [...new Set([...flagged, ...cleared].map(idOf))])
  await queueNotices(
    tx,
    [
      ...noticesOf('shift-in-absence', flagged, leads, (seat) => ({
        ...factsOf(seat),
        replacements: replacements.get(seat.assignmentId) ?? ([] as Replacement[])
      })),
      ...noticesOf('shift-clear-again', cleared, leads, factsOf)
    ],
    now
  )
  return result
}

const idOf = ({ employeeId }: FlaggedSeat) => employeeId

function onlyIn(seats: readonly FlaggedSeat[], others: readonly FlaggedSeat[]): FlaggedSeat[] {
  const known = new Set(others.map(({ assignmentId }) => assignmentId))
  return seats.filter(({ assignmentId }) => !known.has(assignmentId))
}

const TODO = {
  'shift-in-absence': { holder: 'find-a-taker', lead: 'agree-who-takes-over' },
  'shift-clear-again': { holder: 'nothing', lead: 'nothing' }
}

function factsOf({ assignmentId, shiftId, rotationId, rotationName, startsAt, endsAt }: FlaggedSeat) {
  return { assignmentId, shiftId, rotationId, rotationName, startsAt, endsAt }
}

/** One notice to the holder and one to each lead, of all the shifts it is about. */
function noticesOf(
  kind: keyof typeof TODO,
  seats: readonly FlaggedSeat[],
  leads: ReadonlyMap<string, string[]>,
  about: (seat: FlaggedSeat) => object
): OwedNotice[] {
  return [...groupBy(seats, idOf)].flatMap(([employeeId, own]) => {
    const facts = { employeeId, name: own[0]!.name, shifts: own.map(about) }
    const { holder, lead } = TODO[kind]
    return [
      { employeeId, kind, facts: { ...facts, todo: holder } },
      ...(leads.get(employeeId) ?? []).map((leadId) => ({
        employeeId: leadId,
        kind,
        facts: { ...facts, todo: lead }
      }))
    ]
  })
}
