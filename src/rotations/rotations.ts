import { constraintOf, type Queryable } from '../../db/client.ts'
import { recordAudit } from '../audit/record-audit.ts'
import type { AnyContext, Context } from '../context.ts'
import { type PageOf, pageOf, readCursor } from '../lib/paging.ts'
import { complaintsAbout } from './check-rotation.ts'
import { RotationNameTaken, RotationNotFound, RotationNotValid } from './errors.ts'
import {
  findRotation,
  findRotationByName,
  insertRotation,
  listRotations,
  listTeamIds,
  lockRotation,
  updateRotation
} from './queries/rotations.ts'
import type { Rotation, RotationFields } from './rotation-fields.ts'

/** A page of the rotations by name. */
export async function readRotations(
  ctx: Context,
  { cursor, limit = 50 }: { cursor?: string; limit?: number }
): Promise<PageOf<Rotation>> {
  const rows = await listRotations(ctx.db, { after: readCursor(cursor), limit: limit + 1 })
  return pageOf(rows, limit, ({ id, name }) => ({ key: name, id }))
}

/** @throws {RotationNotFound} */
export async function readRotation(db: Queryable, rotationId: string): Promise<Rotation> {
  const rotation = await findRotation(db, rotationId)
  if (!rotation) throw new RotationNotFound({ rotationId })
  return rotation
}

/**
 * The rotation of this name, in any case; names are unique.
 *
 * @throws {RotationNotFound}
 */
export async function readRotationNamed(db: Queryable, name: string): Promise<Rotation> {
  const rotation = await findRotationByName(db, name)
  if (!rotation) throw new RotationNotFound({ name })
  return rotation
}

/**
 * Sets up a recurring arrangement. No shift exists before a draft of it is published.
 *
 * @throws {RotationNotValid} {@link RotationNameTaken}
 */
export async function createRotation(ctx: AnyContext, wanted: RotationFields): Promise<Rotation> {
  return withNameKept(() =>
    ctx.db.transaction(async (tx) => {
      const fields = await checkRotation(tx, wanted)
      const id = await insertRotation(tx, fields, ctx.now())
      const change = { action: 'rotation.created', objectType: 'rotation', objectId: id, after: fields }
      await recordAudit(tx, ctx, change)
      return { id, ...fields }
    })
  )
}

/**
 * Changes some fields of a rotation; `slots` replaces the whole pattern. What is published stays as it is until
 * the next publication.
 *
 * @throws {RotationNotFound} {@link RotationNotValid} {@link RotationNameTaken}
 */
export async function changeRotation(
  ctx: AnyContext,
  rotationId: string,
  wanted: Partial<RotationFields>
): Promise<Rotation> {
  return withNameKept(() =>
    ctx.db.transaction(async (tx) => {
      const before = await lockRotation(tx, rotationId)
      if (!before) throw new RotationNotFound({ rotationId })
      const { id, ...known } = before
      const fields = await checkRotation(tx, { ...known, ...wanted })
      if (JSON.stringify(fields) === JSON.stringify(known)) return before
      await updateRotation(tx, id, fields)
      const change = {
        action: 'rotation.changed',
        objectType: 'rotation',
        objectId: id,
        before: known,
        after: fields
      }
      await recordAudit(tx, ctx, change)
      return { id, ...fields }
    })
  )
}

/**
 * A rotation as it would be stored: tidied, and without a complaint.
 *
 * @throws {RotationNotValid}
 */
export async function checkRotation(db: Queryable, wanted: RotationFields): Promise<RotationFields> {
  const fields = tidied(wanted)
  const complaints = complaintsAbout(fields)
  const known = fields.eligibleTeamIds ? await listTeamIds(db, fields.eligibleTeamIds) : []
  for (const id of fields.eligibleTeamIds ?? []) {
    if (!known.includes(id)) complaints.push({ field: 'eligibleTeamIds', message: `there is no team ${id}` })
  }
  if (complaints.length > 0) throw new RotationNotValid(complaints)
  return fields
}

function tidied(fields: RotationFields): RotationFields {
  const byStart = (a: { weekday: number; startsAt: string }, b: { weekday: number; startsAt: string }) =>
    a.weekday - b.weekday || (a.startsAt < b.startsAt ? -1 : 1)
  return {
    ...fields,
    name: fields.name.normalize('NFC').trim().replaceAll(/\s+/g, ' '),
    slots: [...fields.slots].sort(byStart),
    eligibleTeamIds: fields.eligibleTeamIds && [...new Set(fields.eligibleTeamIds)].sort(),
    eligibleLevels: fields.eligibleLevels && [...new Set(fields.eligibleLevels)].sort()
  }
}

async function withNameKept<Answer>(write: () => Promise<Answer>): Promise<Answer> {
  try {
    return await write()
  } catch (error) {
    throw constraintOf(error) === 'rotations_name_is_unique' ? new RotationNameTaken() : error
  }
}
