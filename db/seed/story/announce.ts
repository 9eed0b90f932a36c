import type { auditEntries } from '../../schema/audit.ts'
import type { notices } from '../../schema/notices.ts'
import type { publicationChanges } from '../../schema/publications.ts'
import { groupBy } from '../group.ts'
import type { MakeId } from '../ids.ts'
import type { Publication } from '../plan/publish.ts'
import type { Random } from '../random.ts'

/** Who was given what by a publication. Nothing was taken away: each covers weeks of its own. */
export function changesOf({ row, seats }: Publication): (typeof publicationChanges.$inferSelect)[] {
  return seats.map((seat) => ({ publicationId: row.id, assignmentId: seat.row.id, effect: 'given' as const }))
}

/** One notice per person touched by a publication; most have read theirs within three days. */
export function noticesOf(
  { row, rotation, seats }: Publication,
  { random, id, now }: { random: Random; id: MakeId; now: Date }
): (typeof notices.$inferSelect)[] {
  const { publishedAt: createdAt } = row
  return [...groupBy(seats, (seat) => seat.person.row.id)].map(([employeeId, given]) => {
    const readAt = new Date(createdAt.getTime() + random.between(5, 3 * 24 * 60) * 60_000)
    const spans = given.map(({ row: { startsAt, endsAt } }) => ({ startsAt, endsAt }))
    const facts = {
      publicationId: row.id,
      rotationId: rotation.row.id,
      rotationName: rotation.row.name,
      fromOn: row.fromOn,
      toOn: row.toOn,
      given: spans,
      taken: [],
      kept: 0,
      firstShiftAt: spans[0]!.startsAt
    }
    const isRead = random.chance(0.8) && readAt < now
    return {
      id: id(createdAt),
      employeeId,
      kind: 'rotation-published',
      facts,
      createdAt,
      readAt: isRead ? readAt : null,
      routedAt: createdAt
    }
  })
}

/** The lines that planning and publishing leave in the audit log. */
export function auditOf({ row, draft }: Publication, id: MakeId): (typeof auditEntries.$inferInsert)[] {
  const { rotationId, fromOn, toOn, draftId } = row
  const system = { before: null, requestId: null, actorId: row.publishedBy }
  const drafted = { rotationId, fromOn, toOn, seed: draft.seed, score: draft.score!.total }
  return [
    {
      ...{ ...system, id: id(draft.createdAt), at: draft.createdAt, action: 'draft.created' },
      ...{ objectType: 'draft', objectId: draftId, after: drafted }
    },
    {
      ...{ ...system, id: id(row.publishedAt), at: row.publishedAt, action: 'rotation.published' },
      ...{ objectType: 'publication', objectId: row.id, after: { rotationId, draftId, fromOn, toOn } }
    }
  ]
}
