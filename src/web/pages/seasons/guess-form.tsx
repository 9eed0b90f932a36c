import { Button } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { NumberField, SelectField, TextField } from '../../components/field.tsx'
import type { GapView } from '../../read-seasons-page.ts'
import type { Reader } from '../../reader.ts'
import { GOAL_PLACES } from '../../season-forms.ts'
import { frameTexts } from '../../texts/frame.ts'
import { gapTexts } from '../../texts/gap.ts'

interface Props {
  view: GapView
  reader: Reader
}

function Pain({ place, view, reader }: Props & { place: number }) {
  const texts = reader.say(gapTexts)
  const own = view.gap.mine?.pains[place - 1]
  const options = view.areas.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <fieldset>
      <legend>{texts.pain(place)}</legend>
      <div class="pair">
        <SelectField
          id={`area-${place}`}
          name={`area${place}`}
          label={texts.area}
          options={[{ value: '', label: texts.noArea }, ...options]}
          value={own?.areaId ?? ''}
        />
        <TextField
          id={`words-${place}`}
          name={`words${place}`}
          label={texts.words}
          maxLength={100}
          value={own && own.areaId === null ? own.name : ''}
          optional={reader.say(frameTexts).optional}
        />
      </div>
    </fieldset>
  )
}

/** What a leader believes before the season: a share, and what hurts most. */
export function GuessForm({ view, reader }: Props) {
  const texts = reader.say(gapTexts)
  const { season, gap } = view
  return (
    <Card id="guess" title={texts.guessTitle} hint={texts.guessHint(reader.date(season.fromOn, 'dated'))}>
      <form method="post" action={`/seasons/${season.id}/guess`} class="fields">
        <NumberField
          id="percent"
          name="servedWellPercent"
          label={texts.percent}
          min={0}
          max={100}
          value={gap.mine?.servedWellPercent}
        />
        <p class="soft">{texts.painsHint}</p>
        {GOAL_PLACES.map((place) => (
          <Pain key={place} place={place} view={view} reader={reader} />
        ))}
        <Button>{gap.mine ? texts.change : texts.send}</Button>
      </form>
    </Card>
  )
}
