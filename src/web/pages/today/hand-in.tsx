import type { SuggestedTheme } from '../../../learnings/search/suggest-themes.ts'
import { LEARNING_TYPES } from '../../../words.ts'
import { Action, Button } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { Choices, NumberField, TextField } from '../../components/field.tsx'
import { ShiftLine } from '../../components/shift-line.tsx'
import type { Reader } from '../../reader.ts'
import { frameTexts } from '../../texts/frame.ts'
import { handInTexts } from '../../texts/hand-in.ts'
import { learningsTexts } from '../../texts/learnings.ts'
import type { OwedLearning } from './view.ts'

/** What was heard on a shift, in under two minutes. */
export function LearningForm({ shiftId, reader }: { shiftId: string; reader: Reader }) {
  const texts = reader.say(handInTexts)
  const { optional } = reader.say(frameTexts)
  const id = (name: string) => `${name}-${shiftId}`
  const kinds = LEARNING_TYPES.map((type) => ({ value: type, label: texts.types[type] }))
  return (
    <form
      method="post"
      action={`/shifts/${shiftId}/learnings`}
      class="fields"
      data-preview="/learnings/suggestions"
    >
      <Choices name="type" label={texts.type} options={kinds} required />
      <TextField id={id('tried')} name="triedTo" label={texts.triedTo} maxLength={1000} />
      <TextField id={id('obstacle')} name="obstacle" label={texts.obstacle} maxLength={2000} long />
      <SuggestedThemes themes={[]} chosen="" reader={reader} />
      <TextField
        id={id('words')}
        name="customerWords"
        label={texts.customerWords}
        optional={optional}
        hint={texts.customerWordsHint}
        maxLength={2000}
        long
      />
      <div class="pair">
        <NumberField
          id={id('times')}
          name="timesThisShift"
          label={texts.timesThisShift}
          min={1}
          max={9999}
          value={1}
        />
        <NumberField
          id={id('lost')}
          name="minutesLost"
          label={texts.minutesLost}
          min={0}
          max={9999}
          value={0}
        />
      </div>
      <TextField
        id={id('ticket')}
        name="ticketUrl"
        label={texts.ticketUrl}
        optional={optional}
        maxLength={500}
      />
      <TextField id={id('action')} name="action" label={texts.action} optional={optional} maxLength={1000} />
      <Button>{texts.send}</Button>
    </form>
  )
}

interface SuggestedProps {
  themes: readonly SuggestedTheme[]
  /** Picked already, or nothing. */
  chosen: string
  reader: Reader
}

/** Themes that say the same as what is being written: one tap, and the learning is in it. Filled while somebody types. */
export function SuggestedThemes({ themes, chosen, reader }: SuggestedProps) {
  const texts = reader.say(handInTexts)
  const { reporters } = reader.say(learningsTexts)
  const isThere = themes.some(({ id }) => id === chosen)
  return (
    <div data-preview-pane aria-live="polite">
      {themes.length > 0 && (
        <fieldset class="stack-xs">
          <legend>{texts.saysTheSame}</legend>
          {[...themes, null].map((theme) => (
            <label key={theme?.id ?? ''} class="pick">
              <input
                type="radio"
                name="themeId"
                value={theme?.id ?? ''}
                checked={theme ? theme.id === chosen : !isThere}
              />
              <span class="stack-xs">
                <span class={theme ? 'strong' : undefined}>{theme?.title ?? texts.noneOfThem}</span>
                {theme && <span class="soft small">{reporters(theme.reporters)}</span>}
              </span>
            </label>
          ))}
        </fieldset>
      )}
    </div>
  )
}

function Owed({ shift, reader }: { shift: OwedLearning; reader: Reader }) {
  const texts = reader.say(handInTexts)
  return (
    <ShiftLine
      shift={shift}
      rotation={{ id: shift.rotationId, name: shift.rotationName }}
      reader={reader}
      below={
        <details>
          <summary>{texts.handIn}</summary>
          <LearningForm shiftId={shift.shiftId} reader={reader} />
        </details>
      }
    >
      <Action to={`/shifts/${shift.shiftId}/nothing-new`} tone="plain" about={reader.day(shift.startsAt)}>
        {texts.nothingNew}
      </Action>
    </ShiftLine>
  )
}

/** The shifts whose learnings are still to be told, with the form to tell them. */
export function HandIn({ owed, reader }: { owed: OwedLearning[]; reader: Reader }) {
  const texts = reader.say(handInTexts)
  return (
    <Card id="learnings" title={texts.learningsTitle} hint={texts.learningsHint}>
      {owed.length === 0 ? (
        <p class="soft">{texts.learningsNone}</p>
      ) : (
        <ul class="rows">
          {owed.map((shift) => (
            <Owed key={shift.shiftId} shift={shift} reader={reader} />
          ))}
        </ul>
      )}
    </Card>
  )
}
