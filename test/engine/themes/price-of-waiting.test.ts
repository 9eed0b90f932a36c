import fc from 'fast-check'
import t from 'tap'
import { hourlyRateOn } from '../../../src/engine/insight/hourly-rate.ts'
import { priceOfWaiting } from '../../../src/engine/insight/price-of-waiting.ts'
import { unheardClock } from '../../../src/engine/insight/unheard-clock.ts'

const rate = (fromOn: string, centsPerHour: number, currency = 'NOK', entered = '2026-01-01') => ({
  ...{ fromOn, centsPerHour, currency, enteredAt: new Date(entered) }
})
const firstHeardAt = new Date('2027-01-01T09:00Z')
const weeksLater = (weeks: number) => new Date(firstHeardAt.getTime() + weeks * 7 * 86_400_000)

t.test('minutes per week times weeks are the minutes lost, as hours and as money', async (t) => {
  const lost = [
    { onDay: '2027-01-01', minutes: 100 },
    { onDay: '2027-02-01', minutes: 20 }
  ]
  t.strictSame(priceOfWaiting({ firstHeardAt, until: weeksLater(6), lost }, [rate('2026-01-01', 65_000)]), {
    ...{ weeks: 6, minutesPerWeek: 20, minutes: 120, hours: 2 },
    money: [{ currency: 'NOK', amount: 1300 }]
  })
  // Parts of a week count as such: neither rounded down nor up.
  t.match(priceOfWaiting({ firstHeardAt, until: weeksLater(2.5), lost }, []), {
    ...{ weeks: 2.5, minutesPerWeek: 48, minutes: 120, hours: 2 }
  })
})

t.test(
  'each day is priced at its own rate, and a new rate changes no figure of the days before',
  async (t) => {
    const january = [{ onDay: '2027-01-31', minutes: 60 }]
    const before = priceOfWaiting({ firstHeardAt, until: weeksLater(6), lost: january }, [
      rate('2027-01-01', 60_000)
    ])
    const rates = [rate('2027-01-01', 60_000), rate('2027-02-01', 90_000)]
    t.strictSame(priceOfWaiting({ firstHeardAt, until: weeksLater(6), lost: january }, rates), before)
    const both = [...january, { onDay: '2027-02-01', minutes: 60 }]
    t.strictSame(priceOfWaiting({ firstHeardAt, until: weeksLater(6), lost: both }, rates).money, [
      { currency: 'NOK', amount: 1500 }
    ])
  }
)

t.test('without a rate there are hours and no money; two currencies are not added up', async (t) => {
  const lost = [
    { onDay: '2026-12-31', minutes: 60 },
    { onDay: '2027-01-02', minutes: 60 },
    { onDay: '2027-02-02', minutes: 30 }
  ]
  const rates = [rate('2027-01-01', 60_000, 'NOK'), rate('2027-02-01', 10_000, 'EUR')]
  t.match(priceOfWaiting({ firstHeardAt, until: weeksLater(5), lost }, []), { hours: 2.5, money: [] })
  t.strictSame(priceOfWaiting({ firstHeardAt, until: weeksLater(5), lost }, rates).money, [
    { currency: 'EUR', amount: 50 },
    { currency: 'NOK', amount: 600 }
  ])
})

t.test('the first week counts as a whole one, so that a day does not make a rate of its own', async (t) => {
  const lost = [{ onDay: '2027-01-01', minutes: 30 }]
  const price = priceOfWaiting({ firstHeardAt, until: new Date('2027-01-02T09:00Z'), lost }, [])
  t.match(price, { weeks: 1, minutesPerWeek: 30, minutes: 30 })
})

t.test('adding up days under the day on which their rate begins changes nothing', async (t) => {
  const rates = [
    rate('2027-01-10', 61_300),
    rate('2027-01-20', 70_707),
    rate('2027-01-20', 70_001, 'NOK', '2026-02-01')
  ]
  const day = (number: number) => `2027-01-${String(number).padStart(2, '0')}`
  const lost = fc.array(
    fc.record({ onDay: fc.integer({ min: 1, max: 31 }).map(day), minutes: fc.nat(500) }),
    { maxLength: 40 }
  )
  fc.assert(
    fc.property(lost, (days) => {
      const together = days.map(({ onDay, minutes }) => ({
        onDay: hourlyRateOn(onDay, rates)?.fromOn ?? '0001-01-01',
        minutes
      }))
      const price = (of: typeof days) =>
        priceOfWaiting({ firstHeardAt, until: weeksLater(5), lost: of }, rates)
      t.strictSame(price(together), price(days))
    }),
    { seed: 5, numRuns: 100 }
  )
})

t.test('of two rates for one day the one entered later counts', async (t) => {
  const rates = [rate('2027-01-01', 2, 'NOK', '2026-12-02'), rate('2027-01-01', 1, 'NOK', '2026-12-01')]
  t.equal(hourlyRateOn('2027-01-01', rates)?.centsPerHour, 2)
  t.equal(hourlyRateOn('2027-01-01', rates.toReversed())?.centsPerHour, 2)
})

t.test('the stage changes with the fourteenth and the thirtieth whole day', async (t) => {
  const stage = (hours: number) =>
    unheardClock(
      { firstHeardAt, waitingSince: firstHeardAt },
      new Date(firstHeardAt.getTime() + hours * 3_600_000)
    ).stage
  t.strictSame([0, 14 * 24 - 1, 14 * 24, 30 * 24 - 1, 30 * 24].map(stage), [
    'owner',
    'owner',
    'lead',
    'lead',
    'leadership'
  ])
})
