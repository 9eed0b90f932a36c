import { Type } from 'typebox'
import { REASONS_FOR_NONE } from '../engine/plan/fairness-report.ts'
import { Id, Instant, Nullable, OneOf } from '../lib/schema.ts'
import { WISH_LEVELS } from '../words.ts'
import { Reason } from './schemas.ts'

const FactsChanged = Type.Boolean({
  description: 'Facts have changed since the draft was planned; what is said here goes by the facts of now.'
})
const ScoreChange = (description: string) => Type.Number({ description })

const Spread = Type.Object({ least: Type.Number(), mean: Type.Number(), most: Type.Number() })

export const DraftFairness = Type.Object({
  draftId: Id,
  factsChanged: FactsChanged,
  minutesOffDue: Type.Unsafe<{ least: number; mean: number; most: number }>({
    ...Spread,
    description: 'Minutes given less minutes due, over those who may work at all.'
  }),
  hoursOffDue: Type.Array(Type.Object({ hours: Type.Integer(), people: Type.Integer() }), {
    description: 'How many of them are how many hours over what they owe; below zero: under. To the hour.'
  }),
  unpopularPoints: Spread,
  giniOfLoad: Type.Number({ description: 'Of minutes given per minute due: 0 all alike, 1 all on one.' }),
  giniOfPoints: Type.Number(),
  without: Type.Object({
    people: Type.Integer({ description: 'How many get no shift.' }),
    named: Type.Array(Type.Object({ employeeId: Id, name: Type.String(), why: OneOf(REASONS_FOR_NONE) }), {
      description: 'Those of them whom you may see.'
    })
  })
})

export const RuleCounts = Type.Array(Type.Object({ rule: Type.String(), count: Type.Integer() }))

export const Effect = Type.Object({
  total: Type.Number(),
  min: Type.Number(),
  desired: Type.Number(),
  quota: Type.Number(),
  unpopular: Type.Number(),
  wish: Type.Number(),
  change: Type.Number()
})

const SeatExplanation = Type.Object({
  scoreWithout: Effect,
  breaksWithout: Type.Array(Type.String({ description: 'Rules that would break if they left.' })),
  othersWhoCould: Type.Integer({ description: 'How many others the rules allow in this seat.' }),
  next: Nullable(
    Type.Object({
      employeeId: Id,
      name: Type.String(),
      extraCost: ScoreChange('What having them instead would add to the score.')
    })
  ),
  against: RuleCounts
})

export const DraftShiftExplanation = Type.Object({
  draftId: Id,
  shiftId: Id,
  factsChanged: FactsChanged,
  onDay: Type.String({ format: 'date' }),
  startsAt: Instant,
  endsAt: Instant,
  assignments: Type.Array(
    Type.Object({
      employeeId: Id,
      name: Type.String(),
      isHost: Type.Boolean(),
      isPinned: Type.Boolean(),
      explanation: Nullable(SeatExplanation)
    })
  ),
  openSeats: Type.Integer({ description: 'Seats short of the desired number.' }),
  open: Nullable(
    Type.Object({
      fitting: Type.Integer({ description: 'How many people the shift fits who are not on it.' }),
      against: RuleCounts,
      takers: Type.Array(
        Type.Object({
          employeeId: Id,
          name: Type.String(),
          scoreChange: ScoreChange('Below zero the plan would be better.')
        })
      ),
      relaxations: Type.Array(
        Type.Object({
          rule: Type.String(),
          employeeId: Id,
          name: Type.String(),
          teamId: Nullable(Id),
          weekday: Type.Integer({ minimum: 1, maximum: 7 }),
          from: Type.Number(),
          to: Type.Number(),
          scoreChange: ScoreChange('Below zero the plan would be better.'),
          sentence: Type.String({ examples: ['1 more host on Fridays: then Bo could sit here.'] })
        })
      )
    })
  )
})

const WhyMe = Type.Object({
  dueMinutes: Type.Integer({ description: 'Minutes due in the period, with what is carried into it.' }),
  givenMinutes: Type.Integer(),
  unpopularPoints: Type.Integer(),
  carriedUnpopular: Type.Integer(),
  wishCost: Type.Number(),
  scoreWithout: Effect,
  breaksWithout: Type.Array(Type.String({ description: 'Rules that would break if they left.' }))
})

const WhyNow = Type.Object({
  otherShifts: Type.Integer({ description: 'Other shifts of the period that fit the person.' }),
  mayMove: Type.Integer({ description: 'To how many of these they could move.' }),
  against: RuleCounts,
  next: Nullable(
    Type.Object({
      onDay: Type.String({ format: 'date' }),
      startsAt: Instant,
      endsAt: Instant,
      extraCost: ScoreChange('What moving there would add to the score.')
    })
  )
})

const WhoNext = Type.Object({
  othersWhoCould: Type.Integer(),
  against: RuleCounts,
  next: Type.Array(
    Type.Object({
      employeeId: Id,
      name: Type.String(),
      extraCost: ScoreChange(
        'What having them instead would add to the score; below zero it would be better.'
      ),
      worseIn: Type.Array(OneOf(['quota', 'unpopular', 'wish', 'change'] as const), {
        description: 'Why not them: the terms of the score that would be worse, the weightiest first.'
      })
    })
  )
})

const WhatWouldChangeIt = Type.Object({
  absence: OneOf(['next', 'open'] as const, 'Were they away: the next one has the seat, or it stays open.'),
  lessDueMinutes: Nullable(
    Type.Integer({ description: 'Owing so many minutes less, the next one would be the better choice.' })
  ),
  wish: Nullable(
    OneOf(
      WISH_LEVELS,
      'The mildest wish by which the next one would be the better choice; null where none would.'
    )
  )
})

export const AssignmentExplanation = Type.Object({
  assignmentId: Id,
  employeeId: Id,
  name: Type.String(),
  rotationId: Id,
  onDay: Type.String({ format: 'date' }),
  startsAt: Instant,
  endsAt: Instant,
  reason: Nullable(Reason),
  now: Nullable(
    Type.Object({ whyMe: WhyMe, whyNow: WhyNow, whoNext: WhoNext, whatWouldChangeIt: WhatWouldChangeIt })
  )
})
