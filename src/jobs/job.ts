import cron from 'node-cron'
import type { AnyContext } from '../context.ts'
import type { Weekday, Zone } from '../engine/time/local.ts'
import type { Recurrence } from '../engine/time/planned-times.ts'

export interface Job {
  name: string
  /** Minute, hour, day of month, month, weekday. */
  cron: string
  /** Whose wall clock the five fields mean; UTC when left out. */
  zone?: Zone
  /**
   * Does the work of one planned time, perhaps long after it and perhaps, after a crash, a second time: what is done
   * already must stay done. `ctx.now()` follows the database's clock.
   */
  run: (ctx: AnyContext, plannedAt: Date) => Promise<void>
}

/** The job's five fields as the engine reads them. Sunday is 0 to cron and 7 to us. */
export function recurrenceOf({ cron: pattern }: Job): Recurrence {
  const { minute, hour, dayOfMonth, month, dayOfWeek } = cron.parse(pattern)
  return {
    minutes: minute,
    hours: hour,
    daysOfMonth: dayOfMonth.map(Number),
    months: month,
    weekdays: dayOfWeek.map((day) => (Number(day) === 0 ? 7 : Number(day)) as Weekday)
  }
}

export const zoneOf = ({ zone = 'UTC' }: Job): Zone => zone
