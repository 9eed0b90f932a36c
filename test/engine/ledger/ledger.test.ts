import t from 'tap'
import { balanceOf } from '../../../src/engine/ledger/balance-of.ts'
import { hoursStatus } from '../../../src/engine/ledger/hours-status.ts'
import { mayCorrectHours } from '../../../src/engine/ledger/may-correct-hours.ts'
import { quotaWarning } from '../../../src/engine/ledger/quota-warning.ts'

const startsAt = new Date('2027-03-01T08:00Z')
const endsAt = new Date('2027-03-01T12:00Z')

t.test('worked, credited, carried and waived minutes all count towards what is due', async (t) => {
  const entries = [
    { kind: 'worked', minutes: 240 },
    { kind: 'worked', minutes: 100 },
    { kind: 'credited', minutes: 60 },
    { kind: 'carried', minutes: -50 },
    { kind: 'waived', minutes: 7 }
  ] as const
  t.strictSame(balanceOf([...entries], 480), {
    dueMinutes: 480,
    workedMinutes: 340,
    creditedMinutes: 60,
    carriedMinutes: -50,
    waivedMinutes: 7,
    balanceMinutes: -123
  })
})

t.test('a correction adds its difference, so what was first entered stays in the books', async (t) => {
  const entries = [
    { kind: 'worked', minutes: 240 },
    { kind: 'worked', minutes: -60 }
  ] as const
  t.match(balanceOf([...entries], 180), { workedMinutes: 180, balanceMinutes: 0 })
})

t.test('an empty ledger owes all that is due', async (t) => {
  t.match(balanceOf([], 240), { workedMinutes: 0, balanceMinutes: -240 })
})

t.test(
  'a quota outside the practice of others is warned of, the bounds themselves are practice',
  async (t) => {
    const warn = (minutes: number, perWeeks = 4) =>
      quotaWarning({ minutes, perWeeks, weeklyWorkingMinutes: 2400 })
    t.equal(warn(240), null, '2.5%')
    t.equal(warn(144), null, '1.5%')
    t.equal(warn(143), 'below-practice')
    t.equal(warn(960), null, '10%')
    t.equal(warn(961), 'above-practice')
    t.equal(warn(0), 'below-practice')
    t.equal(warn(480, 1), 'above-practice', 'a day a week')
  }
)

t.test('hours are upcoming, running and proposed by the clock, and confirmed by an entry', async (t) => {
  const status = (now: string) => hoursStatus({ startsAt, endsAt, now: new Date(now) })
  t.equal(status('2027-03-01T07:59Z'), 'upcoming')
  t.equal(status('2027-03-01T08:00Z'), 'running')
  t.equal(status('2027-03-01T11:59Z'), 'running')
  t.equal(status('2027-03-01T12:00Z'), 'proposed')
  t.equal(hoursStatus({ startsAt, endsAt, now: endsAt, entry: { minutes: 0 } }), 'confirmed')
  t.equal(hoursStatus({ startsAt, endsAt, now: endsAt, entry: null }), 'proposed')
})

t.test('people correct their hours for 14 days after the shift, a lead at any time after it', async (t) => {
  const may = (now: string, isLead: boolean) => mayCorrectHours({ endsAt, now: new Date(now), isLead })
  t.notOk(may('2027-03-01T11:59Z', false))
  t.notOk(may('2027-03-01T11:59Z', true), 'nor a lead before the end')
  t.ok(may('2027-03-01T12:00Z', false))
  t.ok(may('2027-03-15T11:59Z', false))
  t.notOk(may('2027-03-15T12:00Z', false))
  t.ok(may('2027-03-02T12:00Z', true))
  t.ok(may('2027-06-01T12:00Z', true))
})
