import t from 'tap'
import { amara, bo, daysFor, facts, firstPoints, hanna, person, rotation, seat, shiftsOf } from './cast.ts'

const FORTNIGHT = [
  '2027-03-01',
  '2027-03-02',
  '2027-03-03',
  '2027-03-04',
  '2027-03-05',
  '2027-03-08',
  '2027-03-09',
  '2027-03-10',
  '2027-03-11',
  '2027-03-12'
]
const without = (...days: string[]) => FORTNIGHT.filter((day) => !days.includes(day))

t.test('somebody at work fits every shift of the period', async (t) => {
  t.strictSame(daysFor(bo), FORTNIGHT)
})

t.test('a shift that touches an absence does not fit, one that only meets its end does', async (t) => {
  const away = (startsAt: string, endsAt: string) =>
    person('bo', { absences: [{ startsAt: new Date(startsAt), endsAt: new Date(endsAt) }] })
  t.strictSame(
    daysFor(away('2027-03-02T11:59Z', '2027-03-04T08:01Z')),
    without('2027-03-02', '2027-03-03', '2027-03-04')
  )
  t.strictSame(daysFor(away('2027-03-02T12:00Z', '2027-03-04T08:00Z')), without('2027-03-03'))
})

t.test('working hours are read in the zone of the person, hosts included', async (t) => {
  t.strictSame(
    daysFor(person('bo', { zone: 'America/New_York' })),
    [],
    'nine in Oslo is three in the morning'
  )
  t.strictSame(daysFor(person('bo', { zone: 'Europe/London' })), FORTNIGHT, 'eight o’clock in London')
  t.strictSame(daysFor(person('bo', { zone: 'Europe/London', isHost: true, workStartsAt: '09:00' })), [])
  t.strictSame(daysFor(person('bo', { workingDays: [2] })), ['2027-03-02', '2027-03-09'])
})

t.test('a person fits from the day they join to their last day of employment', async (t) => {
  t.strictSame(daysFor(person('bo', { joinedOn: '2027-03-10' })), ['2027-03-10', '2027-03-11', '2027-03-12'])
  t.strictSame(daysFor(person('bo', { leavesOn: '2027-03-02' })), ['2027-03-01', '2027-03-02'])
})

t.test('who is in training or not eligible fits nothing, who is shadowing does', async (t) => {
  t.strictSame(daysFor(person('bo', { readiness: 'in_training' })), [])
  t.strictSame(daysFor(person('bo', { readiness: 'shadowing' })), FORTNIGHT)
  t.strictSame(daysFor(bo, { rotation: { ...rotation, eligibleTeamIds: ['support'] } }), [])
  t.strictSame(daysFor(bo, { rotation: { ...rotation, eligibleTeamIds: ['product'] } }), FORTNIGHT)
  t.strictSame(daysFor(bo, { rotation: { ...rotation, eligibleLevels: ['executive'] } }), [])
  t.strictSame(
    daysFor(person('eva', { level: 'executive' }), {
      rotation: { ...rotation, eligibleLevels: ['executive'] }
    }),
    FORTNIGHT
  )
})

t.test(
  'a public holiday of the person’s own country is a day off, or a dear day where the rotation says so',
  async (t) => {
    const holidays = { NO: ['2027-03-01'], SE: ['2027-03-02'] }
    t.strictSame(daysFor(bo, { holidays }), without('2027-03-01'))
    t.strictSame(daysFor(person('bo', { country: 'SE' }), { holidays }), without('2027-03-02'))
    const unpopular = { ...rotation, holidayRule: 'unpopular' as const }
    t.strictSame(daysFor(bo, { holidays, rotation: unpopular }), FORTNIGHT)
    t.equal(firstPoints(bo, { holidays, rotation: unpopular }), 3)
  }
)

t.test('a holiday of the rotation is skipped, or counted once beside the person’s own', async (t) => {
  const shifts = facts.shifts.map((shift, s) => ({ ...shift, isHoliday: s === 0 }))
  t.strictSame(daysFor(bo, { shifts }), without('2027-03-01'))
  const unpopular = { ...rotation, holidayRule: 'unpopular' as const }
  const both = { shifts, rotation: unpopular, holidays: { NO: ['2027-03-01'] } }
  t.strictSame(daysFor(bo, both), FORTNIGHT)
  t.equal(firstPoints(bo, both), 3)
})

t.test('points add up: weekend two, odd hours one, by the clock of the person', async (t) => {
  const always = { workingDays: [1, 2, 3, 4, 5, 6, 7], workStartsAt: '00:00', workEndsAt: '24:00' }
  const pointsOf = (weekday: 1 | 6, startsAt: string, endsAt: string, zone = 'Europe/Oslo') =>
    firstPoints(person('bo', { ...always, zone }), { shifts: shiftsOf([{ weekday, startsAt, endsAt }]) })
  t.equal(pointsOf(1, '08:00', '17:00'), 0)
  t.equal(pointsOf(1, '07:59', '12:00'), 1)
  t.equal(pointsOf(1, '13:00', '17:01'), 1)
  t.equal(pointsOf(1, '07:00', '19:00'), 1, 'odd at both ends is odd once')
  t.equal(pointsOf(1, '20:00', '24:00'), 1, 'midnight is late, although it reads 00:00')
  t.equal(pointsOf(6, '09:00', '13:00'), 2)
  t.equal(pointsOf(6, '06:00', '10:00'), 3)
  t.equal(pointsOf(1, '09:00', '13:00', 'America/New_York'), 1, 'three in the morning in New York')
})

t.test('a seat held elsewhere keeps its rest and its days, by the spacing of the person', async (t) => {
  const thursday = seat('bo', '2027-03-04T14:00Z', '2027-03-04T22:00Z')
  t.strictSame(daysFor(bo, { held: [thursday] }), ['2027-03-11', '2027-03-12'], 'seven days for a guest')
  const host = { ...bo, isHost: true }
  t.strictSame(
    daysFor(host, { held: [thursday] }),
    without('2027-03-03', '2027-03-04', '2027-03-05'),
    'two for a host'
  )
  const free = { ...rotation, spacingDays: 0 }
  const late = seat('bo', '2027-03-04T14:00Z', '2027-03-04T21:01Z')
  t.strictSame(
    daysFor(bo, { rotation: free, held: [late] }),
    without('2027-03-04', '2027-03-05'),
    '10:59 of rest'
  )
  const earlier = seat('bo', '2027-03-04T14:00Z', '2027-03-04T21:00Z')
  t.strictSame(
    daysFor(bo, { rotation: free, held: [earlier] }),
    without('2027-03-04'),
    'eleven hours of rest'
  )
})

t.test('a seat held before or after the period counts, and one of somebody else does not', async (t) => {
  const held = [
    seat('bo', '2027-02-26T08:00Z', '2027-02-26T12:00Z'),
    seat('bo', '2027-03-17T08:00Z', '2027-03-17T12:00Z')
  ]
  t.strictSame(daysFor(bo, { held }), ['2027-03-05', '2027-03-08', '2027-03-09', '2027-03-10'])
  t.strictSame(daysFor(bo, { held: [seat('amara', '2027-03-04T08:00Z', '2027-03-04T12:00Z')] }), FORTNIGHT)
  t.equal(amara.id < hanna.id, true)
})

t.test('what has begun is no longer planned', async (t) => {
  t.strictSame(daysFor(bo, { now: new Date('2027-03-03T08:00Z') }), FORTNIGHT.slice(3))
  t.strictSame(daysFor(bo, { now: new Date('2027-03-03T07:59Z') }), FORTNIGHT.slice(2))
})
