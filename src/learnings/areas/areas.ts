import { constraintOf, type Tx } from '../../../db/client.ts'
import { recordAudit } from '../../audit/record-audit.ts'
import type { AnyContext, Context } from '../../context.ts'
import { AreaInUse, AreaNameTaken, AreaNotFound, AreaOwnerNotValid } from './errors.ts'
import { deleteAreaRow, insertArea, isEmployed, isInUse, listAreas, lockArea, updateArea } from './queries.ts'

export interface AreaFields {
  name: string
  /** Who owns new themes of the area; null: whoever makes them. */
  ownerId?: string | null
}

/** The product areas that are offered, by name; archived ones too when asked for. */
export async function listProductAreas(ctx: AnyContext, { withArchived = false } = {}) {
  const areas = await listAreas(ctx.db, withArchived)
  return areas.map(({ ownerId, ownerName, ...area }) => ({
    ...area,
    owner: ownerId === null ? null : { id: ownerId, name: ownerName! }
  }))
}

/** One of them, archived or not. @throws {AreaNotFound} */
export async function readProductArea(ctx: AnyContext, areaId: string) {
  const areas = await listProductAreas(ctx, { withArchived: true })
  const area = areas.find(({ id }) => id === areaId.toLowerCase())
  if (!area) throw new AreaNotFound({ areaId })
  return area
}

/**
 * Adds a product area.
 *
 * @returns its id
 * @throws {AreaNameTaken} {@link AreaOwnerNotValid}
 */
export async function addArea(ctx: Context, { name: written, ownerId = null }: AreaFields): Promise<string> {
  const name = written.trim()
  return refusingTwice(name, () =>
    ctx.db.transaction(async (tx) => {
      await checkOwner(tx, ownerId)
      const id = await insertArea(tx, { name, ownerId, createdAt: ctx.now() })
      await audit(tx, ctx, 'area.added', id, { name, ownerId })
      return id
    })
  )
}

/**
 * Renames an area or gives it another owner; what is of it goes along.
 *
 * @throws {AreaNotFound} {@link AreaNameTaken} {@link AreaOwnerNotValid}
 */
export async function changeArea(ctx: Context, areaId: string, fields: Partial<AreaFields>): Promise<void> {
  const changes = { ...fields, ...(fields.name !== undefined && { name: fields.name.trim() }) }
  await refusingTwice(changes.name ?? '', () =>
    ctx.db.transaction(async (tx) => {
      const area = await lockExisting(tx, areaId)
      await checkOwner(tx, changes.ownerId)
      if (Object.keys(changes).length === 0) return
      await updateArea(tx, area.id, changes)
      await audit(tx, ctx, 'area.changed', area.id, changes)
    })
  )
}

/** Archives an area, so that it is offered no more, or brings it back; again changes nothing. @throws {AreaNotFound} */
export async function archiveArea(ctx: Context, areaId: string, isArchived: boolean): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const area = await lockExisting(tx, areaId)
    if ((area.archivedAt !== null) === isArchived) return
    await updateArea(tx, area.id, { archivedAt: isArchived ? ctx.now() : null })
    await audit(tx, ctx, isArchived ? 'area.archived' : 'area.restored', area.id, { name: area.name })
  })
}

/** Deletes an area that nothing is of. @throws {AreaNotFound} {@link AreaInUse} */
export async function deleteArea(ctx: Context, areaId: string): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const area = await lockExisting(tx, areaId)
    if (await isInUse(tx, area.id)) throw new AreaInUse({ areaId: area.id })
    await deleteAreaRow(tx, area.id)
    await audit(tx, ctx, 'area.deleted', area.id, { name: area.name })
  })
}

async function lockExisting(tx: Tx, areaId: string) {
  const area = await lockArea(tx, areaId)
  if (!area) throw new AreaNotFound({ areaId })
  return area
}

async function checkOwner(tx: Tx, ownerId: string | null | undefined): Promise<void> {
  if (ownerId && !(await isEmployed(tx, ownerId))) throw new AreaOwnerNotValid({ ownerId })
}

async function refusingTwice<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    throw constraintOf(error) === 'product_areas_name_is_unique' ? new AreaNameTaken({ name }) : error
  }
}

async function audit(tx: Tx, ctx: Context, action: string, objectId: string, after: unknown): Promise<void> {
  await recordAudit(tx, ctx, { action, objectType: 'area', objectId, after })
}
