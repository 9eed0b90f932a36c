import { minutesBetween } from '../engine/time/minutes-between.ts'

/** The real minutes between a shift's instants, so one over a clock change counts what was sat through. */
export const plannedMinutes = ({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }): number =>
  Math.round(minutesBetween(startsAt, endsAt))
