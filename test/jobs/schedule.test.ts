import t from 'tap'
import { forgetOldActivity } from '../../src/activity/forget-old-activity.ts'
import { keepErasureList } from '../../src/backup/erasure-list.ts'
import { openDueReview } from '../../src/decay/open-review.ts'
import { endEmployments } from '../../src/directory/end-employments.ts'
import { plannedTimes } from '../../src/engine/time/planned-times.ts'
import { closeDuePeriods } from '../../src/hours/close-period.ts'
import { recordNoShows } from '../../src/hours/record-no-shows.ts'
import { forgetOldKeys } from '../../src/idempotency/forget-old-keys.ts'
import { forgetOldRuns } from '../../src/jobs/forget-old-runs.ts'
import { type Job, recurrenceOf } from '../../src/jobs/job.ts'
import { JOBS } from '../../src/jobs/schedule.ts'
import { makeLearningDigests } from '../../src/learnings/digests/make-digests.ts'
import { nudgeToHandIn } from '../../src/learnings/nudge-to-hand-in.ts'
import { putThemesBeforeLeaders } from '../../src/learnings/themes/put-before-leaders.ts'
import { deliverNotices } from '../../src/notices/outbox/deliver-notices.ts'
import { remindOfShifts } from '../../src/notices/reminders/remind-of-shifts.ts'
import { tellOfGaps } from '../../src/notices/reminders/tell-of-gaps.ts'
import { forgetOldData } from '../../src/privacy/retention.ts'
import { forgetSpentSignIns } from '../../src/sign-in/forget-spent-sign-ins.ts'
import { forgetOldSlack } from '../../src/slack/forget-old.ts'
import { deliverWebhooks } from '../../src/webhooks/deliver-webhooks.ts'
import { forgetOldDeliveries } from '../../src/webhooks/forget-old-deliveries.ts'

const DAY = 24 * 60

/**
 * What nobody asks for and nobody would miss for weeks, every test of which calls it by itself; with the minutes that may
 * pass at most between two runs for what is promised of it to be true.
 */
const PROMISED: [minutes: number, runs: Job['run'][]][] = [
  [1, [deliverNotices, deliverWebhooks]],
  [5, [remindOfShifts, keepErasureList]],
  [15, [nudgeToHandIn, makeLearningDigests, recordNoShows]],
  [60, [putThemesBeforeLeaders, tellOfGaps, endEmployments, forgetOldKeys, forgetOldSlack]],
  [DAY, [forgetOldData, forgetOldActivity, forgetOldDeliveries, forgetOldRuns, forgetSpentSignIns]],
  [DAY, [closeDuePeriods, openDueReview]]
]

t.test(
  'what is promised to happen by itself stands in the calendar, once, and comes often enough',
  async (t) => {
    const [from, until] = [new Date('2027-03-01T00:00Z'), new Date('2027-03-04T00:00Z')]
    for (const [minutes, run] of PROMISED.flatMap(([minutes, runs]) =>
      runs.map((run) => [minutes, run] as const)
    )) {
      const found = JOBS.filter((job) => job.run === run)
      t.equal(found.length, 1, run.name)
      const times = plannedTimes(recurrenceOf(found[0]!), 'UTC', from, until).map(
        (at) => at.getTime() / 60_000
      )
      const gaps = times.slice(1).map((at, before) => at - times[before]!)
      t.ok(times.length > 1 && Math.max(...gaps) <= minutes, `${run.name} every ${minutes} minutes`)
    }
    t.equal(new Set(JOBS.map(({ name }) => name)).size, JOBS.length, 'no name twice: runs go by it')
  }
)
