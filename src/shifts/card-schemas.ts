import { Type } from 'typebox'
import { Body, Id, Instant, Nullable, NullableInstant, Words } from '../lib/schema.ts'

const thing = Words(300)
const words = {
  thingsToKnow: Type.Array(thing, { maxItems: 3, description: 'At most three, the most needful first.' }),
  quietJob: Nullable(Words(600, 'What to do while no customer waits.')),
  openingCall: Nullable(Words(600, 'With what the buddy opens the call; the buddy makes the first move.')),
  question: Nullable(Words(300, 'In place of the question that the season asks.'))
}

export const CardBody = Body({
  thingsToKnow: Type.Optional(words.thingsToKnow),
  quietJob: Type.Optional(words.quietJob),
  openingCall: Type.Optional(words.openingCall),
  question: Type.Optional(words.question),
  revision: Type.Integer({
    minimum: 0,
    maximum: 2_000_000_000,
    description: 'Of the card as it was read; 0 where nobody has written one.'
  })
})
export const HandoverBody = Body({ note: Words(1500) })

const Person = Type.Object({ id: Id, name: Nullable(Type.String()) })
const Named = Type.Object({ id: Id, name: Type.String() })
const read = {
  thingsToKnow: Type.Array(Type.String()),
  quietJob: Nullable(Type.String()),
  openingCall: Nullable(Type.String())
}
const written = {
  ...read,
  question: Nullable(Type.String()),
  revision: Type.Integer(),
  changedAt: NullableInstant,
  changedBy: Nullable(Person)
}
export const RotationCardReply = Type.Object({ rotation: Named, mayChange: Type.Boolean(), ...written })

const Note = Type.Object({
  shiftId: Id,
  startsAt: Instant,
  endsAt: Instant,
  by: Named,
  note: Type.String(),
  writtenAt: Instant,
  changedAt: NullableInstant
})
export const Handovers = Type.Object({
  received: Type.Array(Note, { description: 'From the last shift before it on which anybody sat.' }),
  left: Type.Array(Note, { description: 'By this shift, for the next.' })
})
export const LeftHandover = Type.Object({
  ...Handovers.properties,
  masked: Type.Array(Type.String(), { description: 'Kinds of personal data that were masked.' })
})
const SeasonAsks = Type.Object({
  id: Id,
  name: Type.String(),
  goalId: Id,
  goal: Type.String(),
  measure: Type.String()
})
export const ShiftCardReply = Type.Object({
  shiftId: Id,
  rotationId: Id,
  ...read,
  question: Type.Object({
    words: Nullable(Type.String()),
    season: Nullable(SeasonAsks)
  }),
  calls: Type.Object({
    from: Nullable(Named),
    to: Type.Array(Named, { description: 'The guests whom you, as a host, call.' })
  }),
  handovers: Handovers,
  ofRotation: Type.Object(written),
  ofShift: Type.Object(written, { description: 'What this shift has instead; blank where it has nothing.' }),
  mayChange: Type.Boolean()
})
