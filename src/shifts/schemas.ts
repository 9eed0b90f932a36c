import { Type } from 'typebox'
import { Id, Instant, Nullable, OneOf } from '../lib/schema.ts'

const LocalDay = Type.String({ format: 'date', examples: ['2027-03-02'] })

/** Why somebody got a seat; null where the asker may not know, or nobody planned it. */
export const Reason = Nullable(
  Type.Object({
    owedMinutes: Type.Integer(),
    unpopularPoints: Type.Integer(),
    carriedUnpopular: Type.Integer(),
    wishCost: Type.Number(),
    otherTakers: Type.Integer(),
    nextBestExtraCost: Nullable(Type.Number())
  })
)

const LocalTimes = Type.Object({
  zone: Type.String(),
  startsOn: LocalDay,
  startsAt: Type.String({ examples: ['09:00'] }),
  endsOn: LocalDay,
  endsAt: Type.String({ examples: ['13:00'] })
})

const RotationName = Type.Object({ id: Id, name: Type.String(), timeZone: Type.String() })

export const ShiftReply = Type.Object({
  id: Id,
  rotation: RotationName,
  onDay: LocalDay,
  startsAt: Instant,
  endsAt: Instant,
  minutes: Type.Integer(),
  local: LocalTimes,
  mine: LocalTimes,
  isHoliday: Type.Boolean(),
  seats: Type.Object({ min: Type.Integer(), desired: Type.Integer(), max: Type.Integer() }),
  hostsRequired: Type.Integer(),
  openSeats: Type.Integer({ description: 'Seats short of the desired number.' }),
  isOpenToHosts: Type.Boolean({
    description: 'There is an open seat, or fewer hosts than needed and room for one more.'
  }),
  queueUrl: Nullable(Type.String({ description: 'Where the customers wait.' })),
  people: Type.Array(
    Type.Object({
      assignmentId: Id,
      employeeId: Id,
      startsAt: Instant,
      endsAt: Instant,
      name: Type.String(),
      title: Type.String(),
      isHost: Type.Boolean(),
      reason: Reason
    })
  )
})

export const OnSupportReply = Type.Object({
  rotation: RotationName,
  now: Nullable(ShiftReply),
  next: Nullable(ShiftReply)
})

export const MyShiftReply = Type.Object({
  assignmentId: Id,
  startsAt: Instant,
  endsAt: Instant,
  shift: ShiftReply,
  buddy: Nullable(Type.Object({ id: Id, name: Type.String() })),
  isInAbsence: Type.Boolean({
    description: 'You are away for part of it: find a taker, or delete the absence.'
  }),
  reason: Reason,
  hours: Type.Object({
    status: OneOf(['upcoming', 'running', 'proposed', 'confirmed'] as const),
    minutes: Nullable(Type.Integer({ description: 'What the ledger holds, corrections included.' }))
  })
})
