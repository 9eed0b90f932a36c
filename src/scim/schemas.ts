import { Type } from 'typebox'
import { Body, Id, Instant, Nullable, NullableInstant, OneOf } from '../lib/schema.ts'
import { GROUP_ROLES, LOCALES } from '../words.ts'

const defaults = {
  teamId: Nullable(Id),
  timeZone: Type.String({ maxLength: 64, examples: ['Europe/Oslo'] }),
  country: Type.String({ pattern: '^[A-Z]{2}$', examples: ['NO'] }),
  locale: OneOf(LOCALES)
}

export const DefaultsBody = Body(defaults)

const Token = Type.Object({
  id: Id,
  name: Type.String(),
  createdAt: Instant,
  createdBy: Type.String(),
  expiresAt: Instant,
  lastUsedAt: NullableInstant
})

const Held = Type.Object({
  employeeId: Id,
  name: Type.String(),
  teamId: Id,
  teamName: Type.String(),
  heldAt: NullableInstant,
  seats: Type.Integer({ description: 'Seats on shifts to come, which stay theirs until somebody decides.' })
})

export const ProvisioningState = Type.Object({
  people: Type.Integer({ description: 'Active people whom the identity provider has brought or changed.' }),
  groups: Type.Integer(),
  lastAskedAt: NullableInstant,
  lastChangedAt: NullableInstant,
  tokens: Type.Array(Token),
  held: Type.Array(Held),
  incompleteCount: Type.Integer(),
  defaults: Type.Object({
    ...defaults,
    areSet: Type.Boolean({ description: 'False: nobody has set them, and these are what most people have.' })
  })
})

export const Incomplete = Type.Object({
  items: Type.Array(
    Type.Object({
      employeeId: Id,
      name: Type.String(),
      teamName: Type.String(),
      assumed: Type.Array(
        Type.Object({ field: OneOf(['teamId', 'timeZone', 'country', 'joinedOn']), value: Type.String() })
      )
    })
  )
})

export const Groups = Type.Object({
  items: Type.Array(
    Type.Object({
      id: Id,
      displayName: Type.String(),
      teamId: Nullable(Id),
      teamName: Nullable(Type.String()),
      role: Nullable(OneOf(GROUP_ROLES)),
      members: Type.Integer()
    })
  )
})
