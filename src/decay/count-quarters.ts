import { subHours } from 'date-fns'
import type { Queryable } from '../../db/client.ts'
import { startOfIsoWeek } from '../engine/time/start-of-iso-week.ts'
import { readTotals } from '../hours/read-balances.ts'
import type { CountPeriods } from '../period-counts/read-period-counts.ts'
import {
  countMoods,
  countPeople,
  countSeats,
  countTold,
  type Quarter,
  sumHostMinutes
} from './queries/figures.ts'

/** A week: whoever gives up a seat later leaves no time to find somebody in; our own. */
const LATE_DAYS = 7
/** Issue 5: a learning is written within 48 hours. */
export const TOLD_WITHIN_HOURS = 48

/** What is counted of a quarter, and does not change with the day on which it is looked at. */
export interface QuarterSums {
  staff: number
  tookPart: number
  hosts: number
  held: number
  dropped: number
  seats: number
  notTold: number
  dueMinutes: number
  waivedMinutes: number
  hostMinutes: number
  moodMean: number | null
  moodPeople: number
}

/**
 * Counts the seats, people, hours and moods of some quarters, oldest first, each as far as it has passed by `now`. The number
 * of queries does not depend on that of people. Moods count from the Monday after they were told: a mean that moves with one
 * answer would tell what it was.
 */
export const countQuarters: CountPeriods<QuarterSums> = async (
  db: Queryable,
  quarters: readonly Quarter[],
  now: Date
) => {
  const people = byQuarter(await countPeople(db, quarters, now))
  const seats = byQuarter(await countSeats(db, quarters, { now, days: LATE_DAYS }))
  const told = byQuarter(await countTold(db, quarters, subHours(now, TOLD_WITHIN_HOURS)))
  const hosts = byQuarter(await sumHostMinutes(db, quarters, now))
  const moods = byQuarter(await countMoods(db, quarters, mondayBefore(now)))
  const totals = await readTotals(db, [...quarters])
  return quarters.map((_, at) => {
    const { staff = 0, tookPart = 0, hosts: hostsOf = 0 } = people.get(at) ?? {}
    const { held = 0, dropped = 0 } = seats.get(at) ?? {}
    const { seats: worked = 0, notTold = 0 } = told.get(at) ?? {}
    const { dueMinutes, waivedMinutes } = totals[at]!
    return {
      ...{
        staff,
        tookPart,
        hosts: hostsOf,
        held,
        dropped,
        seats: worked,
        notTold,
        dueMinutes,
        waivedMinutes
      },
      hostMinutes: hosts.get(at)?.minutes ?? 0,
      moodMean: moods.get(at)?.mood ?? null,
      moodPeople: moods.get(at)?.people ?? 0
    }
  })
}

/** In UTC, for moods are not of any one place. */
export const mondayBefore = (now: Date): Date =>
  new Date(`${startOfIsoWeek(now.toISOString().slice(0, 10))}T00:00:00Z`)

function byQuarter<Row extends { quarter: number }>(rows: readonly Row[]): Map<number, Row> {
  return new Map(rows.map((row) => [row.quarter, row]))
}
