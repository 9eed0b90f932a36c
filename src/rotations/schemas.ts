import { Type } from 'typebox'
import {
  Id,
  Instant,
  LocalDateText,
  LocalTimeText,
  Nullable,
  NullableInstant,
  OneOf,
  Words
} from '../lib/schema.ts'
import { HOLIDAY_RULES, LEVELS, LOCALES, PLANNING_MODES } from '../words.ts'
import { DRAFT_STATES } from './draft-state.ts'

const LocalDay = Type.String({ format: 'date', examples: ['2027-03-02'] })
const PersonName = Type.Object({ id: Id, name: Type.String() })
const Span = Type.Object({ startsAt: Instant, endsAt: Instant })

const Slot = Type.Object(
  {
    weekday: Type.Integer({ minimum: 1, maximum: 7, description: 'Monday is 1.' }),
    startsAt: LocalTimeText,
    endsAt: LocalTimeText
  },
  {
    additionalProperties: false,
    description: 'Wall clock of the rotation; an end at or before the start is on the next day.'
  }
)

const SeatCount = (minimum: number) => Type.Integer({ minimum, maximum: 100 })

const Seats = Type.Object(
  { min: SeatCount(0), desired: SeatCount(0), max: SeatCount(1) },
  { additionalProperties: false }
)

const Days = (maximum: number) => Type.Integer({ minimum: 0, maximum })

/** Fields of a rotation as a client writes them. */
export const RotationProperties = {
  name: Words(120),
  timeZone: Type.String({ minLength: 1, maxLength: 60, examples: ['Europe/Oslo'] }),
  slots: Type.Array(Slot, { minItems: 1, maxItems: 100, description: 'The week; spans must not overlap.' }),
  seats: Seats,
  hostsRequired: SeatCount(0),
  eligibleTeamIds: Nullable(Type.Array(Id, { minItems: 1, maxItems: 500 })),
  eligibleLevels: Nullable(Type.Array(OneOf(LEVELS), { minItems: 1, maxItems: LEVELS.length })),
  validFrom: LocalDateText,
  validTo: Nullable(LocalDateText),
  holidayCountry: Type.String({ pattern: '^[A-Z]{2}$', examples: ['NO'] }),
  holidayRule: OneOf(HOLIDAY_RULES, 'skip: no shifts on public holidays. unpopular: they count as such.'),
  leadTimeDays: Days(365),
  spacingDays: Days(365),
  swapsNeedApproval: Type.Boolean({ description: 'A lead must approve what two people have agreed on.' }),
  undoMinutes: Type.Integer({
    minimum: 0,
    maximum: 1440,
    description: 'How long either side may undo a swap, a cover or a seat they took.'
  }),
  preparationMinutes: Type.Integer({
    minimum: 0,
    maximum: 480,
    description: 'Credited with every shift for getting ready.'
  }),
  countsFixIt: Type.Boolean({
    description: 'Whether a block after a shift, to fix what was learnt, counts.'
  }),
  fixItMinutes: Type.Integer({ minimum: 15, maximum: 480, description: 'How long that block is.' }),
  queueUrl: Nullable(
    Type.String({
      pattern: '^https?://[^\\s]+$',
      maxLength: 500,
      description: 'Where the customers wait; reminders of a shift link to it.',
      examples: ['https://help.example.com/queue']
    })
  ),
  slackChannelId: Nullable(
    Type.String({
      pattern: '^[CG][A-Z0-9]{2,30}$',
      description: 'The Slack channel that says every day who is on. The app must be in it.',
      examples: ['C024BE91L']
    })
  ),
  slackLocale: OneOf(LOCALES, 'The language of that channel.')
}

export const RotationReply = Type.Object({ id: Id, ...RotationProperties })

export const PeriodFields = { fromOn: LocalDateText, toOn: LocalDateText }

const LocalMoment = Type.String({ examples: ['2027-03-02T09:00'] })

export const PreviewReply = Type.Object({
  rotationId: Id,
  timeZone: Type.String(),
  fromOn: LocalDay,
  toOn: LocalDay,
  items: Type.Array(
    Type.Object({
      onDay: LocalDay,
      startsAt: Instant,
      endsAt: Instant,
      localStart: LocalMoment,
      localEnd: LocalMoment,
      minutes: Type.Integer(),
      isHoliday: Type.Boolean(),
      isSkipped: Type.Boolean()
    })
  )
})

