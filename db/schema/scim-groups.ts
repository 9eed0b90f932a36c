import { sql } from 'drizzle-orm'
import { check, index, integer, pgEnum, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { GROUP_ROLES } from '../../src/words.ts'
import { idColumn, writtenAt } from './columns.ts'
import { employees } from './employees.ts'
import { teams } from './teams.ts'

/** Roles that a group may give. The administrator's is not among them, so no identity provider can make one. */
export const groupRoles = pgEnum('group_role', GROUP_ROLES)

/** A group of an identity provider, and what an administrator says that it means here: a team, a role, or nothing. */
export const scimGroups = pgTable(
  'scim_groups',
  {
    id: idColumn(),
    displayName: text().notNull(),
    externalId: text(),
    /** Members are of this team; with the role `lead` they lead it instead. */
    teamId: uuid().references(() => teams.id),
    role: groupRoles(),
    /** Counts changes of the group and its members. */
    revision: integer().notNull().default(1),
    createdAt: writtenAt(),
    changedAt: writtenAt()
  },
  (t) => [
    index('scim_groups_by_external_id').on(t.externalId),
    check('scim_groups_leads_lead_a_team', sql`${t.role} is distinct from 'lead' or ${t.teamId} is not null`)
  ]
)

export const scimGroupMembers = pgTable(
  'scim_group_members',
  {
    groupId: uuid()
      .notNull()
      .references(() => scimGroups.id, { onDelete: 'cascade' }),
    employeeId: uuid()
      .notNull()
      .references(() => employees.id),
    addedAt: writtenAt()
  },
  (t) => [
    primaryKey({ columns: [t.groupId, t.employeeId] }),
    index('scim_group_members_by_employee').on(t.employeeId)
  ]
)
