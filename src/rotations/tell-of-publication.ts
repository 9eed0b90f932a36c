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
}

/** Tells each person who is given or taken a seat, once, of all of it; who only keeps seats hears nothing. */
export async function tellOfPublication(tx: Tx, ctx: AnyContext, told: Told): Promise<void> {
  const touched = told.changes.filter(({ given, taken }) => given.length + taken.length > 0)
  const notices = touched.map(({ employeeId, given, taken, kept }) => ({
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
      kept: kept.length,
      firstShiftAt: firstOf([...given, ...kept])
    }
  }))
  await queueNotices(tx, notices, ctx.now())
}

const spanOf = ({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }) => ({ startsAt, endsAt })

function firstOf(seats: { startsAt: Date }[]): Date | null {
  return seats.reduce<Date | null>(
    (first, { startsAt }) => (first && first < startsAt ? first : startsAt),
    null
  )
}
