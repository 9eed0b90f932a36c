import { refreshCalendars } from '../absences/feed/refresh-calendars.ts'
import { forgetOldActivity } from '../activity/forget-old-activity.ts'
import { keepErasureList } from '../backup/erasure-list.ts'
import { openDueReview } from '../decay/open-review.ts'
import { endEmployments } from '../directory/end-employments.ts'
import { closeDuePeriods } from '../hours/close-period.ts'
import { recordNoShows } from '../hours/record-no-shows.ts'
import { forgetOldKeys } from '../idempotency/forget-old-keys.ts'
import { makeLearningDigests } from '../learnings/digests/make-digests.ts'
import { nudgeToHandIn } from '../learnings/nudge-to-hand-in.ts'
import { keepThemeSums } from '../learnings/themes/keep-theme-sums.ts'
import { putThemesBeforeLeaders } from '../learnings/themes/put-before-leaders.ts'
import { sendCanary } from '../notices/canary/send-canary.ts'
import { deliverNotices } from '../notices/outbox/deliver-notices.ts'
import { remindOfShifts } from '../notices/reminders/remind-of-shifts.ts'
import { tellOfGaps } from '../notices/reminders/tell-of-gaps.ts'
import { keepPeriodCounts } from '../period-counts/keep-period-counts.ts'
import { forgetOldData } from '../privacy/retention.ts'
import { keepLongAbsences } from '../quotas/keep-long-absences.ts'
import { keepPersonDays } from '../reports/keep-person-days.ts'
import { keepDraftOutlooks } from '../rotations/keep-draft-outlooks.ts'
import { keepSeatShares } from '../rotations/keep-seat-shares.ts'
import { forgetSpentSignIns } from '../sign-in/forget-spent-sign-ins.ts'
import { forgetOldSlack } from '../slack/forget-old.ts'
import { linkPeople } from '../slack/link-people.ts'
import { tellWhoIsOn } from '../slack/tell-who-is-on.ts'
import { tellOfExpiredSwaps } from '../swaps/tell-of-expired-swaps.ts'
import { deliverWebhooks } from '../webhooks/deliver-webhooks.ts'
import { forgetOldDeliveries } from '../webhooks/forget-old-deliveries.ts'
import { forgetOldRuns } from './forget-old-runs.ts'
import type { Job } from './job.ts'

/** Everything that recurs: UTC unless a zone is named, outside 02:00 to 03:00, and each safe to run twice. */
export const JOBS: readonly Job[] = [
  { name: 'refresh-calendars', cron: '23 * * * *', run: refreshCalendars },
  { name: 'end-employments', cron: '7 * * * *', run: endEmployments },
  { name: 'close-periods', cron: '25 4 * * *', run: closeDuePeriods },
  { name: 'open-decay-review', cron: '35 5 * * *', run: openDueReview },
  { name: 'forget-old-keys', cron: '22 * * * *', run: forgetOldKeys },
  { name: 'record-no-shows', cron: '*/15 * * * *', run: recordNoShows },
  { name: 'tell-of-expired-swaps', cron: '*/10 * * * *', run: tellOfExpiredSwaps },
  { name: 'nudge-to-hand-in', cron: '*/15 * * * *', run: nudgeToHandIn },
  { name: 'put-themes-before-leaders', cron: '12 * * * *', run: putThemesBeforeLeaders },
  { name: 'deliver-webhooks', cron: '* * * * *', run: deliverWebhooks },
  { name: 'forget-old-deliveries', cron: '55 4 * * *', run: forgetOldDeliveries },
  { name: 'send-canary', cron: '10,40 * * * *', run: sendCanary },
  { name: 'link-slack-people', cron: '*/5 * * * *', run: linkPeople },
  { name: 'tell-who-is-on', cron: '*/5 * * * *', run: tellWhoIsOn },
  { name: 'deliver-notices', cron: '* * * * *', run: deliverNotices },
  { name: 'remind-of-shifts', cron: '*/5 * * * *', run: remindOfShifts },
  { name: 'tell-of-gaps', cron: '13 * * * *', run: tellOfGaps },
  { name: 'forget-old-activity', cron: '5 4 * * *', run: forgetOldActivity },
  { name: 'forget-old-data', cron: '15 3 * * *', run: forgetOldData },
  { name: 'keep-long-absences', cron: '*/10 * * * *', run: keepLongAbsences },
  { name: 'keep-erasure-list', cron: '*/5 * * * *', run: keepErasureList },
  { name: 'keep-person-days', cron: '*/5 * * * *', run: keepPersonDays },
  { name: 'keep-theme-sums', cron: '*/5 * * * *', run: keepThemeSums },
  { name: 'keep-period-counts', cron: '*/5 * * * *', run: keepPeriodCounts },
  { name: 'keep-draft-outlooks', cron: '*/5 * * * *', run: keepDraftOutlooks },
  { name: 'keep-seat-shares', cron: '*/5 * * * *', run: keepSeatShares },
  { name: 'forget-old-slack', cron: '32 * * * *', run: forgetOldSlack },
  { name: 'forget-old-runs', cron: '50 4 * * *', run: forgetOldRuns },
  { name: 'forget-spent-sign-ins', cron: '40 4 * * *', run: forgetSpentSignIns },
  // Every quarter of an hour, as somewhere it is Monday at eight then; the job knows the quarter by this.
  { name: 'learning-digests', cron: '*/15 * * * *', run: makeLearningDigests }
]
