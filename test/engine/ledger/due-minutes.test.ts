import fc from 'fast-check'
import t from 'tap'
import { type DueQuestion, dueMinutes } from '../../../src/engine/ledger/due-minutes.ts'
import { longAbsencesIn } from '../../../src/engine/ledger/long-absences.ts'
import { type EffectiveQuota, quotaInForce } from '../../../src/engine/ledger/quota-in-force.ts'
import { addDays } from '../../../src/engine/time/add-days.ts'
import { eachDate } from '../../../src/engine/time/each-date.ts'

const house: EffectiveQuota = {
  scope: 'organisation',
  minutes: 240,
  perWeeks: 4,
  fromOn: '2026-01-01',
  toOn: null
}
const fullTime = { ftePercent: 100, joinedOn: '2020-01-01', leavesOn: null }

/** Four weeks of March 2027 under the house quota, unless told otherwise: 240 minutes for a full-time person. */
function due(change: Partial<DueQuestion> = {}): number {
  const question = {
    person: fullTime,
    quotas: [house],
    longAbsences: [],
    fromOn: '2027-03-01',
    toOn: '2027-03-29'
  }
  return dueMinutes({ ...question, ...change })
}

t.test('a full-time person owes the whole quota over its weeks, and nothing over no days', async (t) => {
  t.equal(due(), 240)
  t.equal(due({ toOn: '2027-03-01' }), 0)
  t.equal(due({ quotas: [] }), 0)
})

t.test('a 60% employee who joins in mid-period owes 60% of the share that is left', async (t) => {
  const person = { ftePercent: 60, joinedOn: '2027-03-15', leavesOn: null }
  t.equal(due({ person: { ...person, joinedOn: '2020-01-01' } }), 144)
  t.equal(due({ person }), 72)
})

t.test('the last day of employment still counts, the day after it does not', async (t) => {
  t.equal(due({ person: { ...fullTime, leavesOn: '2027-03-14' } }), 120)
  t.equal(due({ person: { ...fullTime, leavesOn: '2027-02-28' } }), 0)
  t.equal(due({ person: { ...fullTime, joinedOn: '2027-03-28' } }), 9, 'one day of 28: 240 / 28 = 8.57')
})

t.test('a long absence lifts the quota, a short one does not', async (t) => {
  t.equal(due({ longAbsences: [{ fromOn: '2027-03-01', toOn: '2027-03-14' }] }), 120)
  t.equal(due({ longAbsences: [{ fromOn: '2027-03-01', toOn: '2027-03-13' }] }), 240)
})

t.test('an absence that began before the period is as long as it is, not as long as it shows', async (t) => {
  t.equal(due({ longAbsences: [{ fromOn: '2027-02-01', toOn: '2027-03-07' }] }), 180)
})

t.test('absences that touch or overlap are one, those with a day between are not', async (t) => {
  const week = { fromOn: '2027-03-01', toOn: '2027-03-07' }
  t.equal(due({ longAbsences: [{ fromOn: '2027-03-08', toOn: '2027-03-14' }, week] }), 120)
  t.equal(due({ longAbsences: [week, { fromOn: '2027-03-09', toOn: '2027-03-15' }] }), 240)
  t.strictSame(longAbsencesIn([{ fromOn: '2027-03-01', toOn: '2027-03-20' }, week]), [
    { fromOn: '2027-03-01', toOn: '2027-03-20' }
  ])
})

t.test('the most specific quota in force wins on each day', async (t) => {
  const team: EffectiveQuota = { ...house, scope: 'team', minutes: 480, fromOn: '2027-03-15' }
  const own: EffectiveQuota = {
    ...house,
    scope: 'person',
    minutes: 0,
    fromOn: '2027-03-22',
    toOn: '2027-03-29'
  }
  t.equal(due({ quotas: [house, team] }), 120 + 240)
  t.equal(due({ quotas: [own, team, house] }), 120 + 120 + 0)
})

t.test('of one scope the latest to begin wins, and an ended quota gives way', async (t) => {
  const later: EffectiveQuota = { ...house, minutes: 120, fromOn: '2027-03-15' }
  const brief: EffectiveQuota = { ...house, minutes: 480, fromOn: '2027-03-01', toOn: '2027-03-15' }
  t.equal(due({ quotas: [later, house] }), 180)
  t.equal(quotaInForce([house, later], '2027-03-14'), house)
  t.equal(due({ quotas: [brief, house] }), 360)
  t.equal(quotaInForce([house], '2025-12-31'), undefined)
})

t.test('shares are rounded once, at the end, and half a minute goes up', async (t) => {
  const thirds: EffectiveQuota = { ...house, minutes: 100, perWeeks: 3, toOn: '2027-03-15' }
  const sevenths: EffectiveQuota = { ...house, minutes: 100, perWeeks: 7, fromOn: '2027-03-15' }
  t.equal(due({ quotas: [thirds, sevenths] }), 95, '66.67 + 28.57 = 95.24; rounded apart it would be 96')
  t.equal(due({ quotas: [{ ...house, minutes: 1, perWeeks: 8 }] }), 1, 'exactly half a minute')
})

t.test('a fraction of a minute or a percentage that is not whole is refused', async (t) => {
  t.throws(() => due({ quotas: [{ ...house, minutes: 0.5 }] }), RangeError)
  t.throws(() => due({ person: { ...fullTime, ftePercent: 37.5 } }), RangeError)
})

