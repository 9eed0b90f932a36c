import { Type } from 'typebox'
import { Id, Instant, LocalDateText, Nullable, OneOf, PageQuery } from '../lib/schema.ts'
import { GROUPINGS, MOST_EARLIER } from './question.ts'
import { PERS } from './split-period.ts'

const minutes = Nullable(Type.Integer())
const amount = Nullable(Type.Number())

const Row = Type.Object({
  group: Type.String({
    description:
      'Team, site, level, tenure, track, ISO week (2027-W09), month (2027-03), quarter (2027-Q1) or season.'
  }),
  groupId: Nullable(Id),
  people: Type.Integer({
    description: 'Employed on a day of it, or with anything counted; of a track: with hours in it.'
  }),
  dueMinutes: minutes,
  workedMinutes: Type.Integer(),
  creditedMinutes: Type.Integer(),
  carriedMinutes: minutes,
  waivedMinutes: minutes,
  balanceMinutes: Nullable(
    Type.Integer({
      description: 'Worked, credited, carried and waived minus due; nothing is due in a track.'
    })
  ),
  shifts: Type.Integer({
    description: 'Seats on shifts that are over, but those confirmed with no minutes.'
  }),
  tookPart: Type.Integer({ description: 'People with a shift or hours.' }),
  shareTookPart: amount,
  swaps: Type.Integer({
    description: 'Seats given away in a swap or cover that was carried out and not undone.'
  }),
  noShows: Type.Integer(),
  learnings: Type.Integer(),
  nothingNew: Type.Integer(),
  learningsPerShift: amount,
  meanMinutes: amount,
  minutesDeviation: Nullable(
    Type.Number({ description: 'Standard deviation of worked and credited minutes.' })
  ),
  minutesGini: Nullable(Type.Number({ description: '0: all alike; towards 1: one does it all.' })),
  unpopularShifts: Type.Integer({
    description: 'At weekends, on holidays or at odd hours, by the person’s clock.'
  }),
  unpopularPoints: Type.Integer(),
  unpopularDeviation: amount,
  unpopularGini: amount,
  neverAsked: Nullable(
    Type.Integer({ description: 'Employed people who were given no seat and asked for no swap or cover.' })
  )
})

const rowsOf = {
  fromOn: LocalDateText,
  toOn: LocalDateText,
  rows: Type.Array(Row),
  totals: Nullable(Row)
}

export const Report = Type.Object({
  by: OneOf(GROUPINGS),
  per: Type.Optional(OneOf(PERS)),
  ...rowsOf,
  asOf: Instant,
  earlier: Type.Array(Type.Object(rowsOf)),
  note: Type.String({ description: 'Whom the rows cover and what is not shown.' })
})

export const AsOf = Type.Optional(
  Type.String({
    maxLength: 40,
    pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9:.]+(Z|[+-][0-9]{2}:[0-9]{2}))?$',
    description: 'As it was known then: a day, until its end, or an instant. Left out: now.',
    examples: ['2027-03-02']
  })
)

export const Question = Type.Object({
  by: OneOf(GROUPINGS),
  per: Type.Optional(OneOf(PERS, 'With by=period; months unless said otherwise.')),
  fromOn: LocalDateText,
  toOn: LocalDateText,
  asOf: AsOf,
  earlier: Type.Optional(
    Type.Integer({
      minimum: 0,
      maximum: MOST_EARLIER,
      description: 'For a trend: so many periods of the same length before.'
    })
  )
})

const Somebody = Type.Object({ id: Id, name: Type.String() })

const Person = Type.Object({
  employee: Somebody,
  team: Somebody,
  dueMinutes: Type.Integer(),
  workedMinutes: Type.Integer(),
  creditedMinutes: Type.Integer(),
  carriedMinutes: Type.Integer(),
  waivedMinutes: Type.Integer(),
  balanceMinutes: Type.Integer(),
  shifts: Type.Integer(),
  unpopularShifts: Type.Integer(),
  swaps: Type.Integer(),
  noShows: Type.Integer(),
  learnings: Type.Integer(),
  nothingNew: Type.Integer(),
  wasAsked: Type.Boolean({ description: 'A seat was given to them, or they were asked for a swap or cover.' })
})

export const MyQuestion = Type.Object({ fromOn: LocalDateText, toOn: LocalDateText, asOf: AsOf })

export const MyParticipation = Type.Object({
  fromOn: LocalDateText,
  toOn: LocalDateText,
  asOf: Instant,
  participation: Nullable(Person)
})

export const PeopleQuestion = Type.Object({
  fromOn: LocalDateText,
  toOn: LocalDateText,
  asOf: AsOf,
  teamId: Type.Optional(Id),
  purposeId: Type.Optional(
    Type.String({ format: 'uuid', description: 'The entry in the register of control measures.' })
  ),
  ...PageQuery
})

export const People = Type.Object({
  fromOn: LocalDateText,
  toOn: LocalDateText,
  asOf: Instant,
  items: Type.Array(Person),
  nextCursor: Nullable(Type.String())
})
