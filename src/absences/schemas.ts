import { Type } from 'typebox'
import { Id, Instant, InstantText, LocalDateText, LocalTimeText, OneOf } from '../lib/schema.ts'
import { ABSENCE_KINDS, ABSENCE_SOURCES } from '../words.ts'

export const Absence = Type.Object({
  id: Id,
  startsAt: Instant,
  endsAt: Instant,
  kind: OneOf(ABSENCE_KINDS),
  source: OneOf(ABSENCE_SOURCES, 'Noted by you, imported by HR, or busy in the calendar you subscribe to.')
})

export const AwaySpan = Type.Object({ startsAt: Instant, endsAt: Instant })

export const ShiftInTheWay = Type.Object({
  assignmentId: Id,
  shiftId: Id,
  rotationId: Id,
  rotationName: Type.String(),
  startsAt: Instant,
  endsAt: Instant
})
export const ShiftsInTheWay = Type.Array(ShiftInTheWay, {
  description: 'Published shifts that the person is away for. Find a taker, or be there.'
})

/** The two ways to say when somebody is away; the use case refuses a mixture. */
export const SpanFields = {
  startsAt: Type.Optional(InstantText),
  endsAt: Type.Optional(InstantText),
  fromOn: Type.Optional(LocalDateText),
  lastOn: Type.Optional(LocalDateText),
  fromPart: Type.Optional(
    OneOf(['afternoon'] as const, 'The first day is off from the middle of your hours.')
  ),
  lastPart: Type.Optional(OneOf(['morning'] as const, 'The last day is off until the middle of your hours.'))
}

const Weekday = Type.Integer({ minimum: 1, maximum: 7, description: 'Monday is 1.' })
const StartOfHours = Type.String({ pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$', examples: ['15:30'] })

export const WeeklySlot = Type.Object(
  { weekday: Weekday, startsAt: StartOfHours, endsAt: LocalTimeText },
  { additionalProperties: false }
)

export const AwayReport = Type.Object({
  awayUntil: Instant,
  released: Type.Array(ShiftInTheWay, { description: 'Seats that are open now.' }),
  askedFirst: Type.Integer({ description: 'People who were told that they could take one of them.' }),
  shiftsInTheWay: ShiftsInTheWay
})
