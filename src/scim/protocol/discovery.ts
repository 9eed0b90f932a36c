import { type Attribute, GROUPS, type ResourceSchema, USERS } from './attributes.ts'

const META = 'urn:ietf:params:scim:schemas:core:2.0'
const LIST = 'urn:ietf:params:scim:api:messages:2.0:ListResponse'

/** Resources of one page of a list (RFC 7644, 3.4.2). */
export function listResponse(
  resources: readonly unknown[],
  { total = resources.length, startIndex = 1 } = {}
) {
  return {
    schemas: [LIST],
    totalResults: total,
    itemsPerPage: resources.length,
    startIndex,
    Resources: resources
  }
}

/** Resources in one answer at most. */
export const MOST_RESULTS = 200

/** What this server can do, and what not (RFC 7643, 5). */
export function serviceProviderConfig(base: string) {
  const no = { supported: false }
  return {
    schemas: [`${META}:ServiceProviderConfig`],
    patch: { supported: true },
    bulk: { supported: false, maxOperations: 0, maxPayloadSize: 0 },
    filter: { supported: true, maxResults: MOST_RESULTS },
    changePassword: no,
    sort: no,
    etag: { supported: true },
    authenticationSchemes: [
      {
        type: 'oauthbearertoken',
        name: 'Bearer token',
        description: 'A token that an administrator makes under Settings, Provisioning.',
        primary: true
      }
    ],
    meta: { resourceType: 'ServiceProviderConfig', location: `${base}/ServiceProviderConfig` }
  }
}

export function resourceTypes(base: string) {
  return [USERS, GROUPS].map(({ id, name, endpoint, description, extension }) => ({
    schemas: [`${META}:ResourceType`],
    id: name,
    name,
    endpoint,
    description,
    schema: id,
    schemaExtensions: extension ? [{ schema: extension.id, required: false }] : [],
    meta: { resourceType: 'ResourceType', location: `${base}/ResourceTypes/${name}` }
  }))
}

const UNIQUE = new Set(['userName', 'id'])

function attributeDocument(attribute: Attribute): Record<string, unknown> {
  const { name, type, isMany, isRequired, isCaseExact, isReadOnly, description, parts } = attribute
  return {
    name,
    type,
    multiValued: isMany ?? false,
    description: description ?? name,
    required: isRequired ?? false,
    caseExact: isCaseExact ?? false,
    mutability: isReadOnly ? 'readOnly' : 'readWrite',
    returned: name === 'id' ? 'always' : 'default',
    uniqueness: UNIQUE.has(name) ? 'server' : 'none',
    ...(type === 'reference' && { referenceTypes: ['external'] }),
    ...(parts && { subAttributes: parts.filter(({ isDropped }) => !isDropped).map(attributeDocument) })
  }
}

/** Attributes that every resource has are not repeated in its schema (RFC 7643, 7). */
const COMMON_NAMES = new Set(['id', 'externalId', 'schemas', 'meta'])

const schemaDocument = (
  {
    id,
    name,
    description,
    attributes
  }: { id: string; name: string; description: string; attributes: readonly Attribute[] },
  base: string
) => ({
  schemas: [`${META}:Schema`],
  id,
  name,
  description,
  attributes: attributes
    .filter((attribute) => !attribute.isDropped && !COMMON_NAMES.has(attribute.name))
    .map(attributeDocument),
  meta: { resourceType: 'Schema', location: `${base}/Schemas/${id}` }
})

const extensionOf = ({ extension }: ResourceSchema) => extension!

/** What is kept of each resource; what a provider sends beyond it is taken and not kept. */
export function schemas(base: string) {
  const enterprise = { ...extensionOf(USERS), description: 'A person at work' }
  return [USERS, enterprise, GROUPS].map((schema) => schemaDocument(schema, base))
}