const Score = Type.Object({
  total: Type.Number(),
  min: Type.Number(),
  desired: Type.Number(),
  quota: Type.Number(),
  unpopular: Type.Number(),
  wish: Type.Number(),
  change: Type.Number()
})

export const Reason = Type.Object({
  owedMinutes: Type.Integer(),
  unpopularPoints: Type.Integer(),
  carriedUnpopular: Type.Integer(),
  wishCost: Type.Number(),
  otherTakers: Type.Integer(),
  nextBestExtraCost: Nullable(Type.Number())
})

/** The planner's own word while it works; null before its first and when it is done. */
const Progress = Type.Object({
  phase: Type.String(),
  score: Type.Number(),
  bound: Type.Number(),
  gap: Type.Number()
})

const draftSummary = {
  id: Id,
  rotationId: Id,
  rotationName: Type.String(),
  timeZone: Type.String(),
  fromOn: LocalDay,
  toOn: LocalDay,
  mode: OneOf(PLANNING_MODES),
  seed: Type.Integer(),
  score: Nullable(Score),
  bound: Nullable(Type.Number({ description: 'No legal plan can score less; 0 proves nothing.' })),
  gap: Nullable(
    Type.Number({ description: 'How far the plan is from the bound at most, as a share of its score.' })
  ),
  progress: Nullable(Progress),
  failure: Nullable(Type.String()),
  openSeats: Type.Integer({ description: 'Seats short of the desired number, over all shifts.' }),
  shiftsBelowMinimum: Type.Integer(),
  state: OneOf(DRAFT_STATES),
  publicationId: Nullable(Id),
  createdAt: Instant,
  createdBy: Nullable(PersonName)
}

export const DraftSummary = Type.Object(draftSummary)

const DraftShift = Type.Object({
  id: Id,
  onDay: LocalDay,
  startsAt: Instant,
  endsAt: Instant,
  seats: Type.Object({ min: Type.Integer(), desired: Type.Integer(), max: Type.Integer() }),
  hostsRequired: Type.Integer(),
  isHoliday: Type.Boolean(),
  openSeats: Type.Integer(),
  assignments: Type.Array(
    Type.Object({
      employeeId: Id,
      name: Type.String(),
      isHost: Type.Boolean(),
      isPinned: Type.Boolean({ description: 'Kept when the period is planned with the pins of this draft.' }),
      reason: Nullable(Reason)
    })
  )
})

export const DraftReply = Type.Object({
  ...draftSummary,
  warnings: Type.Array(Type.Object({ code: Type.String(), sentence: Type.String() })),
  shifts: Type.Array(DraftShift)
})

export const DraftChanges = Type.Object({
  draftId: Id,
  people: Type.Array(
    Type.Object({
      employeeId: Id,
      name: Type.String(),
      given: Type.Array(Span),
      taken: Type.Array(Span),
      kept: Type.Integer()
    })
  )
})

const Reversion = Type.Object({
  released: Type.Integer(),
  restored: Type.Integer(),
  notRestored: Type.Array(
    Type.Object({
      employeeId: Id,
      shiftId: Id,
      startsAt: Type.String({ format: 'date-time' }),
      cause: OneOf(['begun', 'no-longer-here', 'absent', 'busy'] as const)
    })
  )
})

const publicationSummary = {
  id: Id,
  rotationId: Id,
  rotationName: Type.String(),
  draftId: Id,
  fromOn: LocalDay,
  toOn: LocalDay,
  publishedAt: Instant,
  publishedBy: Nullable(PersonName),
  given: Type.Integer({ description: 'Seats given.' }),
  taken: Type.Integer({ description: 'Seats taken away.' }),
  revertedAt: NullableInstant,
  revertedBy: Nullable(PersonName),
  reversion: Nullable(Reversion)
}

export const PublicationSummary = Type.Object(publicationSummary)

export const PublicationReply = Type.Object({
  ...publicationSummary,
  people: Type.Array(
    Type.Object({
      employeeId: Id,
      name: Type.String(),
      given: Type.Array(Span),
      taken: Type.Array(Span)
    })
  )
})
