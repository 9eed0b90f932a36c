import type { Queryable } from '../../../db/client.ts'
import type { HourlyRate } from '../../engine/insight/hourly-rate.ts'
import { listHourlyRates } from './queries.ts'

/** Every hourly rate of the company ever entered; `hourlyRateOn` picks the one of a day. One query. */
export async function readHourlyRates(db: Queryable): Promise<HourlyRate[]> {
  return listHourlyRates(db)
}
