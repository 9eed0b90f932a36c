export interface HourlyRate {
  /** From this local day on. */
  fromOn: string
  /** Hundredths of the currency's unit. */
  centsPerHour: number
  currency: string
  enteredAt: Date
}

/**
 * Finds what an hour cost on a day: of the rates that begin on or before it the latest, and of those of one day the one
 * entered last; null where none had begun.
 *
 * @example
 * const rate = (fromOn, centsPerHour, enteredAt) =>
 *   ({ fromOn, centsPerHour, currency: 'NOK', enteredAt: new Date(enteredAt) })
 * const rates = [rate('2026-01-01', 60000, '2026-01-02'), rate('2027-01-01', 65000, '2026-12-01'), rate('2027-01-01', 64000, '2026-12-20')]
 * hourlyRateOn('2027-03-01', rates)?.centsPerHour
 * //=> 64000
 * hourlyRateOn('2025-12-31', rates)
 * //=> null
 */
export function hourlyRateOn(day: string, rates: readonly HourlyRate[]): HourlyRate | null {
  let best: HourlyRate | null = null
  for (const rate of rates) {
    if (rate.fromOn > day) continue
    const isLater =
      best === null ||
      rate.fromOn > best.fromOn ||
      (rate.fromOn === best.fromOn && rate.enteredAt >= best.enteredAt)
    if (isLater) best = rate
  }
  return best
}
