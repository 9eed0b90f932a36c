import type { Context } from '../context.ts'
import { groupBy } from '../engine/facts/group-by.ts'
import { pageOf, readInstantCursor } from '../lib/paging.ts'
import { PublicationNotFound } from './errors.ts'
import {
  findPublication,
  listChanges,
  listPublications,
  type PublicationRow
} from './queries/publications.ts'
import { readRotation } from './rotations.ts'

/**
 * A page of a rotation's publications, newest first.
 *
 * @throws {RotationNotFound}
 */
export async function readPublications(
  ctx: Context,
  rotationId: string,
  { cursor, limit = 50 }: { cursor?: string; limit?: number }
) {
  await readRotation(ctx.db, rotationId)
  const rows = await listPublications(ctx.db, rotationId, {
    after: readInstantCursor(cursor),
    limit: limit + 1
  })
  const page = pageOf(rows, limit, ({ id, publishedAt }) => ({ key: publishedAt.toISOString(), id }))
  return { ...page, items: page.items.map(publicationView) }
}

/**
 * One publication with what it gave to whom and took from whom.
 *
 * @throws {PublicationNotFound}
 */
export async function readPublication(ctx: Context, publicationId: string) {
  const row = await findPublication(ctx.db, publicationId)
  if (!row) throw new PublicationNotFound({ publicationId })
  const changes = groupBy(await listChanges(ctx.db, publicationId), ({ employeeId }) => employeeId)
  const people = [...changes].map(([employeeId, own]) => ({
    employeeId,
    name: own[0]!.name,
    given: own.filter(({ effect }) => effect === 'given').map(spanOf),
    taken: own.filter(({ effect }) => effect === 'taken').map(spanOf)
  }))
  return { ...publicationView(row), people: people.sort((a, b) => (a.name < b.name ? -1 : 1)) }
}

const spanOf = ({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }) => ({ startsAt, endsAt })

function publicationView(row: PublicationRow) {
  const { publishedById, publishedByName, revertedById, revertedByName, ...publication } = row
  const person = (id: string | null, name: string | null) => (id === null ? null : { id, name: name ?? '' })
  return {
    ...publication,
    publishedBy: person(publishedById, publishedByName),
    revertedBy: person(revertedById, revertedByName)
  }
}
