import { DAY_PARTS, WISH_LEVELS, WISH_REASONS, type WishLevel } from '../../../words.ts'
import { Action, Button } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { Choices, DateField, type Option, SelectField } from '../../components/field.tsx'
import { Meter } from '../../components/meter.tsx'
import { Badge, type BadgeTone } from '../../components/told.tsx'
import { weekdayName, weekdayOptions } from '../../components/weekdays.ts'
import type { MyTimeView } from '../../read-my-time.ts'
import type { Reader } from '../../reader.ts'
import { frameTexts } from '../../texts/frame.ts'
import { myTimeTexts } from '../../texts/my-time.ts'

const TONES: Record<WishLevel, BadgeTone> = {
  love: 'good',
  fine: 'soft',
  rather_not: 'soft',
  ask_nicely: 'warm',
  cannot: 'bad'
}

type Wish = MyTimeView['wishes']['items'][number]

const optionsOf = <Word extends string>(words: readonly Word[], labels: Record<Word, string>): Option[] =>
  words.map((value) => ({ value, label: labels[value] }))

function Line({ wish, reader }: { wish: Wish; reader: Reader }) {
  const texts = reader.say(myTimeTexts)
  const { weekday, onDay, part, level, reason } = wish
  const when = onDay === null ? texts.everyWeekday(weekdayName(weekday!, reader)) : reader.date(onDay)
  const name = { part, ...(onDay === null ? { weekday: String(weekday) } : { onDay }) }
  return (
    <li>
      <div class="main">
        <div class="strong sentence">{when}</div>
        <small>
          {texts.parts[part]}
          {reason && ` · ${texts.reasons[reason]}`}
        </small>
      </div>
      <Badge tone={TONES[level]}>{texts.levels[level]}</Badge>
      <Action to="/me/wishes/removal" fields={name} tone="quiet" about={when}>
        {texts.remove}
      </Action>
    </li>
  )
}

function WishForm({ reader }: { reader: Reader }) {
  const texts = reader.say(myTimeTexts)
  const { optional } = reader.say(frameTexts)
  return (
    <details>
      <summary>{texts.addWish}</summary>
      <form method="post" action="/me/wishes" class="fields">
        <div class="pair">
          <SelectField
            id="wish-weekday"
            name="weekday"
            label={texts.when}
            options={weekdayOptions(reader, texts.everyWeekday)}
          />
          <DateField id="wish-on" name="onDay" label={texts.orOn} hint={texts.orOnHint} optional={optional} />
        </div>
        <SelectField
          id="wish-part"
          name="part"
          label={texts.part}
          options={optionsOf(DAY_PARTS, texts.parts)}
        />
        <Choices
          name="level"
          label={texts.level}
          options={optionsOf(WISH_LEVELS, texts.levels)}
          value="love"
          required
        />
        <SelectField
          id="wish-reason"
          name="reason"
          label={texts.reason}
          hint={texts.reasonHint}
          options={[{ value: '', label: texts.noReason }, ...optionsOf(WISH_REASONS, texts.reasons)]}
        />
        <Button>{texts.save}</Button>
      </form>
    </details>
  )
}

/** When I would love to, and when rather not. */
export function Wishes({ view: { wishes }, reader }: { view: MyTimeView; reader: Reader }) {
  const texts = reader.say(myTimeTexts)
  const share = texts.share(reader.percent(wishes.cannotShare))
  return (
    <Card id="wishes" title={texts.wishes} hint={texts.wishesHint}>
      {wishes.items.length === 0 && <p class="soft">{texts.noWishes}</p>}
      <ul class="rows">
        {wishes.items.map((wish) => (
          <Line key={`${wish.weekday}${wish.onDay}${wish.part}`} wish={wish} reader={reader} />
        ))}
      </ul>
      {wishes.cannotShare > 0 && (
        <div class="stack-xs">
          <small>{share}</small>
          <Meter share={wishes.cannotShare} label={share} />
          {wishes.isAboveWarning && <small class="warm">{texts.shareWarn}</small>}
        </div>
      )}
      <WishForm reader={reader} />
    </Card>
  )
}
