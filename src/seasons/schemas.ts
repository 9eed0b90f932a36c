import { Type } from 'typebox'
import { SEASON_STATES } from '../engine/insight/season-state.ts'
import { Body, Id, Instant, LocalDateText, Nullable, NullableInstant, OneOf, Words } from '../lib/schema.ts'
import { SERVED_ANSWERS } from '../words.ts'

const Person = Type.Object({ id: Id, name: Nullable(Type.String()) })
const EVIDENCE_KINDS = ['learning', 'theme', 'fix-it'] as const

const goalWords = {
  goal: Words(300, 'What the season sets out to do.'),
  measure: Words(300, 'How it will be known.'),
  strategyLine: Words(300, 'The line of the company’s strategy that it serves.')
}
const WantedGoal = Body({ id: Type.Optional(Id), ...goalWords })
const Charter = Type.Array(WantedGoal, { minItems: 2, maxItems: 3, description: 'Two or three goals.' })

export const NewSeasonBody = Body({
  name: Type.Optional(Words(100)),
  quarter: Type.Optional(
    Type.String({
      pattern: '^(19[7-9][0-9]|20[0-9]{2}|21[0-8][0-9])-Q[1-4]$',
      description: 'In place of the two days.',
      examples: ['2027-Q2']
    })
  ),
  fromOn: Type.Optional(LocalDateText),
  toOn: Type.Optional(LocalDateText),
  goals: Charter
})
export const SeasonChangeBody = Type.Object(
  {
    name: Type.Optional(Words(100)),
    fromOn: Type.Optional(LocalDateText),
    toOn: Type.Optional(LocalDateText),
    goals: Type.Optional(Charter)
  },
  { additionalProperties: false, minProperties: 1 }
)

const Evidence = Type.Object({
  id: Id,
  kind: OneOf(EVIDENCE_KINDS),
  sourceId: Id,
  text: Nullable(Type.String()),
  attachedAt: Instant,
  attachedBy: Person
})
export const Season = Type.Object({
  id: Id,
  name: Type.String(),
  fromOn: LocalDateText,
  toOn: LocalDateText,
  state: OneOf(SEASON_STATES),
  createdAt: Instant,
  createdBy: Nullable(Person),
  closedAt: NullableInstant,
  closedBy: Nullable(Person),
  goals: Type.Array(
    Type.Object({
      id: Id,
      goal: Type.String(),
      measure: Type.String(),
      strategyLine: Type.String(),
      evidence: Type.Array(Evidence),
      lacksEvidence: Type.Boolean({ description: 'Nothing shows yet whether it is reached.' })
    })
  )
})
export const EvidenceBody = Body({ kind: OneOf(EVIDENCE_KINDS), id: Id })

export const GuessBody = Body({
  servedWellPercent: Type.Integer({ minimum: 0, maximum: 100, description: 'Of a hundred customers.' }),
  pains: Type.Array(Type.Union([Body({ areaId: Id }), Body({ words: Words(100) })]), {
    minItems: 1,
    maxItems: 3,
    description: 'The worst first: a product area or words of your own.'
  })
})
const ownGuess = {
  servedWellPercent: Type.Integer(),
  pains: Type.Array(Type.Object({ areaId: Nullable(Id), name: Type.String() })),
  guessedAt: Instant,
  changedAt: NullableInstant
}
export const OwnGuess = Type.Object(ownGuess)

const count = Type.Integer({ minimum: 0 })
const Served = Type.Object({
  yes: count,
  no: count,
  unsure: count,
  cases: Type.Integer({ description: 'Those with a yes or a no: the size of the sample.' }),
  isTooFew: Type.Boolean({ description: 'Below 30 cases there is no share.' }),
  share: Nullable(Type.Number()),
  low: Nullable(Type.Number({ description: 'With high, the 95% interval by Wilson.' })),
  high: Nullable(Type.Number())
})
const Points = Nullable(
  Type.Number({ description: 'Percentage points that the guess lies above what was found.' })
)
export const gap = {
  guess: Nullable(
    Type.Object(
      {
        leaders: Type.Integer(),
        median: Type.Number(),
        lowerQuartile: Type.Number(),
        upperQuartile: Type.Number(),
        pains: Type.Array(Type.Object({ name: Type.String(), leaders: Type.Integer() })),
        namedOnce: Type.Integer({ description: 'Pains that one leader alone named.' })
      },
      { description: 'Null for fewer than five leaders and while guesses are open.' }
    )
  ),
  shifts: Served,
  customers: Served,
  gapToShifts: Points,
  gapToCustomers: Points,
  foundPains: Type.Array(
    Type.Object({ areaId: Id, name: Type.String(), learnings: Type.Integer(), customers: Type.Integer() })
  )
}
export const Gap = Type.Object({
  seasonId: Id,
  isGuessingOpen: Type.Boolean(),
  ...gap,
  mine: Nullable(Type.Object({ ...ownGuess, gapToShifts: Points, gapToCustomers: Points }))
})

export const CaseBody = Body({ servedWell: OneOf(SERVED_ANSWERS) })
const few = Type.Integer({ minimum: 0, maximum: 500 })
export const CountsBody = Body({ yes: few, no: few, unsure: few })
const myCases = {
  yes: count,
  no: count,
  unsure: count,
  isCounted: Type.Boolean({ description: 'These are counts, which stand in for the taps.' }),
  cases: Type.Array(Type.Object({ id: Id, servedWell: OneOf(SERVED_ANSWERS), answeredAt: Instant }))
}
export const MyCases = Type.Object(myCases)
export const AnsweredCase = Type.Object({ caseId: Id, ...myCases })
export const MoodBody = Body({ mood: Type.Integer({ minimum: 1, maximum: 5, description: '5 is best.' }) })
const mood = { mood: Type.Integer(), answeredAt: Instant }
export const Mood = Type.Object(mood)
export const MyAnswers = Type.Object({ ...myCases, mood: Nullable(Mood) })
