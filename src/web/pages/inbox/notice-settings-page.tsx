import type { readNoticePreferences } from '../../../notices/preferences/notice-preferences.ts'
import { NOTICE_MODES, type NoticeMode } from '../../../words.ts'
import { Button } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { SelectField, TextField } from '../../components/field.tsx'
import { PageHead } from '../../components/page-head.tsx'
import { Tick } from '../../components/ticks.tsx'
import { Told } from '../../components/told.tsx'
import type { Reader } from '../../reader.ts'
import { noticeSettingsTexts } from '../../texts/notice-settings.ts'

type Preferences = Awaited<ReturnType<typeof readNoticePreferences>>
type Group = Preferences['groups'][number]

function GroupFields({ group, hasSlack, reader }: { group: Group; hasSlack: boolean; reader: Reader }) {
  const texts = reader.say(noticeSettingsTexts)
  const options = NOTICE_MODES.map((mode: NoticeMode) => ({ value: mode, label: texts.modes[mode] }))
  const name = texts.groups[group.group]
  const mail = { id: `email-${group.group}`, name: `email-${group.group}`, options, value: group.mode }
  // Of one channel alone the card says which; the name of the group is what is chosen for.
  if (!hasSlack) return <SelectField {...mail} label={name} />
  return (
    <fieldset>
      <legend>{name}</legend>
      <div class="pair">
        <SelectField {...mail} label={texts.mail} />
        <SelectField
          id={`slack-${group.group}`}
          name={`slack-${group.group}`}
          label={texts.slack}
          options={options}
          value={group.slackMode}
        />
      </div>
    </fieldset>
  )
}

interface Props {
  preferences: Preferences
  told: string | undefined
  reader: Reader
}

/** Which notices come by which channel, and when not to be disturbed. */
export function NoticeSettingsPage({ preferences, told, reader }: Props) {
  const texts = reader.say(noticeSettingsTexts)
  const { groups, quietHours, slack } = preferences
  return (
    <>
      <PageHead title={texts.title} intro={texts.intro} back={{ href: '/inbox', label: texts.back }} />
      <Told text={told} />
      {slack.isSetUp && !slack.isLinked && <p class="note">{texts.notLinked}</p>}
      {slack.isSetUp && slack.isLinked && <p class="note">{texts.byWhich}</p>}
      <form method="post" action="/me/notices" class="fields">
        <Card id="groups" title={slack.isSetUp ? texts.bothWays : texts.byMail}>
          <div class="notice-groups">
            {groups.map((group) => (
              <GroupFields key={group.group} group={group} hasSlack={slack.isSetUp} reader={reader} />
            ))}
          </div>
        </Card>
        <Card id="quiet" title={texts.quietTitle}>
          <Tick name="isQuiet" label={texts.isQuiet} isTicked={quietHours !== null} />
          <div class="pair">
            <TextField
              id="from"
              name="startsAt"
              label={texts.from}
              maxLength={5}
              value={quietHours?.startsAt ?? '20:00'}
            />
            <TextField
              id="to"
              name="endsAt"
              label={texts.to}
              maxLength={5}
              value={quietHours?.endsAt ?? '07:00'}
            />
          </div>
        </Card>
        <Button icon="check">{texts.save}</Button>
      </form>
    </>
  )
}
