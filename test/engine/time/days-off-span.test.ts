import t from 'tap'
import { type DaysOff, daysOffSpan } from '../../../src/engine/time/days-off-span.ts'

const OFFICE = { workStartsAt: '08:00', workEndsAt: '16:00' }
const span = (zone: string, days: Partial<DaysOff> & { fromOn: string }, hours = OFFICE) => {
  const { startsAt, endsAt } = daysOffSpan({ lastOn: days.fromOn, ...days }, { zone, ...hours })
  return `${startsAt.toISOString().slice(0, 16)} ${endsAt.toISOString().slice(0, 16)}`
}

t.test('a day is the local one, 23 or 25 hours and odd ones where the clocks change', async (t) => {
  t.equal(span('Europe/Oslo', { fromOn: '2027-03-27' }), '2027-03-26T23:00 2027-03-27T23:00')
  t.equal(span('Europe/Oslo', { fromOn: '2027-03-28' }), '2027-03-27T23:00 2027-03-28T22:00')
  t.equal(span('Europe/Oslo', { fromOn: '2027-10-31' }), '2027-10-30T22:00 2027-10-31T23:00')
  t.equal(
    span('Australia/Lord_Howe', { fromOn: '2027-10-03' }),
    '2027-10-02T13:30 2027-10-03T13:00',
    'half an hour'
  )
  t.equal(
    span('America/Sao_Paulo', { fromOn: '2018-11-04' }),
    '2018-11-04T03:00 2018-11-05T02:00',
    'no midnight'
  )
  t.equal(
    span('America/Havana', { fromOn: '2027-03-14' }),
    '2027-03-14T05:00 2027-03-15T04:00',
    'no midnight'
  )
  t.equal(
    span('Pacific/Chatham', { fromOn: '2027-09-26' }),
    '2027-09-25T11:15 2027-09-26T10:15',
    '45 minutes'
  )
})

t.test('halves meet in the middle of the working hours, on days of clock change too', async (t) => {
  for (const [zone, fromOn] of [
    ['Europe/Oslo', '2027-03-28'],
    ['Europe/Oslo', '2027-10-31'],
    ['Australia/Lord_Howe', '2027-10-03'],
    ['America/Sao_Paulo', '2018-11-04']
  ] as const) {
    const [from, noon] = span(zone, { fromOn, lastPart: 'morning' }).split(' ')
    const [again, to] = span(zone, { fromOn, fromPart: 'afternoon' }).split(' ')
    t.equal(noon, again, `${zone} ${fromOn}`)
    t.equal(`${from} ${to}`, span(zone, { fromOn }))
  }
  t.equal(
    span('Europe/Oslo', { fromOn: '2027-03-01', lastPart: 'morning' }),
    '2027-02-28T23:00 2027-03-01T11:00'
  )
  const late = { workStartsAt: '12:00', workEndsAt: '20:00' }
  t.equal(
    span('Europe/Oslo', { fromOn: '2027-03-01', fromPart: 'afternoon' }, late),
    '2027-03-01T15:00 2027-03-01T23:00'
  )
})

t.test('who works nights is off from morning to morning', async (t) => {
  const nights = { workStartsAt: '22:00', workEndsAt: '06:00' }
  t.equal(span('Europe/Oslo', { fromOn: '2027-03-27' }, nights), '2027-03-27T05:00 2027-03-28T04:00')
  t.equal(
    span('Europe/Oslo', { fromOn: '2027-03-26', lastPart: 'morning' }, nights),
    '2027-03-26T05:00 2027-03-27T01:00'
  )
})

t.test('days that follow each other leave no gap and do not overlap', async (t) => {
  for (const hours of [
    OFFICE,
    { workStartsAt: '22:00', workEndsAt: '06:00' },
    { workStartsAt: '16:00', workEndsAt: '00:00' }
  ]) {
    const [, end] = span('Europe/Oslo', { fromOn: '2027-03-27', lastOn: '2027-03-28' }, hours).split(' ')
    const [start] = span('Europe/Oslo', { fromOn: '2027-03-29' }, hours).split(' ')
    t.equal(end, start)
  }
})

t.test('two halves of one day that leave nothing are empty', async (t) => {
  const { startsAt, endsAt } = daysOffSpan(
    { fromOn: '2027-03-01', lastOn: '2027-03-01', fromPart: 'afternoon', lastPart: 'morning' },
    { zone: 'Europe/Oslo', ...OFFICE }
  )
  t.ok(endsAt <= startsAt)
})
