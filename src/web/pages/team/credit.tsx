import { TRACK_CREDITS } from '../../../words.ts'
import { Button } from '../../components/button.tsx'
import { DateField, NumberField, SelectField, TextField } from '../../components/field.tsx'
import type { Reader } from '../../reader.ts'
import { creditTexts } from '../../texts/credit.ts'
import { reportTexts } from '../../texts/reports.ts'

/** Of one day. */
const MOST_HOURS = 24

interface Props {
  view: {
    people: readonly { id: string; name: string }[]
    team: { id: string }
    me: string
    today: string
  }
  reader: Reader
}

/** Hours of somebody on a track that has no shifts: help pages written, cases read, customers called back. */
export function Credit({ view: { people, team, me, today }, reader }: Props) {
  const texts = reader.say(creditTexts)
  const { tracks } = reader.say(reportTexts)
  // Nobody credits hours to themselves.
  const others = people.filter(({ id }) => id !== me)
  if (others.length === 0) return null
  return (
    <details class="card">
      <summary>{texts.title}</summary>
      <p class="soft">{texts.hint}</p>
      <form method="post" action="/team/credits" class="fields">
        <input type="hidden" name="team" value={team.id} />
        <SelectField
          id="credit-who"
          name="employeeId"
          label={texts.who}
          unchosen={texts.choose}
          options={others.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <SelectField
          id="credit-track"
          name="purpose"
          label={texts.track}
          options={TRACK_CREDITS.map((track) => ({ value: track, label: tracks[track] }))}
        />
        <DateField id="credit-day" name="onDay" label={texts.onDay} value={today} max={today} />
        <NumberField
          id="credit-hours"
          name="hours"
          label={texts.hours}
          min={0.25}
          max={MOST_HOURS}
          step={0.25}
        />
        <TextField
          id="credit-reason"
          name="reason"
          label={texts.reason}
          hint={texts.reasonHint}
          maxLength={500}
        />
        <Button tone="plain" icon="check">
          {texts.send}
        </Button>
      </form>
    </details>
  )
}
