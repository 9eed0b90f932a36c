import { Type } from 'typebox'
import { Id, Instant, LocalDateText, Nullable, NullableInstant, OneOf, Words } from '../lib/schema.ts'
import { ACTIVITY_SOURCES, CREDIT_PURPOSES, LEDGER_KINDS } from '../words.ts'

const PersonName = Type.Object({ id: Id, name: Type.String() })

export const Entry = Type.Object({
  id: Id,
  kind: OneOf(LEDGER_KINDS),
  minutes: Type.Integer({ description: 'Of a correction: the difference.' }),
  onDay: Type.String({ format: 'date', description: 'The local day the hours belong to.' }),
  assignmentId: Nullable(Id),
  correctsId: Nullable(Id),
  reason: Nullable(Type.String()),
  enteredAt: Instant,
  enteredBy: Nullable(PersonName),
  workedFrom: NullableInstant,
  workedTo: NullableInstant,
  purpose: Nullable(OneOf(CREDIT_PURPOSES, 'What credited hours are for.'))
})

export const CounterMark = Type.Object({
  id: Id,
  agrees: Type.Boolean(),
  minutes: Nullable(Type.Integer({ description: 'What it was in the lead’s eyes.' })),
  comment: Nullable(Type.String()),
  markedAt: Instant,
  markedBy: PersonName
})

const NoShowFields = {
  state: OneOf(['raised', 'answered', 'withdrawn', 'recorded']),
  raisedAt: Instant,
  raisedBy: PersonName,
  answerUntil: Instant,
  answeredAt: NullableInstant,
  answer: Nullable(Type.String()),
  withdrawnAt: NullableInstant,
  recordedAt: NullableInstant
}
export const NoShow = Type.Object(NoShowFields)

export const SeatHours = Type.Object({
  assignmentId: Id,
  employeeId: Id,
  shiftId: Id,
  onDay: Type.String({ format: 'date' }),
  startsAt: Instant,
  endsAt: Instant,
  plannedMinutes: Type.Integer(),
  status: OneOf(['upcoming', 'running', 'proposed', 'confirmed']),
  checkedInAt: NullableInstant,
  checkedOutAt: NullableInstant,
  entries: Type.Array(Entry),
  counterMarks: Type.Array(CounterMark, { description: 'Latest first; the latest stands.' }),
  noShow: Nullable(NoShow)
})

export const Proposed = Type.Object({
  assignmentId: Id,
  shiftId: Id,
  rotationId: Id,
  rotationName: Type.String(),
  onDay: Type.String({ format: 'date' }),
  startsAt: Instant,
  endsAt: Instant,
  plannedMinutes: Type.Integer(),
  activity: Nullable(
    Type.Object(
      {
        minutes: Type.Integer(),
        workedFrom: Instant,
        workedTo: Instant,
        tickets: Type.Integer(),
        sources: Type.Array(OneOf(ACTIVITY_SOURCES))
      },
      { description: 'What the help desk proposes instead; for the person alone.' }
    )
  ),
  confirmUntil: Instant
})

export const Hours = Type.Object({
  proposed: Type.Array(Proposed, {
    description: 'Shifts that are over and not confirmed; on the first page only.'
  }),
  items: Type.Array(Entry, { description: 'The ledger, latest day first.' }),
  nextCursor: Nullable(Type.String())
})

export const BalanceReply = Type.Object({
  fromOn: LocalDateText,
  toOn: LocalDateText,
  dueMinutes: Type.Integer(),
  workedMinutes: Type.Integer(),
  creditedMinutes: Type.Integer(),
  carriedMinutes: Type.Integer(),
  waivedMinutes: Type.Integer(),
  balanceMinutes: Type.Integer({ description: 'Below zero: still to be worked.' })
})

const Closing = {
  fromOn: LocalDateText,
  toOn: LocalDateText,
  capMinutes: Type.Integer({ description: 'The most that a balance brought into the next period.' })
}

export const ClosingReply = Type.Object({
  id: Id,
  ...Closing,
  isNew: Type.Boolean(),
  changed: Type.Integer({ description: 'People whose carried hours this closing set or changed.' })
})

export const Closings = Type.Object({
  items: Type.Array(Type.Object({ id: Id, ...Closing, closedAt: Instant, closedBy: Nullable(PersonName) }))
})

export const ClosedBalances = Type.Object({
  items: Type.Array(
    Type.Object({
      ...Closing,
      closedAt: Instant,
      dueMinutes: Type.Integer(),
      workedMinutes: Type.Integer(),
      creditedMinutes: Type.Integer(),
      waivedMinutes: Type.Integer(),
      broughtMinutes: Type.Integer({ description: 'From the period before.' }),
      balanceMinutes: Type.Integer(),
      takenMinutes: Type.Integer({ description: 'Into the next period; the rest beyond the cap lapsed.' })
    })
  )
})

export const Policy = {
  periodMonths: Type.Unsafe<number>({
    type: 'integer',
    enum: [1, 2, 3, 4, 6, 12],
    description: 'A period of the books is so many months, counted from January.'
  }),
  capMinutes: Type.Integer({
    minimum: 0,
    maximum: 100_000,
    description: 'The most that a balance brings into the next period, above or below zero.'
  })
}

/** Minutes of one entry: a day has 24 hours and nobody books more than one. */
export const EntryMinutes = Type.Integer({ minimum: 0, maximum: 1440 })
export const Reason = Words(500, 'Why; the person and their leads read it.')

export const PeriodQuery = { fromOn: LocalDateText, toOn: LocalDateText }
