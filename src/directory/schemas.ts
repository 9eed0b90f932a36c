import { Type } from 'typebox'
import { Body, Id, LocalDateText, LocalTimeText, Nullable, NullableInstant, OneOf } from '../lib/schema.ts'
import { GRANTED_ROLES, LEVELS, LOCALES, READINESS } from '../words.ts'
import { EMAIL_PATTERN } from './email.ts'

/** One line of text: not blank, and no control characters, which PostgreSQL and spreadsheets choke on. */
const Line = (maxLength: number) =>
  Type.String({
    minLength: 1,
    maxLength,
    pattern: '^[^\\x00-\\x1f\\x7f]*[^\\x00-\\x20\\x7f][^\\x00-\\x1f\\x7f]*$'
  })

const StartOfWork = Type.String({ pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$', examples: ['08:00'] })
const Weekdays = Type.Array(Type.Integer({ minimum: 1, maximum: 7 }), {
  minItems: 1,
  maxItems: 7,
  uniqueItems: true,
  description: 'Monday is 1.'
})

const Named = Type.Object({ id: Id, name: Type.String() })

const PublicPerson = {
  id: Id,
  name: Type.String(),
  title: Type.String(),
  level: OneOf(LEVELS),
  isHost: Type.Boolean(),
  timeZone: Type.String(),
  team: Named,
  isActive: Type.Boolean()
}

export const EmployeeInList = Type.Object(PublicPerson)

export const Employee = Type.Object({
  ...PublicPerson,
  email: Type.Optional(
    Type.String({ description: 'This and what follows: for the person, their lead and HR.' })
  ),
  country: Type.Optional(Type.String()),
  region: Type.Optional(Nullable(Type.String())),
  workingDays: Type.Optional(Weekdays),
  workStartsAt: Type.Optional(LocalTimeText),
  workEndsAt: Type.Optional(LocalTimeText),
  ftePercent: Type.Optional(Type.Integer()),
  joinedOn: Type.Optional(LocalDateText),
  leavesOn: Type.Optional(Nullable(LocalDateText)),
  readiness: Type.Optional(OneOf(READINESS)),
  locale: Type.Optional(OneOf(LOCALES)),
  manager: Type.Optional(Nullable(Named)),
  leads: Type.Optional(Type.Array(Id, { description: 'Teams the person leads.' })),
  grants: Type.Optional(Type.Array(OneOf(GRANTED_ROLES))),
  deactivatedAt: Type.Optional(NullableInstant)
})

export const EmployeeChanges = Body({
  name: Type.Optional(Line(200)),
  email: Type.Optional(Type.String({ maxLength: 254, pattern: EMAIL_PATTERN, format: 'email' })),
  title: Type.Optional(Type.String({ maxLength: 200, pattern: '^[^\\x00-\\x1f\\x7f]*$' })),
  level: Type.Optional(OneOf(LEVELS)),
  teamId: Type.Optional(Id),
  managerId: Type.Optional(Nullable(Id)),
  timeZone: Type.Optional(Type.String({ maxLength: 64, examples: ['Europe/Oslo'] })),
  country: Type.Optional(Type.String({ pattern: '^[A-Z]{2}$', examples: ['NO'] })),
  region: Type.Optional(
    Nullable(
      Type.String({
        pattern: '^[A-Z0-9]{1,3}$',
        examples: ['BY'],
        description: 'Part of the country with public holidays of its own, by its short code.'
      })
    )
  ),
  workingDays: Type.Optional(Weekdays),
  workStartsAt: Type.Optional(StartOfWork),
  workEndsAt: Type.Optional(LocalTimeText),
  ftePercent: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
  joinedOn: Type.Optional(LocalDateText),
  leavesOn: Type.Optional(Nullable(LocalDateText)),
  isHost: Type.Optional(Type.Boolean()),
  readiness: Type.Optional(OneOf(READINESS)),
  locale: Type.Optional(OneOf(LOCALES))
})

export const SearchText = Type.String({
  minLength: 1,
  maxLength: 100,
  pattern: '^[^\\x00-\\x1f\\x7f]*$',
  description: 'Part of a name or title.'
})

export const Team = Type.Object({
  id: Id,
  name: Type.String(),
  supportCap: Type.Integer({ description: 'How many of the team may be on support at the same instant.' }),
  peopleCount: Type.Integer({ description: 'Active people.' }),
  leads: Type.Array(Named)
})

export const TeamChanges = Body({
  name: Type.Optional(Line(100)),
  supportCap: Type.Optional(Type.Integer({ minimum: 0, maximum: 10_000 }))
})

export const Leads = Body({
  employeeIds: Type.Array(Id, { minItems: 1, maxItems: 50, uniqueItems: true })
})
