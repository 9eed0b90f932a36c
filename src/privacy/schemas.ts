import { Type } from 'typebox'
import { Body, Id, Instant, LocalDateText, Nullable, NullableInstant, Words } from '../lib/schema.ts'

const Somebody = Type.Object({ id: Id, name: Type.String() })

export const MeasureWords = Body({
  purpose: Words(500, 'What single people’s participation is looked at for.'),
  legalBasis: Words(500, 'The legal ground, such as a section of the law or an agreement.'),
  consulted: Words(500, 'Who spoke for the employees.'),
  consultedOn: LocalDateText,
  fromOn: LocalDateText,
  toOn: LocalDateText
})

export const Measure = Type.Object({
  id: Id,
  purpose: Type.String(),
  legalBasis: Type.String(),
  consulted: Type.String(),
  consultedOn: LocalDateText,
  fromOn: LocalDateText,
  toOn: LocalDateText,
  recordedAt: Instant,
  recordedBy: Somebody,
  endedAt: NullableInstant,
  endedBy: Nullable(Somebody)
})

export const View = Type.Object({
  id: Id,
  viewedAt: Instant,
  viewer: Nullable(Somebody),
  what: Type.String({ description: 'What was looked at: participation, hours, export.' }),
  purpose: Nullable(Type.String({ description: 'As it stands in the register of control measures.' })),
  purposeId: Nullable(Id)
})
