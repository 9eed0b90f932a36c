import type { Evidence, Season } from '../../../seasons/read-seasons.ts'
import { Action } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { PageHead } from '../../components/page-head.tsx'
import { Badge, EmptyState } from '../../components/told.tsx'
import type { Reader } from '../../reader.ts'
import { seasonEditorTexts } from '../../texts/season-editor.ts'

export interface AttachView {
  kind: Evidence['kind']
  sourceId: string
  /** Those that are not closed. */
  seasons: readonly Season[]
}

/** For which goal a theme or a learning shows something: the way round from what was heard to the season. */
export function AttachPage({ view, reader }: { view: AttachView; reader: Reader }) {
  const texts = reader.say(seasonEditorTexts)
  const { kind, sourceId, seasons } = view
  return (
    <>
      <PageHead title={texts.whichGoal} intro={texts.whichGoalHint} />
      {seasons.length === 0 && (
        <div class="card">
          <EmptyState icon="season" title={texts.noOpenSeason} />
        </div>
      )}
      {seasons.map(({ id: seasonId, name, goals }) => (
        <Card key={seasonId} id={`season-${seasonId}`} title={name}>
          <ul class="rows">
            {goals.map(({ id, goal, evidence }) => (
              <li key={id}>
                <p class="main">{goal}</p>
                {evidence.some((one) => one.sourceId === sourceId) ? (
                  <Badge tone="good">{texts.attachedAlready}</Badge>
                ) : (
                  <Action
                    to={`/seasons/${seasonId}/goals/${id}/evidence`}
                    fields={{ kind, id: sourceId }}
                    tone="plain"
                    icon="plus"
                    about={goal}
                  >
                    {texts.attach}
                  </Action>
                )}
              </li>
            ))}
          </ul>
        </Card>
      ))}
    </>
  )
}
