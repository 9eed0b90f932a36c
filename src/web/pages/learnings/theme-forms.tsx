import { THEME_DECISIONS } from '../../../words.ts'
import { Action, Button } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { Choices, SelectField, TextField } from '../../components/field.tsx'
import { PageHead } from '../../components/page-head.tsx'
import type { Reader } from '../../reader.ts'
import { frameTexts } from '../../texts/frame.ts'
import { learningsTexts } from '../../texts/learnings.ts'
import type { ThemeView } from './theme-page.tsx'

const addressOf = (themeId: string, part: string) => `/learnings/themes/${themeId}/${part}`

/** What to do about a theme, with the reason that all reporters read. */
export function DecideForm({ themeId, reader }: { themeId: string; reader: Reader }) {
  const texts = reader.say(learningsTexts)
  return (
    <Card id="decide" title={texts.decide} hint={texts.decideHint}>
      <form method="post" action={addressOf(themeId, 'decisions')} class="fields">
        <Choices
          name="decision"
          label={texts.decision}
          options={THEME_DECISIONS.map((decision) => ({ value: decision, label: texts.states[decision] }))}
          required
        />
        <TextField
          id="reason"
          name="reason"
          label={texts.reason}
          hint={texts.reasonHint}
          maxLength={2000}
          long
        />
        <Button icon="check">{texts.send}</Button>
      </form>
    </Card>
  )
}

interface AnswerProps {
  themeId: string
  hearingId: string
  reader: Reader
}

/** Words of somebody before whom it was put. */
export function AnswerForm({ themeId, hearingId, reader }: AnswerProps) {
  const texts = reader.say(learningsTexts)
  return (
    <form method="post" action={addressOf(themeId, `hearings/${hearingId}`)} class="fields">
      <TextField
        id={`answer-${hearingId}`}
        name="answer"
        label={texts.answer}
        hint={texts.answerHint}
        maxLength={2000}
        long
      />
      <Button tone="plain">{texts.answerSend}</Button>
    </form>
  )
}

/** Merging, undoing merges, handing over. */
export function GatherForms({
  view: { theme, others, people },
  reader
}: {
  view: ThemeView
  reader: Reader
}) {
  const texts = reader.say(learningsTexts)
  const { mayCurate, mayNameOwner } = theme.may
  if (!mayCurate && !mayNameOwner) return null
  return (
    <details class="card">
      <summary>{texts.gather}</summary>
      {mayCurate && others.length > 0 && (
        <form method="post" action={addressOf(theme.id, 'merge')} class="fields">
          <SelectField
            id="into"
            name="intoId"
            label={texts.mergeInto}
            hint={texts.mergeHint}
            options={others.map(({ id, title }) => ({ value: id, label: title }))}
          />
          <Button tone="plain">{texts.merge}</Button>
        </form>
      )}
      {mayCurate &&
        theme.merges.map(({ id, theme: part }) => (
          <div key={id} class="row apart">
            <span>{part.title}</span>
            <Action to={addressOf(part.id, 'unmerge')} tone="quiet" icon="undo" about={part.title}>
              {texts.undoMerge}
            </Action>
          </div>
        ))}
      {mayNameOwner && (
        <form method="post" action={addressOf(theme.id, 'owner')} class="fields">
          <SelectField
            id="owner"
            name="ownerId"
            label={texts.newOwner}
            options={people.map(({ id, name }) => ({ value: id, label: name }))}
            value={theme.owner.id}
          />
          <TextField id="owner-reason" name="reason" label={texts.reason} maxLength={500} />
          <Button tone="plain">{texts.nameOwner}</Button>
        </form>
      )}
    </details>
  )
}

interface NewThemeProps {
  areas: readonly { id: string; name: string }[]
  reader: Reader
}

/** A theme to begin, into which learnings are put afterwards. */
export function NewThemePage({ areas, reader }: NewThemeProps) {
  const texts = reader.say(learningsTexts)
  const { optional } = reader.say(frameTexts)
  return (
    <>
      <PageHead title={texts.newTheme} back={{ href: '/learnings', label: texts.title }} />
      <section class="card">
        <form method="post" action="/learnings/themes" class="fields">
          <TextField id="title" name="title" label={texts.themeTitle} maxLength={160} />
          <TextField
            id="summary"
            name="summary"
            label={texts.summary}
            maxLength={2000}
            long
            optional={optional}
          />
          <SelectField
            id="area"
            name="areaId"
            label={texts.area}
            optional={optional}
            options={[
              { value: '', label: '–' },
              ...areas.map(({ id, name }) => ({ value: id, label: name }))
            ]}
          />
          <Button>{texts.make}</Button>
        </form>
      </section>
    </>
  )
}
