import type { ProposedHours } from '../../../hours/read-hours.ts'
import type { ActivitySource } from '../../../words.ts'
import { Action, Button } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { NumberField, TextField } from '../../components/field.tsx'
import { ShiftLine } from '../../components/shift-line.tsx'
import type { Reader } from '../../reader.ts'
import { todayTexts } from '../../texts/today.ts'

const HELP_DESK_NAMES: Record<Exclude<ActivitySource, 'other'>, string> = {
  zendesk: 'Zendesk',
  helpscout: 'Help Scout',
  intercom: 'Intercom',
  kundo: 'Kundo'
}

function helpDeskOf(sources: readonly ActivitySource[], otherwise: string): string {
  return sources.map((source) => (source === 'other' ? otherwise : HELP_DESK_NAMES[source])).join(', ')
}

/** Another time than planned; what the help desk proposes stands in the fields already. */
function OtherTime({ hours, reader }: { hours: ProposedHours; reader: Reader }) {
  const texts = reader.say(todayTexts)
  const { activity } = hours
  const where = activity && helpDeskOf(activity.sources, texts.helpDesk)
  const isOther = activity !== null && activity.minutes !== hours.plannedMinutes
  return (
    <details open={isOther}>
      <summary>{texts.otherTime}</summary>
      <form method="post" action={`/hours/${hours.assignmentId}`} class="fields">
        {where && (
          <p class="soft">{texts.helpDeskSaw(where, reader.hours(activity.minutes), activity.tickets)}</p>
        )}
        <NumberField
          id={`minutes-${hours.assignmentId}`}
          name="minutes"
          label={texts.minutes}
          min={0}
          max={1440}
          value={activity?.minutes ?? hours.plannedMinutes}
        />
        <TextField
          id={`reason-${hours.assignmentId}`}
          name="reason"
          label={texts.reason}
          maxLength={500}
          {...(isOther && where && { value: texts.asHelpDesk(where) })}
        />
        <Button tone="plain">{texts.saveHours}</Button>
      </form>
    </details>
  )
}

/** Shifts that are over and wait for one tap. */
export function HoursToConfirm({ proposed, reader }: { proposed: ProposedHours[]; reader: Reader }) {
  if (proposed.length === 0) return null
  const texts = reader.say(todayTexts)
  return (
    <Card id="confirm" title={texts.confirmTitle} hint={texts.confirmHint}>
      <ul class="rows">
        {proposed.map((hours) => (
          <ShiftLine
            key={hours.assignmentId}
            shift={hours}
            rotation={{ id: hours.rotationId, name: hours.rotationName }}
            reader={reader}
            below={<OtherTime hours={hours} reader={reader} />}
          >
            <Action to={`/hours/${hours.assignmentId}`} about={reader.day(hours.startsAt)} icon="check">
              {texts.confirm(reader.hours(hours.plannedMinutes))}
            </Action>
          </ShiftLine>
        ))}
      </ul>
    </Card>
  )
}
