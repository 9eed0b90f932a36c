import type { Tx } from '../../db/client.ts'
import type { AnyContext } from '../context.ts'
import { queueNotices } from '../notices/queue-notices.ts'
import type { Rotation } from './rotation-fields.ts'
import type { Changes } from './write-publication.ts'

interface Told {
  publicationId: string
  rotation: Rotation
  draft: { fromOn: string; toOn: string }
  changes: Changes
  /** When each drafted shift ends, by start in milliseconds: a seat kept may have been lengthened or cut. */
  endOf: ReadonlyMap<number, Date>
}

/** Tells each person who is given or taken a seat, or whose shift ends at another time, once, of all of it; nobody else. */
export async function tellOfPublication(tx: Tx, ctx: AnyContext, told: Told): Promise<void> {
  const touched = told.changes
    .map((change) => ({ ...change, moved: movedOf(change.kept, told.endOf) }))
    .filter(({ given, taken, moved }) => given.length + taken.length + moved.length > 0)
  const notices = touched.map(({ employeeId, given, taken, moved, kept }) => ({
    employeeId,
    kind: 'rotation-published',
    facts: {
      publicationId: told.publicationId,
      rotationId: told.rotation.id,
      rotationName: told.rotation.name,
      fromOn: told.draft.fromOn,
      toOn: told.draft.toOn,
      given: given.map(spanOf),
      taken: taken.map(spanOf),
      moved,
      kept: kept.length,
      firstShiftAt: firstOf([...given, ...kept])
    }
  }))
  await queueNotices(tx, notices, ctx.now())
}

const spanOf = ({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }) => ({ startsAt, endsAt })

/** Seats kept whose shift ends at another time now: when it is, and when it ended before. */
function movedOf(kept: readonly { startsAt: Date; endsAt: Date }[], endOf: Told['endOf']) {
  return kept.flatMap(({ startsAt, endsAt: endedAt }) => {
    const endsAt = endOf.get(startsAt.getTime())
    return endsAt && endsAt.getTime() !== endedAt.getTime() ? [{ startsAt, endsAt, endedAt }] : []
  })
}

function firstOf(seats: { startsAt: Date }[]): Date | null {
  return seats.reduce<Date | null>(
    (first, { startsAt }) => (first && first < startsAt ? first : startsAt),
    null
  )
}
