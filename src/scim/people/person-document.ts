import { createHash } from 'node:crypto'
import { ENTERPRISE, USER } from '../protocol/attributes.ts'
import { type Complex, type Document, isComplex, listOf, stableJson } from '../protocol/document.ts'
import type { PersonRow } from '../queries/people.ts'
import { emailOf, nameOf } from './read-fields.ts'

const sameText = (one: string, other: string) => one.toLowerCase() === other.toLowerCase()

/** A person of whom no identity provider has said anything yet, as if one had said what we know. */
function asKnown({ person, teamName }: PersonRow): Document {
  return {
    userName: person.email,
    displayName: person.name,
    emails: [{ value: person.email, type: 'work', primary: true }],
    timezone: person.timeZone,
    locale: person.locale,
    addresses: [{ type: 'work', country: person.country }],
    [ENTERPRISE]: { department: teamName }
  }
}

/** The address that counts, put in the place of the one that was said. */
function withEmail(document: Document, email: string): Document[string] {
  const emails = listOf(document.emails)
  const said = emailOf(document)
  const at = emails.findIndex((one) => isComplex(one) && one.value === said)
  if (at < 0) return [{ value: email, type: 'work', primary: true }, ...emails]
  return emails.map((one, index) => (index === at ? { ...(one as Complex), value: email } : one))
}

/**
 * What is changed on our side is shown as it is now, so that a resource that is sent back as it was read changes
 * nothing. Team, language, zone and country stay as the provider said them: they are read when it says something new.
 */
function withWhatWeKnow(said: Document, { person, said: row }: PersonRow): Document {
  const document = structuredClone(said)
  if (nameOf(document) !== person.name) document.displayName = person.name
  if (!sameText(emailOf(document), person.email)) document.emails = withEmail(document, person.email)
  if (person.title === '') delete document.title
  else document.title = person.title
  const manager = person.managerId ?? row?.managerRef ?? null
  const { manager: _, ...enterprise } = (document[ENTERPRISE] ?? {}) as Complex
  if (manager !== null) document[ENTERPRISE] = { ...enterprise, manager: { value: manager } }
  else if (Object.keys(enterprise).length > 0) document[ENTERPRISE] = enterprise
  else delete document[ENTERPRISE]
  return { ...document, active: person.deactivatedAt === null && person.suspendedAt === null }
}

/** What can be written of a person by SCIM, as it stands. */
export function writableOf(row: PersonRow): Document {
  const said = row.said
    ? ({
        ...row.said.resource,
        userName: row.said.userName,
        ...(row.said.externalId !== null && { externalId: row.said.externalId })
      } as Document)
    : asKnown(row)
  return withWhatWeKnow(said, row)
}

/** The mark of a state: whatever changes the resource changes it. */
export const versionOf = (document: Document): string =>
  `W/"${createHash('sha256').update(stableJson(document)).digest('base64url').slice(0, 22)}"`

/** Names are shown beside ids, and cannot be written. */
function withManagerName(document: Document, managerName: string | null, base: string): Document {
  const { manager, ...rest } = (document[ENTERPRISE] ?? {}) as Complex
  if (!isComplex(manager) || managerName === null) return document
  const $ref = `${base}/Users/${String(manager.value)}`
  return { ...document, [ENTERPRISE]: { ...rest, manager: { ...manager, displayName: managerName, $ref } } }
}

/** A person as a resource, with id, groups and meta. */
export function personDocument(row: PersonRow, base: string): Document {
  const { person, said, groups } = row
  const writable = withManagerName(writableOf(row), row.managerName, base)
  const document: Document = {
    ...writable,
    schemas: writable[ENTERPRISE] ? [USER, ENTERPRISE] : [USER],
    id: person.id,
    ...(groups.length > 0 && {
      groups: groups.map((group) => ({ ...group, $ref: `${base}/Groups/${group.value}` }))
    })
  }
  return {
    ...document,
    meta: {
      resourceType: 'User',
      created: person.createdAt.toISOString(),
      lastModified: (said?.changedAt ?? person.createdAt).toISOString(),
      location: `${base}/Users/${person.id}`,
      version: versionOf(document)
    }
  }
}
