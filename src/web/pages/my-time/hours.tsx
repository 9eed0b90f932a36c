import { Action, Button } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { DateField, SelectField } from '../../components/field.tsx'
import { weekdayName, weekdayOptions } from '../../components/weekdays.ts'
import type { MyTimeView } from '../../read-my-time.ts'
import type { Reader } from '../../reader.ts'
import { myTimeTexts } from '../../texts/my-time.ts'

/** Hours of every week in which I cannot be on a shift. */
export function UnavailableHours({ view, reader }: { view: MyTimeView; reader: Reader }) {
  const texts = reader.say(myTimeTexts)
  return (
    <Card id="hours" title={texts.hours} hint={texts.hoursHint}>
      {view.hours.length === 0 && <p class="soft">{texts.noHours}</p>}
      <ul class="rows">
        {view.hours.map(({ weekday, startsAt, endsAt }) => (
          <li key={`${weekday}${startsAt}`}>
            <div class="main">
              <span class="strong sentence">{weekdayName(weekday, reader)}</span>{' '}
              <span class="nowrap">
                {startsAt}–{endsAt}
              </span>
            </div>
            <Action
              to="/me/unavailable-hours/removal"
              fields={{ weekday: String(weekday), startsAt, endsAt }}
              tone="quiet"
              about={`${weekdayName(weekday, reader)} ${startsAt}`}
            >
              {texts.remove}
            </Action>
          </li>
        ))}
      </ul>
      <details>
        <summary>{texts.addHours}</summary>
        <form method="post" action="/me/unavailable-hours" class="fields">
          <SelectField
            id="hours-weekday"
            name="weekday"
            label={texts.weekday}
            options={weekdayOptions(reader, (day) => day)}
          />
          <div class="pair">
            <DateField id="hours-from" name="startsAt" label={texts.startsAt} kind="time" value="15:00" />
            <DateField id="hours-to" name="endsAt" label={texts.endsAt} kind="time" value="17:00" />
          </div>
          <Button>{texts.save}</Button>
        </form>
      </details>
    </Card>
  )
}
