import { Button, LinkButton } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { type Option, SelectField } from '../../components/field.tsx'
import { PageHead } from '../../components/page-head.tsx'
import { EmptyState } from '../../components/told.tsx'
import type { EvidenceView } from '../../read-seasons-page.ts'
import type { Reader } from '../../reader.ts'
import { seasonEditorTexts } from '../../texts/season-editor.ts'
import { seasonTexts } from '../../texts/seasons.ts'

interface Props {
  view: EvidenceView
  reader: Reader
}

type AttachProps = Props & {
  kind: 'theme' | 'learning' | 'fix-it'
  title: string
  hint?: string
  options: readonly Option[]
}

function Attach({ view: { season, goal }, reader, kind, title, hint, options }: AttachProps) {
  if (options.length === 0) return null
  return (
    <Card id={`${kind}s`} title={title} hint={hint}>
      <form method="post" action={`/seasons/${season.id}/goals/${goal.id}/evidence`} class="fields">
        <input type="hidden" name="kind" value={kind} />
        <SelectField id={kind} name="id" label={reader.say(seasonTexts).kinds[kind]} options={options} />
        <Button tone="plain">{reader.say(seasonEditorTexts).attach}</Button>
      </form>
    </Card>
  )
}

/** What shows something for a goal: a theme, or what somebody heard or fixed themselves. */
export function EvidencePage({ view, reader }: Props) {
  const texts = reader.say(seasonEditorTexts)
  const { season, goal, themes, learnings, fixes } = view
  const whole = { view, reader }
  const isNothing = themes.length + learnings.length + fixes.length === 0
  return (
    <>
      <PageHead
        title={texts.evidenceTitle}
        intro={texts.evidenceIntro(goal.goal)}
        back={{ href: `/seasons/${season.id}`, label: season.name }}
      />
      {isNothing && (
        <div class="card">
          <EmptyState icon="learning" title={texts.nothingToAttach}>
            <LinkButton href="/learnings" tone="plain">
              {texts.toLearnings}
            </LinkButton>
          </EmptyState>
        </div>
      )}
      <Attach
        {...whole}
        kind="theme"
        title={texts.theme}
        hint={texts.themeHint}
        options={themes.map(({ id, title }) => ({ value: id, label: title }))}
      />
      <Attach
        {...whole}
        kind="learning"
        title={texts.mine}
        hint={texts.mineHint}
        options={learnings.map(({ id, triedTo, obstacle }) => ({
          value: id,
          label: `${triedTo.replace(/[.:\s]+$/, '')}: ${obstacle}`.slice(0, 120)
        }))}
      />
      <Attach
        {...whole}
        kind="fix-it"
        title={texts.fix}
        options={fixes.map(({ id, outcome }) => ({ value: id, label: outcome.slice(0, 120) }))}
      />
    </>
  )
}
