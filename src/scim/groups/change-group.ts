import type { Tx } from '../../../db/client.ts'
import { recordAudit } from '../../audit/record-audit.ts'
import type { AnyContext } from '../../context.ts'
import { GROUPS } from '../protocol/attributes.ts'
import { type Document, isComplex, listOf } from '../protocol/document.ts'
import { readResource, requireAttributes } from '../protocol/read-resource.ts'
import { badRequest, ScimProblem } from '../protocol/scim-problem.ts'
import {
  addMembers,
  deleteGroupRow,
  findGroup,
  type GroupRow,
  insertGroup,
  listMembers,
  listNameable,
  lockGroup,
  removeMembers,
  updateGroup
} from '../queries/groups.ts'
import { isId, lockMany } from '../queries/people.ts'
import { followGroups } from './follow-groups.ts'
import { writableOfGroup } from './group-document.ts'

export const noSuchGroup = () => new ScimProblem(404, undefined, 'There is no such group.')

const LONGEST_NAME = 250

/** Ids of the members, in small letters as PostgreSQL writes them. */
const memberIds = (document: Document): string[] =>
  listOf(document.members).flatMap((member) =>
    isComplex(member) && typeof member.value === 'string' ? [member.value.toLowerCase()] : []
  )

function checked(document: Document): Document {
  requireAttributes(GROUPS, document)
  if (String(document.displayName).length > LONGEST_NAME) {
    throw badRequest('invalidValue', `displayName has ${LONGEST_NAME} characters at most.`)
  }
  return document
}

const externalIdOf = ({ externalId }: Document) => (typeof externalId === 'string' ? externalId : null)

/** Takes a group in. It means nothing until an administrator says what. @throws {ScimProblem} */
export async function createGroup(ctx: AnyContext, body: unknown): Promise<GroupRow> {
  const document = checked(readResource(GROUPS, body))
  const now = ctx.now()
  return ctx.db.transaction(async (tx) => {
    const row = { displayName: String(document.displayName), externalId: externalIdOf(document) }
    const id = await insertGroup(tx, { ...row, createdAt: now, changedAt: now })
    const members = await known(tx, [...new Set(memberIds(document))])
    await addMembers(tx, id, members, now)
    await audit(tx, ctx, 'provisioned-group.added', id, { after: { ...row, members } })
    return (await findGroup(tx, id))!
  })
}

/** Only people whom SCIM knows can be members; a group within a group is refused rather than lost. */
async function known(tx: Tx, ids: readonly string[]): Promise<string[]> {
  const there = await listNameable(tx, ids.filter(isId))
  const missing = ids.filter((id) => !there.has(id))
  if (missing.length > 0) {
    throw badRequest('invalidValue', `There is no user ${missing.slice(0, 5).join(', ').slice(0, 300)}.`)
  }
  return [...ids]
}

/**
 * Changes a group as a PUT or PATCH says. Whoever came or went gets or loses the team and role that the group means.
 *
 * @throws {ScimProblem} 404, 412 by the precondition, 400 for a member who is not there.
 */
export async function changeGroup(
  ctx: AnyContext,
  id: string,
  check: (group: GroupRow) => void,
  change: (before: Document) => Document
): Promise<GroupRow> {
  return ctx.db.transaction(async (tx) => {
    const group = await lockThere(tx, id)
    check(group)
    const members = (await listMembers(tx, [group.id])).get(group.id)!
    const before = members.map(({ value }) => value)
    const after = checked(change(writableOfGroup(group, members)))
    const wanted = [...new Set(memberIds(after))]
    const added = await known(
      tx,
      wanted.filter((member) => !before.includes(member))
    )
    const removed = before.filter((member) => !wanted.includes(member))
    const fields = { displayName: String(after.displayName), externalId: externalIdOf(after) }
    const isSame = fields.displayName === group.displayName && fields.externalId === group.externalId
    if (isSame && added.length + removed.length === 0) return group
    await updateGroup(tx, group.id, { ...fields, changedAt: ctx.now() })
    await addMembers(tx, group.id, added, ctx.now())
    await removeMembers(tx, group.id, removed)
    await audit(tx, ctx, 'provisioned-group.changed', group.id, {
      before: { displayName: group.displayName },
      after: { displayName: fields.displayName, added, removed }
    })
    await follow(tx, ctx, group, [...added, ...removed])
    return (await findGroup(tx, group.id))!
  })
}

/** The group is gone at the provider, and with it what it gave. @throws {ScimProblem} 404, 412 by the precondition. */
export async function deleteGroup(
  ctx: AnyContext,
  id: string,
  check: (group: GroupRow) => void
): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const group = await lockThere(tx, id)
    check(group)
    const members = (await listMembers(tx, [group.id])).get(group.id)!.map(({ value }) => value)
    await deleteGroupRow(tx, group.id)
    const { displayName } = group
    await audit(tx, ctx, 'provisioned-group.deleted', group.id, { before: { displayName, members } })
    await follow(tx, ctx, group, members)
  })
}

async function lockThere(tx: Tx, id: string): Promise<GroupRow> {
  const group = isId(id) ? await lockGroup(tx, id) : null
  if (!group) throw noSuchGroup()
  return group
}

async function follow(tx: Tx, ctx: AnyContext, { teamId, role }: GroupRow, people: string[]): Promise<void> {
  if ((teamId === null && role === null) || people.length === 0) return
  await lockMany(tx, people)
  await followGroups(tx, ctx, people.toSorted(), new Set(teamId && role !== 'lead' ? [teamId] : []))
}

async function audit(
  tx: Tx,
  ctx: AnyContext,
  action: string,
  objectId: string,
  facts: { before?: unknown; after?: unknown }
): Promise<void> {
  await recordAudit(tx, ctx, { action, objectType: 'provisioned-group', objectId, ...facts })
}
