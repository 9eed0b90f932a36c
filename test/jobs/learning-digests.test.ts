import t from 'tap'
import { JOBS } from '../../src/jobs/schedule.ts'
import { makeLearningDigests } from '../../src/learnings/digests/make-digests.ts'

t.test(
  'digests are looked for every quarter of an hour, which is the time that one run looks back',
  async (t) => {
    t.match(
      JOBS.filter(({ run }) => run === makeLearningDigests),
      [{ name: 'learning-digests', cron: '*/15 * * * *' }]
    )
  }
)