t.test('a year of due minutes cut anywhere differs from the whole by rounding alone', async (t) => {
  const percents = fc.integer({ min: 1, max: 100 })
  const additive = fc.property(fc.integer({ min: 0, max: 365 }), percents, (days, ftePercent) => {
    const cutOn = addDays('2027-01-01', days)
    const person = { ...fullTime, ftePercent }
    const whole = due({ person, fromOn: '2027-01-01', toOn: '2028-01-01' })
    const parts =
      due({ person, fromOn: '2027-01-01', toOn: cutOn }) + due({ person, fromOn: cutOn, toOn: '2028-01-01' })
    return Math.abs(whole - parts) <= 1
  })
  t.doesNotThrow(() => fc.assert(additive, { seed: 2027, numRuns: 300 }))
})

t.test('the order of quotas and absences changes nothing', async (t) => {
  const scopes = fc.constantFrom('organisation', 'team', 'person')
  const days = fc.integer({ min: -40, max: 40 }).map((day) => addDays('2027-03-01', day))
  const quota = fc.record({
    scope: scopes,
    minutes: fc.nat(600),
    perWeeks: fc.integer({ min: 1, max: 52 }),
    fromOn: days
  })
  const absence = fc
    .tuple(days, fc.nat(20))
    .map(([fromOn, more]) => ({ fromOn, toOn: addDays(fromOn, more) }))
  const indifferent = fc.property(
    fc.uniqueArray(quota, { selector: ({ scope, fromOn }) => scope + fromOn, maxLength: 6 }),
    fc.array(absence, { maxLength: 5 }),
    (drawn, longAbsences) => {
      const quotas = drawn.map((one) => ({ ...one, toOn: null })) as EffectiveQuota[]
      const turned = { quotas: quotas.toReversed(), longAbsences: longAbsences.toReversed() }
      return due({ quotas, longAbsences }) === due(turned)
    }
  )
  t.doesNotThrow(() => fc.assert(indifferent, { seed: 2027, numRuns: 300 }))
})

t.test('counting by runs of like days gives what counting day by day gives', (t) => {
  const day = fc.integer({ min: 0, max: 120 }).map((days) => addDays('2027-01-01', days))
  const span = fc
    .tuple(day, fc.integer({ min: 1, max: 60 }))
    .map(([fromOn, days]) => ({ fromOn, toOn: addDays(fromOn, days) }))
  const quota = fc.record({
    scope: fc.constantFrom('organisation' as const, 'team' as const, 'person' as const),
    minutes: fc.constant(7 * 64),
    perWeeks: fc.constantFrom(1, 2),
    span
  })
  const alike = fc.property(
    fc.array(quota, { maxLength: 4 }),
    fc.array(span, { maxLength: 2 }),
    fc.array(span, { maxLength: 3 }),
    span,
    (drawn, exemptions, longAbsences, { fromOn, toOn }) => {
      const quotas = drawn.map(({ span, ...rest }) => ({ ...rest, ...span }))
      const question = { person, quotas, longAbsences, exemptions }
      const byDay = eachDate(fromOn, toOn).map((each) =>
        dueMinutes({ ...question, fromOn: each, toOn: addDays(each, 1) })
      )
      // 64 or 32 whole minutes a day, so that nothing is rounded away.
      return dueMinutes({ ...question, fromOn, toOn }) === byDay.reduce((sum, each) => sum + each, 0)
    }
  )
  const person = { ftePercent: 100, joinedOn: '2027-01-20', leavesOn: '2027-05-30' }
  t.doesNotThrow(() => fc.assert(alike, { seed: 5, numRuns: 300 }))
  t.end()
})

t.test('whatever quotas are per, minutes are the exact sum of the days, rounded once', async (t) => {
  const day = fc.integer({ min: -30, max: 150 }).map((days) => addDays('2027-01-01', days))
  const quota = fc.record({
    scope: fc.constantFrom('organisation' as const, 'team' as const, 'person' as const),
    minutes: fc.nat(5000),
    perWeeks: fc.integer({ min: 1, max: 520 }),
    fromOn: day,
    toOn: fc.oneof(day, fc.constant(null))
  })
  const away = fc.tuple(day, fc.nat(40)).map(([fromOn, more]) => ({ fromOn, toOn: addDays(fromOn, more) }))
  const exact = fc.property(
    fc.uniqueArray(quota, { selector: ({ scope, fromOn }) => scope + fromOn, maxLength: 12 }),
    fc.array(away, { maxLength: 3 }),
    fc.integer({ min: 1, max: 100 }),
    (quotas, longAbsences, ftePercent) => {
      const person = { ...fullTime, ftePercent }
      const off = longAbsencesIn(longAbsences)
      const [fromOn, toOn] = ['2027-01-01', '2027-05-01']
      let [over, under] = [0n, 1n]
      for (const each of eachDate(fromOn, toOn)) {
        const quota = quotaInForce(quotas, each)
        if (!quota || off.some((days) => days.fromOn <= each && each <= days.toOn)) continue
        const weeks = BigInt(quota.perWeeks) * 700n
        over = over * weeks + BigInt(quota.minutes * ftePercent) * under
        under *= weeks
      }
      t.equal(due({ quotas, longAbsences, person, fromOn, toOn }), Number((2n * over + under) / (2n * under)))
    }
  )
  fc.assert(exact, { seed: 47, numRuns: 150 })
})

t.test('half a minute goes up where a common number of weeks is too large to be exact, too', async (t) => {
  const until: EffectiveQuota = { ...house, minutes: 5, perWeeks: 8, toOn: '2027-03-29' }
  const nothing = [499, 503, 509, 521, 523].map(
    (perWeeks, at): EffectiveQuota => ({
      ...{ scope: 'team', minutes: 0, perWeeks },
      ...{ fromOn: `2027-04-0${at + 1}`, toOn: `2027-04-0${at + 2}` }
    })
  )
  t.equal(due({ quotas: [until, ...nothing] }), 3, 'five in eight weeks are two and a half in four')
})
