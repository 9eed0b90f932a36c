import { Type } from 'typebox'
import { FIGURES } from '../engine/insight/closing-page.ts'
import { SEASON_STATES } from '../engine/insight/season-state.ts'
import { Id, LocalDateText, Nullable, NullableInstant, OneOf } from '../lib/schema.ts'
import { gap } from './schemas.ts'

const Person = Type.Object({ id: Id, name: Nullable(Type.String()) })
const Source = Type.Object(
  { kind: Type.String(), id: Type.String() },
  { description: 'A thing by its id, or the days `from/to` that a figure was counted over.' }
)
const Decision = Type.Object({
  source: Source,
  themeId: Id,
  title: Type.String(),
  decision: OneOf(['doing', 'done', 'declined']),
  reason: Type.String(),
  decidedAt: Type.String({ format: 'date-time' }),
  decidedBy: Person
})

export const Closing = Type.Object({
  id: Id,
  name: Type.String(),
  fromOn: LocalDateText,
  toOn: LocalDateText,
  state: OneOf(SEASON_STATES),
  closedAt: NullableInstant,
  closedBy: Nullable(Person),
  isFrozen: Type.Boolean({ description: 'False: not closed yet; this is what the page would say now.' }),
  setOut: Type.Array(
    Type.Object({
      source: Source,
      goalId: Id,
      goal: Type.String(),
      measure: Type.String(),
      strategyLine: Type.String(),
      hasEvidence: Type.Boolean(),
      evidence: Type.Array(
        Type.Object({
          kind: OneOf(['learning', 'theme', 'fix-it']),
          id: Id,
          title: Nullable(Type.String()),
          text: Nullable(Type.String())
        })
      )
    })
  ),
  did: Type.Array(Type.Object({ what: OneOf(FIGURES), value: Type.Integer(), source: Source })),
  learned: Type.Array(
    Type.Object({
      source: Source,
      title: Type.String(),
      areaName: Nullable(Type.String()),
      reporters: Type.Integer(),
      learnings: Type.Integer(),
      customers: Type.Integer(),
      minutesLost: Type.Integer()
    })
  ),
  decided: Type.Array(Decision),
  decidedNotTo: Type.Array(Decision),
  gap: Type.Object(gap)
})
