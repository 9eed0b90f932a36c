import { joinSpans } from '../time/join-spans.ts'
import type { Interval } from '../time/local.ts'
import { minutesBetween } from '../time/minutes-between.ts'
import { overlaps } from '../time/overlaps.ts'

/** A silence so long at most is part of the work: waiting for customers is support too. Our own. */
export const SILENCE_MINUTES = 60
/** Beginning or ending so close to the seat's own time counts as on time: the first ticket is not the first minute. Our own. */
export const ACTIVITY_GRACE_MINUTES = 15
/** Minutes are proposed in steps of this; a help desk knows no better. Our own. */
export const STEP_MINUTES = 5

/** What a help desk says of somebody: from when to when, and how many tickets. */
export type ActivityReport = Interval & { tickets: number }

/** A seat, the time that counts for it (`activityWindow`) and what the help desk says of its person. */
export interface ActivityQuestion {
  seat: Interval
  window: Interval
  reports: readonly ActivityReport[]
}

/**
 * Works out what hours the reports of a help desk propose for a seat. Reports are cut to the time that counts for it, those
 * that overlap are one, silences of an hour at most are filled, a quarter of an hour at either end counts as on time, and
 * the sum is rounded to 5 minutes, never below 5. Tickets are those of every report that touches the seat's time.
 *
 * @returns null where no report touches it: nothing is proposed, the planned time stands.
 *
 * @example
 * const at = (time) => new Date(`2027-03-01T${time}Z`)
 * const held = { startsAt: at('08:00'), endsAt: at('12:00') }
 * const counted = { startsAt: at('08:00'), endsAt: at('13:00') }
 * const seen = [
 *   { startsAt: at('08:10'), endsAt: at('09:00'), tickets: 3 },
 *   { startsAt: at('08:50'), endsAt: at('09:33'), tickets: 2 }
 * ]
 * workedByActivity({ seat: held, window: counted, reports: seen })
 * //=> { workedFrom: at('08:00'), workedTo: at('09:33'), minutes: 95, tickets: 5 }
 */
export function workedByActivity({ seat, window, reports }: ActivityQuestion) {
  const touching = reports.filter((report) => overlaps(report, window))
  if (touching.length === 0) return null
  const joined = filled(joinSpans(touching.map((report) => cut(report, window))))
  const spans = joined.map((span) => onTime(span, seat))
  const workedFrom = spans[0]!.startsAt
  const workedTo = spans.at(-1)!.endsAt
  const inner = spans.slice(1).map(({ startsAt }, index) => minutesBetween(spans[index]!.endsAt, startsAt))
  const worked = minutesBetween(workedFrom, workedTo) - inner.reduce((sum, minutes) => sum + minutes, 0)
  const minutes = Math.max(STEP_MINUTES, STEP_MINUTES * Math.round(worked / STEP_MINUTES))
  return { workedFrom, workedTo, minutes, tickets: touching.reduce((sum, { tickets }) => sum + tickets, 0) }
}

function cut(span: Interval, window: Interval): Interval {
  return {
    startsAt: span.startsAt > window.startsAt ? span.startsAt : window.startsAt,
    endsAt: span.endsAt < window.endsAt ? span.endsAt : window.endsAt
  }
}

/** Spans with no more than the tolerated silence between them become one. */
function filled(spans: readonly Interval[]): Interval[] {
  const joined: Interval[] = []
  for (const span of spans) {
    const last = joined.at(-1)
    if (last && minutesBetween(last.endsAt, span.startsAt) <= SILENCE_MINUTES)
      joined[joined.length - 1] = { startsAt: last.startsAt, endsAt: span.endsAt }
    else joined.push(span)
  }
  return joined
}

/** Who begins or ends close to the seat's time is on time; who only began after its end does not end before they began. */
function onTime({ startsAt, endsAt }: Interval, seat: Interval): Interval {
  return {
    startsAt: endsAt > seat.startsAt ? nearly(startsAt, seat.startsAt) : startsAt,
    endsAt: startsAt < seat.endsAt ? nearly(endsAt, seat.endsAt) : endsAt
  }
}

const nearly = (at: Date, planned: Date): Date =>
  Math.abs(minutesBetween(at, planned)) <= ACTIVITY_GRACE_MINUTES ? planned : at
