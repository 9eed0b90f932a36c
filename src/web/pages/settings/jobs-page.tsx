import type { JobState } from '../../../jobs/read-jobs.ts'
import { Action } from '../../components/button.tsx'
import { DataTable } from '../../components/data-table.tsx'
import { Badge } from '../../components/told.tsx'
import type { Reader } from '../../reader.ts'
import { jobNameTexts } from '../../texts/job-names.ts'
import { jobTexts } from '../../texts/jobs.ts'
import { JOB_GROUPS, type JobGroup, type JobName } from './job-groups.ts'
import { SettingsHead } from './settings-head.tsx'

interface Props {
  jobs: readonly JobState[]
  reader: Reader
}

/** A minute late is no news: replicas look each minute. */
const LATE_SECONDS = 90

const isTroubled = ({ failedThisWeek, lateSeconds }: JobState): boolean =>
  failedThisWeek > 0 || lateSeconds > LATE_SECONDS

function State({ job, reader }: { job: JobState; reader: Reader }) {
  const texts = reader.say(jobTexts)
  const { failedThisWeek, lateSeconds, lastRun } = job
  if (failedThisWeek > 0) return <Badge tone="bad">{texts.failed(failedThisWeek)}</Badge>
  if (lateSeconds > LATE_SECONDS) return <Badge tone="warm">{texts.late(Math.round(lateSeconds / 60))}</Badge>
  if (lastRun && lastRun.finishedAt === null) return <Badge tone="warm">{texts.running}</Badge>
  return <Badge tone="good">{texts.fine}</Badge>
}

/** In words, and beneath it the name under which logs and the API know it. */
function Name({ name, reader }: { name: string; reader: Reader }) {
  return (
    <span>
      {wordsOf(name, reader)}
      <small class="block soft">{name}</small>
    </span>
  )
}

const wordsOf = (name: string, reader: Reader): string => reader.say(jobNameTexts)[name as JobName]

function Jobs({ title, jobs, reader }: Props & { title: string }) {
  const texts = reader.say(jobTexts)
  const moment = (at: Date) => `${reader.shortDay(at)} ${reader.time(at)}`
  return (
    <DataTable
      caption={title}
      rows={jobs}
      keyOf={({ name }) => name}
      columns={[
        { heading: texts.job, value: ({ name }) => <Name name={name} reader={reader} /> },
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
            <Action to={`/settings/jobs/${name}`} tone="plain" about={wordsOf(name, reader)}>
              {texts.run}
            </Action>
          )
        }
      ]}
    />
  )
}

/** Folded while all is well, so that what is not is seen at once. */
function Group({ group, jobs, reader }: Props & { group: JobGroup }) {
  const texts = reader.say(jobTexts)
  const troubled = jobs.filter(isTroubled).length
  return (
    <details class="card fold" open={troubled > 0}>
      <summary>
        <h2>{texts.groups[group]}</h2>
        {troubled > 0 ? (
          <Badge tone="bad">{texts.troubled(troubled, jobs.length)}</Badge>
        ) : (
          <span class="soft">{texts.allFine(jobs.length)}</span>
        )}
      </summary>
      <Jobs title={texts.groups[group]} jobs={jobs} reader={reader} />
    </details>
  )
}

/** What runs by itself, whether it is well, and running it out of turn. */
export function JobsPage({ jobs, reader, told }: Props & { told: string | undefined }) {
  const texts = reader.say(jobTexts)
  const groups = Object.keys(JOB_GROUPS) as JobGroup[]
  const ofGroup = (group: JobGroup) =>
    JOB_GROUPS[group].flatMap((name: string) => jobs.find((job) => job.name === name) ?? [])
  return (
    <>
      <SettingsHead title={texts.title} intro={texts.intro} told={told} reader={reader} />
      {groups.map((group) => (
        <Group key={group} group={group} jobs={ofGroup(group)} reader={reader} />
      ))}
    </>
  )
}
