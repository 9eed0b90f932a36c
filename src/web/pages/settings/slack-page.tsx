import { LinkButton } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { DataTable } from '../../components/data-table.tsx'
import { Figures } from '../../components/figures.tsx'
import { Pagination } from '../../components/pagination.tsx'
import { Note } from '../../components/told.tsx'
import type { SlackView } from '../../read-slack-page.ts'
import type { Reader } from '../../reader.ts'
import { settingsTexts } from '../../texts/settings.ts'
import { slackTexts } from '../../texts/slack.ts'
import { SettingsHead } from './settings-head.tsx'

type State = NonNullable<SlackView['state']>
type Channel = State['channels'][number]

interface Props {
  state: State
  reader: Reader
}

const PAGE = '/settings/slack'

const editorOf = (id: string) => `/plan/${id}/edit`
const moment = (reader: Reader, at: Date) => `${reader.shortDay(at)} ${reader.time(at)}`

/** Slack's word for what is wrong, with what to do where we know it. */
function Trouble({ error, reader }: { error: string; reader: Reader }) {
  const texts = reader.say(slackTexts)
  const known: readonly [string, string][] = [
    ['not_in_channel', texts.invite],
    ['channel_not_found', texts.noSuchChannel],
    ['is_archived', texts.archived]
  ]
  const hint = known.find(([word]) => error.includes(word))?.[1]
  return (
    <Note tone="bad">
      <p class="strong">{error}</p>
      {hint && <p>{hint}</p>}
    </Note>
  )
}

function ChannelRow({ channel, reader }: { channel: Channel; reader: Reader }) {
  const texts = reader.say(slackTexts)
  const { rotation, channelId, postedAt, changedAt, lastError } = channel
  const posted = postedAt ? moment(reader, postedAt) : texts.never
  const changed = changedAt ? ` (${texts.changed(moment(reader, changedAt))})` : ''
  return (
    <li>
      <div class="main">
        <a class="strong way-on" href={editorOf(rotation.id)}>
          {rotation.name}
        </a>
        <p class="soft small">
          <code>{channelId}</code> · {texts.lastPost}: {posted}
          {changed}
        </p>
        {lastError && <Trouble error={lastError} reader={reader} />}
      </div>
    </li>
  )
}

function PeopleCard({ state: { people }, reader }: Props) {
  const texts = reader.say(slackTexts)
  return (
    <Card id="state" title={texts.state} hint={texts.stateHint}>
      <Figures
        figures={[
          { label: texts.linked, value: reader.number(people.linked) },
          { label: texts.missing, value: reader.number(people.not_found), isBehind: people.not_found > 0 },
          { label: texts.waiting, value: reader.number(people.waiting) }
        ]}
      />
      <div>
        <LinkButton href="/settings/messages" tone="plain">
          {texts.messages}
        </LinkButton>
      </div>
    </Card>
  )
}

function FailuresCard({ state: { failures }, reader }: Props) {
  const texts = reader.say(slackTexts)
  if (failures.length === 0) return null
  return (
    <Card id="failures" title={texts.failures} tone="warm" end={<a href="/settings/jobs">{texts.jobs}</a>}>
      <ul class="rows">
        {failures.map(({ job, at, failure }) => (
          <li key={job}>
            <div class="main">
              <span class="strong">{failure}</span>
              <p class="soft small">{texts.failed(job, moment(reader, at))}</p>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function ChannelsCard({ state: { channels, silent }, reader }: Props) {
  const texts = reader.say(slackTexts)
  return (
    <Card id="channels" title={texts.channels} hint={texts.channelsHint}>
      {channels.length === 0 && <p class="soft">{texts.noChannels}</p>}
      <ul class="rows">
        {channels.map((channel) => (
          <ChannelRow key={channel.rotation.id} channel={channel} reader={reader} />
        ))}
      </ul>
      {silent.length > 0 && (
        <>
          <h3>{texts.silent}</h3>
          <ul class="rows">
            {silent.map(({ id, name }) => (
              <li key={id}>
                <span class="main">{name}</span>
                <LinkButton href={editorOf(id)} tone="plain" about={name}>
                  {texts.addChannel}
                </LinkButton>
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  )
}

function MissingCard({ state: { people, missing, isFirst }, reader }: Props) {
  const texts = reader.say(slackTexts)
  if (people.not_found === 0) return null
  const title = texts.notFound(people.not_found)
  return (
    <Card id="missing" title={title} hint={texts.notFoundHint}>
      <DataTable
        caption={title}
        rows={missing.items}
        keyOf={({ employeeId }) => employeeId}
        columns={[
          {
            heading: texts.person,
            value: ({ employeeId, name }) => (
              <a class="way-on" href={`/people/${employeeId}`}>
                {name}
              </a>
            )
          },
          { heading: texts.address, value: ({ email }) => <code>{email}</code> },
          { heading: texts.lookedUp, value: ({ lookedAt }) => (lookedAt ? moment(reader, lookedAt) : '') }
        ]}
      />
      <Pagination
        reader={reader}
        first={isFirst ? null : PAGE}
        next={missing.nextCursor && `${PAGE}?cursor=${encodeURIComponent(missing.nextCursor)}`}
      />
    </Card>
  )
}

function Steps({ view, publicUrl, reader }: { view: SlackView; publicUrl: string; reader: Reader }) {
  const texts = reader.say(slackTexts)
  return (
    <Card id="steps" title={texts.steps} hint={texts.reachable(publicUrl)}>
      <ol class="numbered">
        <li>
          {texts.step1}
          <textarea class="manifest" readOnly rows={18} spellcheck={false} aria-label={texts.manifest}>
            {view.manifest}
          </textarea>
        </li>
        <li>{texts.step2}</li>
        <li>{texts.step3}</li>
        <li>{texts.step4}</li>
      </ol>
    </Card>
  )
}

/** Slack for administrators: whether it is set up and how, whom it knows, which channels hear who is on, and what fails. */
export function SlackPage({
  view,
  publicUrl,
  reader
}: {
  view: SlackView
  publicUrl: string
  reader: Reader
}) {
  const texts = reader.say(slackTexts)
  const said = reader.say(settingsTexts)
  const { state } = view
  return (
    <>
      <SettingsHead title={said.sections.slack} intro={said.about.slack} reader={reader} />
      <Note tone={state ? 'good' : 'warm'}>
        <p class="strong">{state ? texts.isOn : texts.isOff}</p>
      </Note>
      {state && (
        <>
          <FailuresCard state={state} reader={reader} />
          <PeopleCard state={state} reader={reader} />
          <ChannelsCard state={state} reader={reader} />
          <MissingCard state={state} reader={reader} />
        </>
      )}
      <Steps view={view} publicUrl={publicUrl} reader={reader} />
    </>
  )
}
