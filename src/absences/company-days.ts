import { constraintOf } from '../../db/client.ts'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { isLocalDate } from '../engine/time/is-local-date.ts'
import { checkPeriod, type Period } from '../lib/period.ts'
import { CompanyDayNotFound, CompanyDayNotValid, CompanyDayTwice } from './errors.ts'
import { holidayRegions } from './public-holidays.ts'
import { countSeatsOn, deleteDay, insertDay, listDays } from './queries/company-days.ts'

/** A day off of the company's own. No country: of everybody; no region: of the whole country. */
export interface CompanyDay {
  onDay: string
  name: string
  country?: string
  region?: string
}

/** The company's own days off on the days [fromOn, toOn). @throws {PeriodNotValid} */
export async function readCompanyDays(ctx: Context, period: Period) {
  checkPeriod(period)
  return listDays(ctx.db, period)
}

/**
 * Adds a day off for the whole company, a country, or a region of one. Plans to come keep it like a public holiday;
 * what is published stays promised, and drafts that break it are stale.
 *
 * @returns the day, and how many published seats of its people stay promised on it
 * @throws {CompanyDayNotValid} {@link CompanyDayTwice}
 */
export async function addCompanyDay(ctx: Context, wanted: CompanyDay) {
  await refuseStrange(wanted)
  const row = { ...wanted, createdAt: ctx.now(), createdBy: ctx.actor.employeeId }
  try {
    return await ctx.db.transaction(async (tx) => {
      const day = await insertDay(tx, row)
      const { id, ...after } = day
      await recordAudit(tx, ctx, {
        action: 'company-day.added',
        objectType: 'company-day',
        objectId: id,
        after
      })
      return { ...day, seatsPromised: await countSeatsOn(tx, day) }
    })
  } catch (error) {
    throw constraintOf(error) === 'company_days_once_per_place' ? new CompanyDayTwice() : error
  }
}

/** @throws {CompanyDayNotFound} */
export async function deleteCompanyDay(ctx: Context, companyDayId: string): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const gone = await deleteDay(tx, companyDayId)
    if (!gone) throw new CompanyDayNotFound({ companyDayId })
    const { id: objectId, ...before } = gone
    await recordAudit(tx, ctx, { action: 'company-day.deleted', objectType: 'company-day', objectId, before })
  })
}

async function refuseStrange({ onDay, country, region }: CompanyDay): Promise<void> {
  if (!isLocalDate(onDay) || onDay < '1970' || onDay >= '2200')
    throw new CompanyDayNotValid({ field: 'onDay', remedy: 'Give a day that exists, such as 2027-12-24.' })
  if (region === undefined) return
  if (country === undefined)
    throw new CompanyDayNotValid({ field: 'country', remedy: 'Name the country of the region.' })
  const regions = await holidayRegions(country)
  if (!regions.includes(region)) {
    const remedy = regions.length > 0 ? `Name one of: ${regions.join(', ')}.` : 'Leave the region out.'
    throw new CompanyDayNotValid({ field: 'region', remedy })
  }
}
