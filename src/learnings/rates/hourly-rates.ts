import { recordAudit } from '../../audit/record-audit.ts'
import type { AnyContext, Context } from '../../context.ts'
import { hourlyRateOn } from '../../engine/insight/hourly-rate.ts'
import { isLocalDate } from '../../engine/time/is-local-date.ts'
import { defineError } from '../../lib/errors.ts'
import { insertHourlyRate, listHourlyRates } from './queries.ts'

export const RateNotValid = defineError<{ field: string; remedy: string }>(
  'RATE_NOT_VALID',
  422,
  'This hourly rate cannot be set as it is; the field is named with a remedy.'
)

export interface WantedRate {
  /** The first local day for which it holds. */
  fromOn: string
  /** Units of the currency, to the hundredth. */
  perHour: number
  /** ISO 4217. */
  currency: string
}

/** What an hour costs the company, as entered over time; `isInForce` tells the ones that a later entry did not replace. */
export async function listRates(ctx: AnyContext) {
  const rates = await listHourlyRates(ctx.db)
  return rates.map(({ centsPerHour, ...rate }) => ({
    ...rate,
    perHour: centsPerHour / 100,
    isInForce: hourlyRateOn(rate.fromOn, rates)?.enteredAt === rate.enteredAt
  }))
}

/**
 * Sets what an hour costs the company from a day on. Nothing is overwritten: of two for the same day the later entry
 * counts, and what was entered before stays to be seen.
 *
 * @throws {RateNotValid}
 */
export async function setHourlyRate(ctx: Context, { fromOn, perHour, currency }: WantedRate) {
  if (!isLocalDate(fromOn) || fromOn < '1970' || fromOn >= '2200')
    throw new RateNotValid({ field: 'fromOn', remedy: 'Give a day that exists, such as 2027-01-01.' })
  if (!Intl.supportedValuesOf('currency').includes(currency))
    throw new RateNotValid({
      field: 'currency',
      remedy: 'Give a currency by its three letters, such as NOK.'
    })
  const centsPerHour = Math.round(perHour * 100)
  if (centsPerHour / 100 !== perHour)
    throw new RateNotValid({ field: 'perHour', remedy: 'Give two decimals at most, such as 650.50.' })
  const rate = { fromOn, centsPerHour, currency }
  return ctx.db.transaction(async (tx) => {
    const entered = { enteredAt: ctx.now(), enteredBy: ctx.actor.employeeId }
    const id = await insertHourlyRate(tx, { ...rate, ...entered })
    await recordAudit(tx, ctx, {
      action: 'hourly-rate.set',
      objectType: 'hourly-rate',
      objectId: id,
      after: rate
    })
    return { id, fromOn, perHour, currency, enteredAt: entered.enteredAt }
  })
}
