import { Action, LinkButton } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { Meter } from '../../components/meter.tsx'
import { PageHead } from '../../components/page-head.tsx'
import { Note } from '../../components/told.tsx'
import type { Reader } from '../../reader.ts'
import { draftTexts } from '../../texts/draft.ts'
import { daysInWords } from './days.ts'
import type { Draft } from './draft-view.ts'

interface Props {
  draft: Omit<Draft, 'shifts' | 'warnings'>
  mayChange: boolean
  isStopping: boolean
  reader: Reader
}

/** What the planner has so far; all of what a plan costs could be saved only as long as nothing is proven. */
function soFar(progress: Props['draft']['progress'], reader: Reader): string {
  const texts = reader.say(draftTexts)
  if (!progress) return texts.findingFirst
  return progress.gap < 0.995 ? texts.sofar(reader.percent(progress.gap)) : texts.unproven
}

/** The planner at work: what it has, how much of it is proven, and the way to stop it. */
export function PlanningPage({ draft, mayChange, isStopping, reader }: Props) {
  const texts = reader.say(draftTexts)
  const { progress } = draft
  return (
    <>
      <PageHead
        title={texts.planning}
        back={{ href: `/plan/${draft.rotationId}`, label: draft.rotationName }}
        intro={daysInWords(draft, reader)}
      />
      {/* Without script the page looks again by itself; with it, it follows the planner's own word. */}
      <noscript>
        <meta http-equiv="refresh" content="3" />
      </noscript>
      <Card id="at-work" title={texts.progress} hint={texts.planningHint}>
        <div data-live={`/api/drafts/${draft.id}/events`}>
          <div class="stack-s" data-live-part role="status">
            <Meter share={progress ? 1 - progress.gap : 0} label={texts.progress} />
            <p>{soFar(progress, reader)}</p>
          </div>
        </div>
        {isStopping && <Note>{texts.stopping}</Note>}
        <div class="row">
          {mayChange && !isStopping && (
            <Action to={`/plan/drafts/${draft.id}/stop`} tone="plain" icon="close">
              {texts.stop}
            </Action>
          )}
          <LinkButton href={`/plan/drafts/${draft.id}`} tone="quiet">
            {texts.lookAgain}
          </LinkButton>
        </div>
      </Card>
    </>
  )
}

/** A draft that came to nothing, and what to do about it. */
export function FailedPage({ draft, reader }: Pick<Props, 'draft' | 'reader'>) {
  const texts = reader.say(draftTexts)
  return (
    <>
      <PageHead
        title={texts.failed}
        back={{ href: `/plan/${draft.rotationId}`, label: draft.rotationName }}
        intro={daysInWords(draft, reader)}
      />
      <Note tone="bad">
        <p>{texts.failedHint}</p>
      </Note>
      <p>
        <LinkButton href={`/plan/${draft.rotationId}`}>{texts.planAgain}</LinkButton>
      </p>
    </>
  )
}
