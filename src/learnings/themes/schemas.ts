import { Type } from 'typebox'
import {
  Body,
  Id,
  Instant,
  LocalDateText,
  Nullable,
  NullableInstant,
  OneOf,
  PageQuery,
  Words
} from '../../lib/schema.ts'
import { AsOf } from '../../reports/schemas.ts'
import { HEARING_CAUSES, LEARNING_TYPES, THEME_DECISIONS, THEME_STATES } from '../../words.ts'
import { THEME_SORTS } from './list-themes.ts'

const Named = Type.Object({ id: Id, name: Type.String() })
const Titled = Type.Object({ id: Id, title: Type.String() })

const Clock = Type.Object({
  daysSinceFirstHeard: Type.Integer(),
  waitingDays: Nullable(Type.Integer({ description: 'Without a decision; null while one stands.' })),
  stage: Nullable(OneOf(['owner', 'lead', 'leadership'], 'Who has to look at it by now.')),
  learnings: Type.Integer(),
  reporters: Type.Integer({ description: 'Each person once, merged themes included.' }),
  shifts: Type.Integer(),
  customers: Type.Integer(),
  minutes: Type.Integer()
})

const Price = Type.Object({
  until: { ...Instant, description: 'Now, or when it was done or declined.' },
  weeks: Type.Number({ description: 'Since first heard until done or declined; at least one.' }),
  minutesPerWeek: Type.Number(),
  minutes: Type.Integer({ description: 'Minutes per week times weeks.' }),
  hours: Type.Number(),
  money: Type.Array(Type.Object({ currency: Type.String(), amount: Type.Number() }), {
    description: 'Each minute at the hourly rate of its day; empty while no rate is set.'
  })
})

const theme = {
  id: Id,
  title: Type.String(),
  summary: Type.String(),
  area: Nullable(Named),
  owner: Type.Object({ ...Named.properties, isActive: Type.Boolean() }),
  state: OneOf(THEME_STATES),
  answerByOn: LocalDateText,
  isOverdue: Type.Boolean(),
  splitFromId: Nullable(Id),
  createdAt: Instant,
  firstHeardAt: Instant,
  lastHeardAt: NullableInstant,
  waitingSince: NullableInstant,
  decidedAt: NullableInstant,
  reopenedAt: NullableInstant,
  clock: Clock,
  price: Price,
  recent: Type.Object({ days: Type.Integer(), reporters: Type.Integer(), minutes: Type.Integer() })
}

export const Theme = Type.Object(theme)

const ThemeLearning = Type.Object({
  id: Id,
  themeId: Nullable(Id),
  type: OneOf(LEARNING_TYPES),
  areaName: Nullable(Type.String()),
  triedTo: Type.String(),
  obstacle: Type.String(),
  customerWords: Nullable(Type.String()),
  action: Nullable(Type.String()),
  canFix: Type.Boolean(),
  timesThisShift: Type.Integer(),
  minutesLost: Type.Integer(),
  ticketUrl: Nullable(Type.String()),
  shiftId: Id,
  shiftStartsAt: Instant,
  rotationName: Type.String(),
  submittedAt: Instant,
  submittedBy: Type.Object({ id: Id, name: Type.String(), teamId: Id })
})

const Decision = Type.Object({
  id: Id,
  themeId: { ...Id, description: 'A merged theme may have been decided before.' },
  decision: OneOf(THEME_DECISIONS),
  reason: Type.String(),
  decidedAt: Instant,
  decidedBy: Named
})

const Hearing = Type.Object({
  id: Id,
  themeId: Id,
  leader: Named,
  cause: OneOf(HEARING_CAUSES),
  round: Type.Integer({ description: 'How many decisions had been taken before.' }),
  putAt: Instant,
  answer: Nullable(Type.String()),
  answeredAt: NullableInstant,
  decisionId: Nullable(Id)
})

export const ThemeInFull = Type.Object({
  ...theme,
  standsWithin: Nullable(Titled),
  may: Type.Object({
    mayCurate: Type.Boolean(),
    mayDecide: Type.Boolean(),
    mayNameOwner: Type.Boolean()
  }),
  learnings: Type.Array(ThemeLearning, { description: 'The newest hundred.' }),
  decisions: Type.Array(Decision),
  hearings: Type.Array(Hearing),
  ownerChanges: Type.Array(
    Type.Object({
      ...{ id: Id, from: Named, to: Named, reason: Type.String(), changedAt: Instant, changedBy: Named }
    })
  ),
  merges: Type.Array(Type.Object({ id: Id, theme: Titled, into: Titled, mergedAt: Instant }))
})

export const ThemesQuery = Type.Object({
  ...PageQuery,
  state: Type.Optional(Type.Array(OneOf(THEME_STATES), { maxItems: 5 })),
  areaId: Type.Optional(Id),
  ownerId: Type.Optional(Id),
  minDays: Type.Optional(
    Type.Integer({ minimum: 0, maximum: 36_500, description: 'First heard at least so many days ago.' })
  ),
  isWaiting: Type.Optional(Type.Boolean({ description: 'Without a decision.' })),
  isOverdue: Type.Optional(Type.Boolean()),
  sort: Type.Optional(OneOf(THEME_SORTS)),
  asOf: AsOf
})

export const AsOfQuery = Type.Object({ asOf: AsOf })

const wanted = {
  title: Words(200),
  summary: Type.Optional(Type.String({ maxLength: 4000 })),
  areaId: Type.Optional(Id),
  ownerId: Type.Optional({ ...Id, description: 'Left out: who owns the area’s themes, else you.' }),
  answerByOn: Type.Optional({ ...LocalDateText, description: 'Left out: in 14 days.' })
}

export const NewThemeBody = Body({ ...wanted, learningId: Type.Optional(Id) })
export const SplitBody = Body({
  ...wanted,
  learningIds: Type.Array(Id, { minItems: 1, maxItems: 1000, uniqueItems: true })
})
export const ThemeChangesBody = Body({
  title: Type.Optional(Words(200)),
  summary: wanted.summary,
  areaId: Type.Optional(Nullable(Id)),
  answerByOn: Type.Optional(LocalDateText)
})
export const DecisionBody = Body({
  decision: OneOf(THEME_DECISIONS),
  reason: Words(4000, 'Everybody who reported it reads this.')
})
export const OwnerBody = Body({ ownerId: Id, reason: Words(1000) })
export const AnswerBody = Body({ answer: Words(1000) })
export const MergeBody = Body({ intoId: Id })
export const PlaceBody = Body({ themeId: Id })
