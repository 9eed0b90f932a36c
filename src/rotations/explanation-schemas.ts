import { Type } from 'typebox'
import { REASONS_FOR_NONE } from '../engine/plan/fairness-report.ts'
import { Id, Instant, Nullable, OneOf } from '../lib/schema.ts'

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
