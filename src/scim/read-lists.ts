import type { AnyContext } from '../context.ts'
import { groupDocument } from './groups/group-document.ts'
import { personDocument } from './people/person-document.ts'
import { GROUPS, type ResourceSchema, USERS } from './protocol/attributes.ts'
import { listResponse } from './protocol/discovery.ts'
import type { Document } from './protocol/document.ts'
import type { Filter } from './protocol/filter.ts'
import { type ListQuery, soughtBy } from './protocol/list-query.ts'
import { matchesFilter } from './protocol/matches-filter.ts'
import { isWanted, type Projection, project } from './protocol/project.ts'
import { countGroups, type GroupKey, type GroupRow, listGroups, listMembers } from './queries/groups.ts'
import { countPeople, listPersonRows, type PersonKey } from './queries/people.ts'

/** The rows of a page that is asked for by number alone. */
const pageOf = ({ startIndex, count }: ListQuery) => ({ offset: startIndex - 1, limit: count })

function answer(schema: ResourceSchema, documents: Document[], total: number, query: ListQuery) {
  const resources = documents.map((document) => project(schema, document, query))
  return listResponse(resources, { total, startIndex: query.startIndex })
}

const cut = <Row>(rows: Row[], { startIndex, count }: ListQuery): Row[] =>
  rows.slice(startIndex - 1, startIndex - 1 + count)

function keyOf<By extends string>(filter: Filter | null, names: readonly (readonly [By, string])[]) {
  for (const [by, name] of names) {
    const value = soughtBy(filter, name)
    if (value !== null) return { by, value }
  }
  return null
}

const PERSON_KEYS = [
  ['id', 'id'],
  ['userName', 'userName'],
  ['externalId', 'externalId'],
  ['email', 'emails']
] as const satisfies [PersonKey['by'], string][]

const GROUP_KEYS = [
  ['id', 'id'],
  ['displayName', 'displayName'],
  ['externalId', 'externalId'],
  ['member', 'members']
] as const satisfies [GroupKey['by'], string][]

/** People that fit a filter, a page of them. Asked for by name they are found by an index; else everybody is looked at. */
export async function listUsers({ db }: AnyContext, query: ListQuery, base: string) {
  const { filter } = query
  if (filter === null) {
    const rows = query.count === 0 ? [] : await listPersonRows(db, null, pageOf(query))
    return answer(
      USERS,
      rows.map((row) => personDocument(row, base)),
      await countPeople(db),
      query
    )
  }
  const rows = await listPersonRows(db, keyOf(filter, PERSON_KEYS))
  const found = rows
    .map((row) => personDocument(row, base))
    .filter((document) => matchesFilter(filter, document))
  return answer(USERS, cut(found, query), found.length, query)
}

/** Whether the members have to be read at all: a large group is asked for without. */
const needsMembers = (filter: Filter | null, projection: Projection): boolean =>
  isWanted(GROUPS, projection, 'members') || (filter !== null && mentionsMembers(filter))

function mentionsMembers(filter: Filter): boolean {
  if (filter.kind === 'and' || filter.kind === 'or') return filter.parts.some(mentionsMembers)
  if (filter.kind === 'not') return mentionsMembers(filter.part)
  return filter.at.attribute.name === 'members'
}

export async function groupDocuments(
  { db }: AnyContext,
  groups: readonly GroupRow[],
  base: string,
  withMembers: boolean
): Promise<Document[]> {
  const members = withMembers
    ? await listMembers(
        db,
        groups.map(({ id }) => id)
      )
    : null
  return groups.map((group) => groupDocument(group, members?.get(group.id) ?? [], base))
}

/** Groups that fit a filter, a page of them. */
export async function listScimGroups(ctx: AnyContext, query: ListQuery, base: string) {
  const { filter } = query
  const withMembers = needsMembers(filter, query)
  if (filter === null) {
    const groups = query.count === 0 ? [] : await listGroups(ctx.db, null, pageOf(query))
    return answer(
      GROUPS,
      await groupDocuments(ctx, groups, base, withMembers),
      await countGroups(ctx.db),
      query
    )
  }
  const groups = await listGroups(ctx.db, keyOf(filter, GROUP_KEYS))
  const documents = await groupDocuments(ctx, groups, base, withMembers)
  const found = documents.filter((document) => matchesFilter(filter, document))
  return answer(GROUPS, cut(found, query), found.length, query)
}
