import { type HourlyRate, hourlyRateOn } from './hourly-rate.ts'

const WEEK = 7 * 86_400_000

export interface Money {
  /** ISO 4217. */
  currency: string
  /** In units of the currency, to the hundredth. */
  amount: number
}

export interface Waited {
  firstHeardAt: Date
  /** Now, or when the waiting was over: done or declined. */
  until: Date
  /** Customers' minutes by the local day on which they were lost; days may be left together where one rate holds. */
  lost: readonly { onDay: string; minutes: number }[]
}

export interface Price {
  /** Weeks waited, at least one. */
  weeks: number
  /** Minutes lost per week waited. */
  minutesPerWeek: number
  /** All minutes lost while it waited: minutes per week times weeks. */
  minutes: number
  hours: number
  /** Each minute at the rate of its day; one entry per currency, none where no rate was set. */
  money: Money[]
}

/**
 * Computes what it costs to let a theme wait: the minutes reported per week times the weeks since it was first heard,
 * as hours and as money. Numbers are rounded to two decimals at the very end, halves up.
 *
 * @example
 * const rates = [{ fromOn: '2026-01-01', centsPerHour: 60000, currency: 'NOK', enteredAt: new Date('2026-01-01') }]
 * const waited = { firstHeardAt: new Date('2027-02-01T09:00Z'), until: new Date('2027-03-01T09:00Z') }
 * priceOfWaiting({ ...waited, lost: [{ onDay: '2027-02-01', minutes: 30 }, { onDay: '2027-02-20', minutes: 60 }] }, rates)
 * //=> { weeks: 4, minutesPerWeek: 22.5, minutes: 90, hours: 1.5, money: [{ currency: 'NOK', amount: 900 }] }
 */
export function priceOfWaiting({ firstHeardAt, until, lost }: Waited, rates: readonly HourlyRate[]): Price {
  const weeks = Math.max(1, (until.getTime() - firstHeardAt.getTime()) / WEEK)
  const minutes = lost.reduce((sum, day) => sum + day.minutes, 0)
  return {
    weeks: hundredths(weeks * 100),
    minutesPerWeek: hundredths((minutes * 100) / weeks),
    minutes,
    hours: hundredths((minutes * 100) / 60),
    money: moneyOf(lost, rates)
  }
}

function moneyOf(lost: Waited['lost'], rates: readonly HourlyRate[]): Money[] {
  const minuteCents = new Map<string, number>()
  for (const { onDay, minutes } of lost) {
    const rate = hourlyRateOn(onDay, rates)
    if (!rate) continue
    const { currency, centsPerHour } = rate
    minuteCents.set(currency, (minuteCents.get(currency) ?? 0) + minutes * centsPerHour)
  }
  return [...minuteCents]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, sum]) => ({ currency, amount: hundredths(sum / 60) }))
}

/** From hundredths to units. */
function hundredths(value: number): number {
  return Math.round(value) / 100
}
