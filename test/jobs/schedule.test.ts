import t from 'tap'
import { forgetOldActivity } from '../../src/activity/forget-old-activity.ts'
import { keepErasureList } from '../../src/backup/erasure-list.ts'
import { endEmployments } from '../../src/directory/end-employments.ts'
import { forgetOldKeys } from '../../src/idempotency/forget-old-keys.ts'
import { forgetOldRuns } from '../../src/jobs/forget-old-runs.ts'
import { JOBS } from '../../src/jobs/schedule.ts'
import { deliverNotices } from '../../src/notices/outbox/deliver-notices.ts'
import { forgetOldData } from '../../src/privacy/retention.ts'
import { forgetSpentSignIns } from '../../src/sign-in/forget-spent-sign-ins.ts'
import { forgetOldSlack } from '../../src/slack/forget-old.ts'
import { deliverWebhooks } from '../../src/webhooks/deliver-webhooks.ts'
import { forgetOldDeliveries } from '../../src/webhooks/forget-old-deliveries.ts'

/** What nobody asks for and nobody would miss for weeks; every test of it calls it by itself. */
const PROMISED = {
  ...{ forgetOldData, keepErasureList, forgetSpentSignIns, endEmployments, forgetOldKeys, forgetOldRuns },
  ...{ forgetOldActivity, forgetOldSlack, forgetOldDeliveries, deliverNotices, deliverWebhooks }
}

t.test('what is promised to happen by itself stands in the calendar, once', async (t) => {
  for (const [name, run] of Object.entries(PROMISED)) {
    const found = JOBS.filter((job) => job.run === run)
    t.equal(found.length, 1, name)
    t.match(found[0]?.cron, /^(\S+ ){4}\S+$/, name)
  }
  t.equal(new Set(JOBS.map(({ name }) => name)).size, JOBS.length, 'no name twice: runs go by it')
})
