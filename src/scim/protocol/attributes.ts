export type AttributeType = 'string' | 'boolean' | 'complex' | 'dateTime' | 'reference'

/** What is said of an attribute in RFC 7643, as far as it changes what we do. */
export interface Attribute {
  readonly name: string
  readonly type: AttributeType
  readonly isMany?: true
  readonly isRequired?: true
  readonly isCaseExact?: true
  readonly isReadOnly?: true
  /** Of the standard, so identity providers send it, but nothing that a rota needs: it is taken and not kept. */
  readonly isDropped?: true
  readonly parts?: readonly Attribute[]
  readonly description?: string
}

export interface ResourceSchema {
  readonly id: string
  readonly name: 'User' | 'Group'
  readonly endpoint: '/Users' | '/Groups'
  readonly description: string
  readonly attributes: readonly Attribute[]
  readonly extension?: {
    readonly id: string
    readonly name: string
    readonly attributes: readonly Attribute[]
  }
}

export const USER = 'urn:ietf:params:scim:schemas:core:2.0:User'
export const GROUP = 'urn:ietf:params:scim:schemas:core:2.0:Group'
export const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'

const text = (name: string, more: Partial<Attribute> = {}): Attribute => ({ name, type: 'string', ...more })
const dropped = (name: string): Attribute => ({ name, type: 'string', isDropped: true })
const flag = (name: string): Attribute => ({ name, type: 'boolean' })
const reference: Attribute = { name: '$ref', type: 'reference', isReadOnly: true }

/** Attributes of every resource (RFC 7643, 3.1); `schemas` follows from what a resource holds. */
const COMMON: readonly Attribute[] = [
  text('id', { isReadOnly: true, isCaseExact: true }),
  text('externalId', { isCaseExact: true, description: 'The identity provider’s own name for it.' }),
  text('schemas', { isReadOnly: true, isMany: true, isCaseExact: true }),
  {
    name: 'meta',
    type: 'complex',
    isReadOnly: true,
    parts: [
      text('resourceType'),
      { name: 'created', type: 'dateTime' },
      { name: 'lastModified', type: 'dateTime' },
      { name: 'location', type: 'reference' },
      text('version', { isCaseExact: true })
    ]
  }
]

const NAME_PARTS = [
  text('formatted'),
  text('familyName'),
  text('givenName'),
  text('middleName'),
  dropped('honorificPrefix'),
  dropped('honorificSuffix')
]
const ADDRESS_PARTS = [
  text('type'),
  text('country', { description: 'Two letters; decides public holidays.' }),
  flag('primary'),
  ...['formatted', 'streetAddress', 'locality', 'region', 'postalCode'].map(dropped)
]
const DROPPED_OF_USERS = [
  'nickName',
  'profileUrl',
  'userType',
  'password',
  'phoneNumbers',
  'ims',
  'photos',
  'entitlements',
  'roles',
  'x509Certificates'
].map(dropped)

export const USERS: ResourceSchema = {
  id: USER,
  name: 'User',
  endpoint: '/Users',
  description: 'A person of the company',
  attributes: [
    ...COMMON,
    text('userName', { isRequired: true, description: 'Unique; without an e-mail address it must be one.' }),
    { name: 'name', type: 'complex', parts: NAME_PARTS, description: 'Said as one name.' },
    text('displayName', { description: 'The person’s name; before the parts of `name`.' }),
    text('title', { description: 'Job title.' }),
    text('preferredLanguage', { description: 'Stands in for a missing locale.' }),
    text('locale', { description: 'Language of pages and notices: nb, sv, everything else en.' }),
    text('timezone', { description: 'IANA name, such as Europe/Oslo.' }),
    { ...flag('active'), description: 'False ends the person’s part in the company at once.' },
    {
      name: 'emails',
      type: 'complex',
      isMany: true,
      parts: [text('value'), text('type'), flag('primary'), dropped('display')],
      description: 'The primary one, else the one of type work, else the first is written to.'
    },
    { name: 'addresses', type: 'complex', isMany: true, parts: ADDRESS_PARTS },
    {
      name: 'groups',
      type: 'complex',
      isMany: true,
      isReadOnly: true,
      parts: [text('value', { isCaseExact: true }), reference, text('display')]
    },
    ...DROPPED_OF_USERS
  ],
  extension: {
    id: ENTERPRISE,
    name: 'EnterpriseUser',
    attributes: [
      text('employeeNumber', { isCaseExact: true }),
      text('department', { description: 'The team’s name; a team not known yet is made.' }),
      {
        name: 'manager',
        type: 'complex',
        parts: [
          text('value', { description: 'Id, externalId or userName of the manager.' }),
          reference,
          text('displayName', { isReadOnly: true })
        ]
      },
      ...['costCenter', 'organization', 'division'].map(dropped)
    ]
  }
}

export const GROUPS: ResourceSchema = {
  id: GROUP,
  name: 'Group',
  endpoint: '/Groups',
  description: 'People who belong together; an administrator says here what that means',
  attributes: [
    ...COMMON,
    text('displayName', { isRequired: true }),
    {
      name: 'members',
      type: 'complex',
      isMany: true,
      parts: [
        text('value', { isCaseExact: true }),
        reference,
        text('display', { isReadOnly: true }),
        dropped('type')
      ]
    }
  ]
}

/** A place in a resource: an attribute, perhaps of an extension, perhaps a part of it. */
export interface Place {
  /** The extension it stands in; null for the resource itself. */
  readonly holder: string | null
  readonly attribute: Attribute
  readonly part: Attribute | null
}

const named = (attributes: readonly Attribute[], name: string) =>
  attributes.find((attribute) => attribute.name.toLowerCase() === name.toLowerCase())

/** Finds what a name such as `name.givenName` means among attributes; capitals do not matter. */
export function placeAmong(attributes: readonly Attribute[], name: string, holder: string | null = null) {
  const dot = name.indexOf('.')
  const attribute = named(attributes, dot < 0 ? name : name.slice(0, dot))
  if (!attribute) return null
  if (dot < 0) return { holder, attribute, part: null } satisfies Place
  if (attribute.isDropped) return { holder, attribute, part: null } satisfies Place
  const part = named(attribute.parts ?? [], name.slice(dot + 1))
  return part ? ({ holder, attribute, part } satisfies Place) : null
}

/** The same in a resource, where the name may begin with the URN of a schema. Null: there is no such attribute. */
export function placeIn(schema: ResourceSchema, name: string): Place | null {
  const { extension } = schema
  const after = (urn: string) =>
    name.toLowerCase().startsWith(`${urn.toLowerCase()}:`) ? name.slice(urn.length + 1) : null
  const inExtension = extension && after(extension.id)
  if (extension && inExtension) return placeAmong(extension.attributes, inExtension, extension.id)
  return placeAmong(schema.attributes, after(schema.id) ?? name)
}

/** The attribute that a comparison looks at: a complex one that is compared whole means its `value`. */
export function meant({ attribute, part }: Place): Attribute {
  const it = part ?? attribute
  return it.type === 'complex' ? (it.parts?.find(({ name }) => name === 'value') ?? it) : it
}
