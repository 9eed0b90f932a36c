import t from 'tap'
import { JOBS } from '../../src/jobs/schedule.ts'
import { JOB_GROUPS } from '../../src/web/pages/settings/job-groups.ts'
import { jobNameTexts } from '../../src/web/texts/job-names.ts'

const names = JOBS.map(({ name }) => name).sort()

t.test(
  'every job has a name in words in each language, and no name is left of a job that is gone',
  async (t) => {
    for (const texts of Object.values(jobNameTexts)) t.strictSame(Object.keys(texts).sort(), names)
  }
)

t.test('every job stands in one group of the page', async (t) => {
  t.strictSame(Object.values(JOB_GROUPS).flat().sort(), names)
})

t.test('no two jobs are called alike', async (t) => {
  for (const texts of Object.values(jobNameTexts)) t.equal(new Set(Object.values(texts)).size, names.length)
})
