import { GROUP } from '../protocol/attributes.ts'
import type { Document } from '../protocol/document.ts'
import type { GroupRow, Member } from '../queries/groups.ts'

/** What can be written of a group by SCIM, as it stands. */
export function writableOfGroup(group: GroupRow, members: readonly Member[]): Document {
  return {
    displayName: group.displayName,
    ...(group.externalId !== null && { externalId: group.externalId }),
    ...(members.length > 0 && { members: members.map(({ value }) => ({ value })) })
  }
}

export const versionOfGroup = ({ revision }: GroupRow): string => `W/"${revision}"`

/** A group as a resource; without members where nobody asks for them. */
export function groupDocument(group: GroupRow, members: readonly Member[], base: string): Document {
  return {
    schemas: [GROUP],
    id: group.id,
    ...writableOfGroup(group, []),
    ...(members.length > 0 && {
      members: members.map(({ value, display }) => ({
        value,
        display,
        $ref: `${base}/Users/${value}`,
        type: 'User'
      }))
    }),
    meta: {
      resourceType: 'Group',
      created: group.createdAt.toISOString(),
      lastModified: group.changedAt.toISOString(),
      location: `${base}/Groups/${group.id}`,
      version: versionOfGroup(group)
    }
  }
}
