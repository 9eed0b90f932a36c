import { Type } from 'typebox'
import { PERSONAL_DATA } from '../engine/insight/mask-personal-data.ts'
import {
  Body,
  Id,
  Instant,
  InstantText,
  Nullable,
  NullableInstant,
  OneOf,
  PageQuery,
  Words
} from '../lib/schema.ts'
import { LEARNING_TYPES } from '../words.ts'
import { MASKED_FIELDS } from './mask-learning.ts'

const learning = {
  id: Id,
  shiftId: Id,
  shiftStartsAt: Instant,
  rotationId: Id,
  rotationName: Type.String(),
  type: OneOf(LEARNING_TYPES),
  areaId: Nullable(Id),
  areaName: Nullable(Type.String()),
  theme: Nullable(Type.Object({ id: Id, title: Type.String() })),
  triedTo: Type.String(),
  obstacle: Type.String(),
  customerWords: Nullable(Type.String()),
  timesThisShift: Type.Integer(),
  minutesLost: Type.Integer({ description: "Of the customer's time." }),
  ticketUrl: Nullable(Type.String()),
  action: Nullable(Type.String()),
  canFix: Type.Boolean({ description: 'Who heard it offers to fix it.' }),
  submittedAt: Instant,
  editedAt: NullableInstant,
  submittedBy: Type.Object({ id: Id, name: Type.String(), teamId: Id })
}

export const Learning = Type.Object(learning)

export const SubmittedLearning = Type.Object({
  ...learning,
  masked: Type.Array(
    Type.Object({
      field: OneOf(MASKED_FIELDS),
      kinds: Type.Array(OneOf(PERSONAL_DATA))
    }),
    { description: 'Where obvious personal data was replaced by a word in brackets before storing.' }
  )
})

const written = {
  type: OneOf(LEARNING_TYPES),
  triedTo: Words(1000, 'What the customer tried to do. No names: personal data that is obvious is masked.'),
  obstacle: Words(2000, 'What stood in the way.'),
  timesThisShift: Type.Integer({ minimum: 1, maximum: 1000, description: 'Customers on this shift.' }),
  minutesLost: Type.Integer({ minimum: 0, maximum: 10_000 }),
  canFix: Type.Boolean({ description: '"I can fix this."' })
}

const optional = {
  areaId: Id,
  customerWords: Words(4000, "The customer's own words."),
  ticketUrl: Type.String({ maxLength: 2000, pattern: '^[hH][tT][tT][pP][sS]?://' }),
  action: Words(2000, 'What I did.')
}

export const NewLearningBody = Body({
  ...written,
  timesThisShift: Type.Optional({ ...written.timesThisShift, default: 1 }),
  minutesLost: Type.Optional({ ...written.minutesLost, default: 0 }),
  canFix: Type.Optional({ ...written.canFix, default: false }),
  ...Type.Partial(Type.Object(optional)).properties,
  themeId: Type.Optional({ ...Id, description: 'The theme that says the same.' })
})

export const LearningChangesBody = Body({
  ...Type.Partial(Type.Object(written)).properties,
  areaId: Type.Optional(Nullable(optional.areaId)),
  customerWords: Type.Optional(Nullable(optional.customerWords)),
  ticketUrl: Type.Optional(Nullable(optional.ticketUrl)),
  action: Type.Optional(Nullable(optional.action))
})

export const LearningsQuery = Type.Object({
  ...PageQuery,
  type: Type.Optional(OneOf(LEARNING_TYPES)),
  rotationId: Type.Optional(Id),
  teamId: Type.Optional({ ...Id, description: 'The team of who handed it in.' }),
  employeeId: Type.Optional({ ...Id, description: 'Who handed it in.' }),
  areaId: Type.Optional(Id),
  themeId: Type.Optional({ ...Id, description: 'In this theme or one merged into it.' }),
  isThemed: Type.Optional(Type.Boolean({ description: 'In a theme, or waiting for one.' })),
  canFix: Type.Optional(Type.Boolean()),
  from: Type.Optional({ ...InstantText, description: 'Handed in at or after.' }),
  to: Type.Optional({ ...InstantText, description: 'Handed in before.' }),
  q: Type.Optional(
    Type.String({ minLength: 1, maxLength: 200, description: 'Part of any text, in any case.' })
  )
})

export const NothingNew = Type.Object({ assignmentId: Id, answeredAt: Instant })

export const LearningOwed = Type.Object({
  shiftId: Id,
  assignmentId: Id,
  rotationId: Id,
  rotationName: Type.String(),
  startsAt: Instant,
  endsAt: Instant,
  dueAt: { ...Instant, description: '48 hours after the shift.' },
  closesAt: { ...Instant, description: 'Until then it is still accepted.' }
})
