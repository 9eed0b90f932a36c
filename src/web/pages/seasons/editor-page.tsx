import { addDays } from '../../../engine/time/add-days.ts'
import type { Season } from '../../../seasons/read-seasons.ts'
import { nameOfDays } from '../../../seasons/season-fields.ts'
import { Button } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { DateField, TextField } from '../../components/field.tsx'
import { PageHead } from '../../components/page-head.tsx'
import type { Reader } from '../../reader.ts'
import { GOAL_PLACES } from '../../season-forms.ts'
import { frameTexts } from '../../texts/frame.ts'
import { seasonEditorTexts } from '../../texts/season-editor.ts'
import { seasonTexts } from '../../texts/seasons.ts'

interface EditorProps {
  /** The season that is changed; null: a new one. */
  season: Season | null
  /** The days offered for a new one. */
  days: { fromOn: string; toOn: string }
  reader: Reader
}

function GoalFields({ place, season, reader }: Omit<EditorProps, 'days'> & { place: number }) {
  const texts = reader.say(seasonEditorTexts)
  const goal = season?.goals[place - 1]
  const isFree = place === GOAL_PLACES.length
  const optional = isFree ? reader.say(frameTexts).optional : undefined
  return (
    <Card
      id={`goal-${place}`}
      title={reader.say(seasonTexts).goal(place)}
      hint={isFree ? texts.thirdOptional : undefined}
    >
      <div class="fields">
        {goal && <input type="hidden" name={`id${place}`} value={goal.id} />}
        <TextField
          id={`goal-text-${place}`}
          name={`goal${place}`}
          label={texts.goal}
          maxLength={300}
          value={goal?.goal ?? ''}
          optional={optional}
        />
        <TextField
          id={`measure-${place}`}
          name={`measure${place}`}
          label={texts.measure}
          maxLength={300}
          value={goal?.measure ?? ''}
          optional={optional}
        />
        <TextField
          id={`strategy-${place}`}
          name={`strategy${place}`}
          label={texts.strategyLine}
          maxLength={300}
          value={goal?.strategyLine ?? ''}
          optional={optional}
        />
      </div>
    </Card>
  )
}

/** A season to declare or to change: when, and its two or three goals. */
export function SeasonEditorPage({ season, days, reader }: EditorProps) {
  const texts = reader.say(seasonEditorTexts)
  const back = season
    ? { href: `/seasons/${season.id}`, label: season.name }
    : { href: '/seasons', label: reader.say(seasonTexts).title }
  const { fromOn, toOn } = season ?? days
  return (
    <>
      <PageHead
        title={season ? texts.editTitle : texts.newTitle}
        intro={season ? texts.editIntro : texts.newIntro}
        back={back}
      />
      <form method="post" action={season ? `/seasons/${season.id}` : '/seasons'} class="stack">
        <Card id="when" title={texts.when} hint={texts.daysHint}>
          <div class="fields">
            <div class="pair">
              <DateField id="from" name="fromOn" label={texts.from} value={fromOn} />
              <DateField id="to" name="lastOn" label={texts.to} value={addDays(toOn, -1)} />
            </div>
            <TextField
              id="name"
              name="name"
              label={texts.name}
              hint={season ? undefined : texts.nameHint(nameOfDays(days))}
              maxLength={100}
              value={season?.name ?? ''}
              optional={reader.say(frameTexts).optional}
            />
          </div>
        </Card>
        {GOAL_PLACES.map((place) => (
          <GoalFields key={place} place={place} season={season} reader={reader} />
        ))}
        <div>
          <Button>{season ? texts.save : texts.send}</Button>
        </div>
      </form>
    </>
  )
}
