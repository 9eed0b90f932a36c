import type { Queryable } from '../../db/client.ts'
import { scimPeople, scimTokens } from '../../db/schema/scim.ts'
import { scimGroups } from '../../db/schema/scim-groups.ts'
import type { Employee } from './people.ts'

/** A token, a group that means nothing yet, and people of whom a country was assumed. */
export async function insertProvisioningThings(
  db: Queryable,
  createdBy: string,
  people: readonly Employee[]
) {
  const expiresAt = new Date('2029-01-01T00:00:00Z')
  const [token] = await db
    .insert(scimTokens)
    .values({ name: 'Entra ID', tokenHash: 'of no token', createdBy, expiresAt })
    .returning()
  const [group] = await db.insert(scimGroups).values({ displayName: 'Everybody' }).returning()
  for (const { id: employeeId, email: userName, country } of people) {
    await db.insert(scimPeople).values({ employeeId, userName, resource: {}, assumed: { country } })
  }
  return { tokenId: token!.id, groupId: group!.id }
}
