import { Type } from 'typebox'
import { Body, Id, Instant, InstantText, Nullable, OneOf, PageQuery, Words } from '../lib/schema.ts'
import { LEARNING_TYPES } from '../words.ts'
import { MASKED_FIELDS } from './mask-learning.ts'

const learning = {
  id: Id,
  shiftId: Id,
  shiftStartsAt: Instant,
  rotationId: Id,
  rotationName: Type.String(),
  type: OneOf(LEARNING_TYPES),
  triedTo: Type.String(),
  obstacle: Type.String(),
  customerWords: Nullable(Type.String()),
  timesThisShift: Type.Integer(),
  minutesLost: Type.Integer({ description: "Of the customer's time." }),
  ticketUrl: Nullable(Type.String()),
  action: Nullable(Type.String()),
  submittedAt: Instant,
  submittedBy: Type.Object({ id: Id, name: Type.String(), teamId: Id })
}

export const Learning = Type.Object(learning)

export const SubmittedLearning = Type.Object({
  ...learning,
  masked: Type.Array(
    Type.Object({
      field: OneOf(MASKED_FIELDS),
      kinds: Type.Array(OneOf(['e-mail', 'card-number', 'identity-number', 'phone-number']))
    }),
    { description: 'Where obvious personal data was replaced by a word in brackets before storing.' }
  )
})

export const NewLearningBody = Body({
  type: OneOf(LEARNING_TYPES),
  triedTo: Words(1000, 'What the customer tried to do. No names: personal data that is obvious is masked.'),
  obstacle: Words(2000, 'What stood in the way.'),
  customerWords: Type.Optional(Words(4000, "The customer's own words.")),
  timesThisShift: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000, default: 1 })),
  minutesLost: Type.Optional(Type.Integer({ minimum: 0, maximum: 10_000, default: 0 })),
  ticketUrl: Type.Optional(Type.String({ maxLength: 2000, pattern: '^[hH][tT][tT][pP][sS]?://' })),
  action: Type.Optional(Words(2000, 'What I did.'))
})

export const LearningsQuery = Type.Object({
  ...PageQuery,
  type: Type.Optional(OneOf(LEARNING_TYPES)),
  rotationId: Type.Optional(Id),
  teamId: Type.Optional({ ...Id, description: 'The team of who handed it in.' }),
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
  endsAt: Instant
})
