import { THEME_DECISIONS } from '../../../words.ts'
import { Action, Button, LinkButton } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { Choices, SelectField, TextField } from '../../components/field.tsx'
import { PageHead } from '../../components/page-head.tsx'
import type { Reader } from '../../reader.ts'
import { frameTexts } from '../../texts/frame.ts'
import { learningsTexts } from '../../texts/learnings.ts'
import { themeTexts } from '../../texts/theme.ts'
import type { ThemeView } from './theme-view.ts'

const addressOf = (themeId: string, part: string) => `/learnings/themes/${themeId}/${part}`

/** What to do about a theme, with the reason that all reporters read. */
export function DecideForm({ themeId, reader }: { themeId: string; reader: Reader }) {
  const texts = reader.say(learningsTexts)
  const themed = reader.say(themeTexts)
  return (
    <Card id="decide" title={themed.decide} hint={themed.decideHint}>
      <form method="post" action={addressOf(themeId, 'decisions')} class="fields">
        <Choices
          name="decision"
          label={themed.decision}
          options={THEME_DECISIONS.map((decision) => ({ value: decision, label: texts.states[decision] }))}
          required
        />
        <TextField
          id="reason"
          name="reason"
          label={themed.reason}
          hint={themed.reasonHint}
          maxLength={2000}
          long
        />
        <Button icon="check">{themed.send}</Button>
      </form>
    </Card>
  )
}

interface AnswerProps {
  hearing: { id: string; themeId: string }
  /** The theme whose page it is: the one that was put may stand within it. */
  shownOn: string
  reader: Reader
}

/** Words of somebody before whom it was put. */
export function AnswerForm({ hearing: { id, themeId }, shownOn, reader }: AnswerProps) {
  const themed = reader.say(themeTexts)
  return (
    <form method="post" action={addressOf(themeId, `hearings/${id}`)} class="fields">
      <input type="hidden" name="shownOn" value={shownOn} />
      <TextField
        id={`answer-${id}`}
        name="answer"
        label={themed.answer}
        hint={themed.answerHint}
        maxLength={1000}
        long
      />
      <Button tone="plain">{themed.answerSend}</Button>
    </form>
  )
}

/** Merging, undoing merges, splitting, handing over. */
export function GatherForms({
  view: { theme, others, people },
  reader
}: {
  view: ThemeView
  reader: Reader
}) {
  const themed = reader.say(themeTexts)
  const { mayCurate, mayNameOwner } = theme.may
  if (!mayCurate && !mayNameOwner) return null
  return (
    <details class="card gather">
      <summary>{themed.gather}</summary>
      {mayCurate && others.length > 0 && (
        <form method="post" action={addressOf(theme.id, 'merge')} class="fields">
          <SelectField
            id="into"
            name="intoId"
            label={themed.mergeInto}
            hint={themed.mergeHint}
            unchosen={themed.chooseTheme}
            options={others.map(({ id, title }) => ({ value: id, label: title }))}
          />
          <Button tone="plain">{themed.merge}</Button>
        </form>
      )}
      {mayCurate && theme.merges.length > 0 && (
        <div class="fields">
          <h3 id="merged">{themed.merged}</h3>
          <ul class="rows" aria-labelledby="merged">
            {theme.merges.map(({ id, theme: part }) => (
              <li key={id}>
                <span class="main">{part.title}</span>
                <Action to={addressOf(part.id, 'unmerge')} tone="plain" icon="undo" about={part.title}>
                  {themed.undoMerge}
                </Action>
              </li>
            ))}
          </ul>
        </div>
      )}
      {mayCurate && theme.clock.learnings > 1 && (
        <LinkButton href={addressOf(theme.id, 'split')} tone="plain">
          {themed.split}
        </LinkButton>
      )}
      {mayNameOwner && (
        <form method="post" action={addressOf(theme.id, 'owner')} class="fields">
          <SelectField
            id="owner"
            name="ownerId"
            label={themed.newOwner}
            options={people.map(({ id, name }) => ({ value: id, label: name }))}
            value={theme.owner.id}
          />
          <TextField id="owner-reason" name="reason" label={themed.reason} maxLength={500} />
          <Button tone="plain">{themed.nameOwner}</Button>
        </form>
      )}
    </details>
  )
}

/** What a theme is about, in a line and in a few sentences. */
export function ThemeWords({
  written,
  reader
}: {
  written?: { title: string; summary: string } | null
  reader: Reader
}) {
  const themed = reader.say(themeTexts)
  const { title = '', summary = '' } = written ?? {}
  return (
    <>
      <TextField id="title" name="title" label={themed.themeTitle} maxLength={160} value={title} />
      <TextField
        id="summary"
        name="summary"
        label={themed.summary}
        maxLength={2000}
        long
        optional={reader.say(frameTexts).optional}
        value={summary}
      />
    </>
  )
}

interface NewThemeProps {
  areas: readonly { id: string; name: string }[]
  reader: Reader
}

/** A theme to begin, into which learnings are put afterwards. */
export function NewThemePage({ areas, reader }: NewThemeProps) {
  const texts = reader.say(learningsTexts)
  const themed = reader.say(themeTexts)
  const { optional } = reader.say(frameTexts)
  return (
    <>
      <PageHead title={texts.newTheme} back={{ href: '/learnings', label: texts.title }} />
      <section class="card">
        <form method="post" action="/learnings/themes" class="fields">
          <ThemeWords reader={reader} />
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
          <Button>{themed.make}</Button>
        </form>
      </section>
    </>
  )
}
