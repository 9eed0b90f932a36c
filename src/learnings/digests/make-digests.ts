import { subMinutes } from 'date-fns'
import type { AnyContext } from '../../context.ts'
import { digestSpans } from '../../engine/insight/digest-spans.ts'
import { makeMonthly } from './make-monthly.ts'
import { makeReporter } from './make-reporter.ts'
import { makeWeekly } from './make-weekly.ts'
import { listZones } from './queries.ts'

/** The job runs every so many minutes, as no zone is off the hour by anything but quarters. */
const EVERY_MINUTES = 15

/**
 * Makes the digests that fell due in the quarter of an hour before a planned time: to leads and reporters on Mondays at
 * 08:00 of their own clock, to executives on the first of them. Each once per person and day, on however many replicas;
 * a run that comes late tells of the same time as one in time.
 */
export async function makeLearningDigests(ctx: AnyContext, plannedAt: Date): Promise<void> {
  const after = subMinutes(plannedAt, EVERY_MINUTES)
  for (const zone of await listZones(ctx.db)) {
    for (const span of digestSpans('weekly', zone, after, plannedAt)) {
      await makeWeekly(ctx, zone, span)
      await makeReporter(ctx, zone, span)
    }
    for (const span of digestSpans('monthly', zone, after, plannedAt)) await makeMonthly(ctx, zone, span)
  }
}
