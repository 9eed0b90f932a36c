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
    const facts = {
      rotationId: rotation.row.id,
      rotationName: rotation.row.name,
      publicationId: row.id,
      fromOn: row.fromOn,
      toOn: row.toOn,
      given: given.map((seat) => ({
        shiftId: seat.shift.id,
        startsAt: seat.row.startsAt,
        endsAt: seat.row.endsAt
      })),
      taken: []
    }
    const isRead = random.chance(0.8) && readAt < now
    return {
      id: id(createdAt),
      employeeId,
      kind: 'rotation-published',
      facts,
      createdAt,
      readAt: isRead ? readAt : null
    }
  })
}

/** The line that publishing leaves in the audit log. */
export function auditOf({ row, rotation, seats }: Publication, id: MakeId): typeof auditEntries.$inferSelect {
  return {
    id: id(row.publishedAt),
    at: row.publishedAt,
    actorId: row.publishedBy,
    action: 'rotation.published',
    objectType: 'rotation',
    objectId: rotation.row.id,
    before: null,
    after: {
      publicationId: row.id,
      draftId: row.draftId,
      fromOn: row.fromOn,
      toOn: row.toOn,
      given: seats.length
    },
    requestId: null
  }
}
