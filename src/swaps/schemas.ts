import { Type } from 'typebox'
import { PROPOSAL_STATES } from '../engine/swap/proposal-state.ts'
import { Body, Id, Instant, InstantText, Nullable, NullableInstant, OneOf, Words } from '../lib/schema.ts'
import { PROPOSAL_CAUSES, PROPOSAL_KINDS } from '../words.ts'

const PersonName = Type.Object({ id: Id, name: Type.String() })
const Span = Type.Object({ startsAt: Instant, endsAt: Instant })

const Part = Type.Object(
  { startsAt: InstantText, endsAt: InstantText },
  {
    additionalProperties: false,
    description: 'One end of the seat up to a time; the rest stays with whoever holds it.'
  }
)

/** A seat with its shift; the times are what its holder works. */
const SwapSeat = Type.Object({
  assignmentId: Id,
  employeeId: Id,
  shiftId: Id,
  rotationId: Id,
  rotationName: Type.String(),
  onDay: Type.String({ format: 'date' }),
  startsAt: Instant,
  endsAt: Instant
})

export const SwapReply = Type.Object({
  id: Id,
  kind: OneOf(PROPOSAL_KINDS),
  state: OneOf(
    PROPOSAL_STATES,
    'accepted: the seats have changed hands. refused: by the lead who had to approve.'
  ),
  cause: Nullable(OneOf(PROPOSAL_CAUSES, 'Why it closed by itself.')),
  proposer: PersonName,
  give: Nullable(SwapSeat),
  shiftId: Nullable(Id),
  part: Nullable(Span),
  asks: Type.Array(
    Type.Object({
      employee: PersonName,
      take: Nullable(SwapSeat),
      answer: OneOf(['open', 'accepted', 'declined', 'closed'] as const)
    })
  ),
  othersAsked: Type.Integer({ description: 'How many more were asked, whom the reader does not see.' }),
  message: Nullable(Type.String()),
  counterOf: Nullable(Id),
  needsApproval: Type.Boolean(),
  createdAt: Instant,
  createdBy: Nullable(PersonName),
  expiresAt: Instant,
  acceptedAt: NullableInstant,
  acceptedBy: Nullable(PersonName),
  carriedOutAt: NullableInstant,
  undoUntil: NullableInstant
})

/** More than anybody needs to ask, and few enough to be told one by one. */
const MOST_ASKED = 20

export const NewSwap = Body({
  giveAssignmentId: Type.Optional(
    Type.String({ format: 'uuid', description: 'The seat to give. Left out: only take over.' })
  ),
  part: Type.Optional(Part),
  asks: Type.Array(
    Type.Object(
      {
        employeeId: Id,
        takeAssignmentId: Type.Optional(
          Type.String({ format: 'uuid', description: 'Their seat to take in return. Left out: a cover.' })
        )
      },
      { additionalProperties: false }
    ),
    { minItems: 1, maxItems: MOST_ASKED, description: 'The first who says yes wins.' }
  ),
  message: Type.Optional(Words(500)),
  expiresAt: Type.Optional(InstantText),
  onBehalfOf: Type.Optional(Id)
})

export const NewCounter = Body({
  assignmentId: Type.Optional(Id),
  part: Type.Optional(Part),
  message: Type.Optional(Words(500))
})

/** For whom a lead, HR or an administrator speaks; nothing when one speaks for oneself. */
export const OnBehalf = Nullable(Body({ onBehalfOf: Type.Optional(Id) }))

const Reason = OneOf([
  'owes-hours',
  'has-their-share',
  'loves-it',
  'rather-not',
  'ask-nicely',
  'unpopular-for-them',
  'fairer',
  'less-fair'
] as const)

export const TakersReply = Type.Object({
  shiftId: Id,
  startsAt: Instant,
  endsAt: Instant,
  items: Type.Array(
    Type.Object({
      rank: Type.Integer(),
      employee: Type.Object({ id: Id, name: Type.String(), isHost: Type.Boolean() }),
      reasons: Type.Array(Type.Object({ reason: Reason, sentence: Type.String() })),
      owedMinutes: Nullable(
        Type.Integer({ description: 'Only for leads of the person, HR and administrators.' })
      ),
      effect: Nullable(
        Type.Object(
          { total: Type.Number(), quota: Type.Number(), unpopular: Type.Number(), wish: Type.Number() },
          { description: 'What their taking it adds to the score of the plan; less is fairer.' }
        )
      )
    })
  ),
  total: Type.Integer({ description: 'How many may take it; the list may be shorter.' }),
  against: Type.Array(
    Type.Object({ rule: Type.String({ examples: ['short-rest'] }), people: Type.Integer() }),
    { description: 'How many people are kept from it, by rule; one may count for several.' }
  )
})

export const OpenSeatReply = Type.Object({
  shiftId: Id,
  rotation: Type.Object({ id: Id, name: Type.String(), timeZone: Type.String() }),
  onDay: Type.String({ format: 'date' }),
  startsAt: Instant,
  endsAt: Instant,
  minutes: Type.Integer(),
  isWhole: Type.Boolean({ description: 'False: only a part of the shift is open.' }),
  isHoliday: Type.Boolean()
})

export const Refusal = Body({ reason: Words(500) })
