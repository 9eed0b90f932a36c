import type { JobState } from '../../../jobs/read-jobs.ts'
import { Action } from '../../components/button.tsx'
import { DataTable } from '../../components/data-table.tsx'
import { Badge } from '../../components/told.tsx'
import type { Reader } from '../../reader.ts'
import { jobTexts } from '../../texts/jobs.ts'
import { SettingsHead } from './settings-head.tsx'

interface Props {
  jobs: readonly JobState[]
  reader: Reader
  told: string | undefined
}

/** A minute late is no news: replicas look each minute. */
const LATE_SECONDS = 90

function State({ job, reader }: { job: JobState; reader: Reader }) {
  const texts = reader.say(jobTexts)
  const { failedThisWeek, lateSeconds, lastRun } = job
  if (failedThisWeek > 0) return <Badge tone="bad">{texts.failed(failedThisWeek)}</Badge>
  if (lateSeconds > LATE_SECONDS) return <Badge tone="warm">{texts.late(Math.round(lateSeconds / 60))}</Badge>
  if (lastRun && lastRun.finishedAt === null) return <Badge tone="warm">{texts.running}</Badge>
  return <Badge tone="good">{texts.fine}</Badge>
}

/** What runs by itself, whether it is well, and running it out of turn. */
export function JobsPage({ jobs, reader, told }: Props) {
  const texts = reader.say(jobTexts)
  const moment = (at: Date) => `${reader.shortDay(at)} ${reader.time(at)}`
  return (
    <>
      <SettingsHead title={texts.title} intro={texts.intro} told={told} reader={reader} />
      <div class="card">
        <DataTable
          caption={texts.title}
          rows={jobs}
          keyOf={({ name }) => name}
          columns={[
            { heading: texts.job, value: ({ name }) => name },
            { heading: texts.state, value: (job) => <State job={job} reader={reader} /> },
            {
              heading: texts.last,
              value: ({ lastRun }) => (lastRun ? moment(lastRun.startedAt) : texts.never)
            },
            { heading: texts.next, value: ({ nextAt }) => (nextAt ? moment(nextAt) : '–') },
            {
              heading: texts.run,
              isAction: true,
              value: ({ name }) => (
                <Action to={`/settings/jobs/${name}`} tone="plain" about={name}>
                  {texts.run}
                </Action>
              )
            }
          ]}
        />
      </div>
    </>
  )
}
