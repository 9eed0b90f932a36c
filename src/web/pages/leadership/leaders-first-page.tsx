import type { LeadersFirst } from '../../../leadership/policy.ts'
import type { LeadershipParticipation } from '../../../leadership/read-participation.ts'
import { Button, LinkButton } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { DataTable } from '../../components/data-table.tsx'
import { TextField } from '../../components/field.tsx'
import { PageHead } from '../../components/page-head.tsx'
import { Badge, Told } from '../../components/told.tsx'
import type { Reader } from '../../reader.ts'
import { leadersFirstTexts } from '../../texts/leaders-first.ts'
import { leadershipTexts } from '../../texts/leadership.ts'
import { reportTexts } from '../../texts/reports.ts'
import { seasonDays } from '../seasons/season-head.tsx'
import { LeadershipNav } from './leadership-nav.tsx'
import { groupsOf, Overrides, Participation } from './participation.tsx'

export interface LeadersFirstView {
  participation: LeadershipParticipation
  policy: LeadersFirst
  maySet: boolean
  /** First days of the quarters before and after; after the running one there is none to look at. */
  earlier: string
  later: string | null
}

interface Props {
  view: LeadersFirstView
  reader: Reader
}

function Hours({ view: { participation }, reader }: Props) {
  const texts = reader.say(leadersFirstTexts)
  const said = reader.say(leadershipTexts)
  const groups = groupsOf(participation, reader)
  type Group = (typeof groups)[number]
  const number = (heading: string, of: (group: NonNullable<Group['group']>) => string) => ({
    heading,
    value: ({ group }: Group) => (group ? of(group) : '–'),
    isNumber: true
  })
  return (
    <Card id="hours" title={seasonDays(participation, reader)}>
      <DataTable
        caption={said.participation}
        rows={groups}
        keyOf={({ label }) => label}
        columns={[
          { heading: said.group, value: ({ label }) => label },
          number(texts.people, ({ people }) => reader.number(people)),
          number(texts.took, ({ tookPart }) => reader.number(tookPart)),
          number(texts.due, ({ dueMinutes }) => reader.hours(dueMinutes)),
          number(texts.done, ({ doneMinutes }) => reader.hours(doneMinutes)),
          number(said.share, ({ shareDone }) => (shareDone === null ? '–' : reader.percent(shareDone)))
        ]}
      />
    </Card>
  )
}

function Policy({ view: { policy, maySet }, reader }: Props) {
  const texts = reader.say(leadersFirstTexts)
  return (
    <Card
      id="policy"
      title={texts.policy}
      end={<Badge tone={policy.isOn ? 'good' : 'warm'}>{policy.isOn ? texts.on : texts.off}</Badge>}
    >
      <p>{policy.isOn ? texts.isOn : texts.isOff}</p>
      {policy.isDefault ? (
        <p class="soft">{texts.byDefault}</p>
      ) : (
        <>
          <h3>{texts.history}</h3>
          <ul class="rows">
            {policy.history.map(({ isOn, reason, setAt, setBy }) => (
              <li key={setAt.toISOString()}>
                <div class="main">
                  <span class="strong">{isOn ? texts.on : texts.off}</span>
                  <p>{reason}</p>
                  <p class="soft small">
                    {setBy.name}, {reader.date(reader.dateOf(setAt), 'dated')}
                  </p>
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
      {maySet && (
        <details>
          <summary>{policy.isOn ? texts.turnOff : texts.turnOn}</summary>
          <form method="post" action="/leadership/first" class="fields">
            <input type="hidden" name="isOn" value={policy.isOn ? 'no' : 'yes'} />
            <TextField
              id="reason"
              name="reason"
              label={texts.reason}
              hint={texts.reasonHint}
              maxLength={500}
              long
            />
            <Button tone={policy.isOn ? 'danger' : 'main'}>
              {policy.isOn ? texts.turnOff : texts.turnOn}
            </Button>
          </form>
        </details>
      )}
    </Card>
  )
}

/** Whether leaders do what they ask of others, quarter by quarter, and the rule that they come first. */
export function LeadersFirstPage({ view, reader, told }: Props & { told: string | undefined }) {
  const texts = reader.say(leadersFirstTexts)
  const { participation, earlier, later } = view
  return (
    <>
      <PageHead title={texts.title} intro={texts.intro}>
        <LeadershipNav page="/leadership/first" reader={reader} />
      </PageHead>
      <Told text={told} />
      <nav class="row" aria-label={texts.quarter}>
        <LinkButton href={`/leadership/first?from=${earlier}`} tone="plain" icon="back">
          {texts.earlier}
        </LinkButton>
        {later && (
          <LinkButton href={`/leadership/first?from=${later}`} tone="plain" icon="forward">
            {texts.later}
          </LinkButton>
        )}
        <LinkButton
          href={`/api/leadership/participation.csv?fromOn=${participation.fromOn}&toOn=${participation.toOn}`}
          tone="plain"
          icon="download"
        >
          {reader.say(reportTexts).csv}
        </LinkButton>
      </nav>
      <Hours view={view} reader={reader} />
      <div class="columns even">
        <Participation participation={participation} reader={reader} />
        <div class="stack">
          <Policy view={view} reader={reader} />
          <Overrides participation={participation} reader={reader} />
        </div>
      </div>
    </>
  )
}
