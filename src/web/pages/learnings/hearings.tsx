import { groupBy } from '../../../engine/facts/group-by.ts'
import type { ThemeInFull } from '../../../learnings/themes/read-theme.ts'
import { Card } from '../../components/card.tsx'
import { Badge } from '../../components/told.tsx'
import type { Reader } from '../../reader.ts'
import { learningsTexts } from '../../texts/learnings.ts'
import { themeTexts } from '../../texts/theme.ts'
import { AnswerForm } from './theme-forms.tsx'
import type { ThemeView } from './theme-view.ts'

type Put = ThemeInFull['hearings'][number]

interface Props {
  /** The times one theme was put before one leader, oldest first. */
  puts: readonly Put[]
  view: ThemeView
  reader: Reader
}

/** Whether some of it was told of a theme that was merged into this one since. */
const isOfSeveral = ({ hearings, id }: ThemeInFull) => hearings.some(({ themeId }) => themeId !== id)

/** Which of the themes that were merged it was. */
function OfTheme({ themeId, theme }: { themeId: string; theme: ThemeInFull }) {
  if (themeId === theme.id) return <p>{theme.title}</p>
  const part = theme.merges.find((merge) => merge.theme.id === themeId)?.theme
  return part ? (
    <p>
      <a href={`/learnings/themes/${part.id}`}>{part.title}</a>
    </p>
  ) : null
}

/** Why and when, with each answer; what was put last is what still waits for one. */
function Told({ puts, view, reader }: Props) {
  const texts = reader.say(learningsTexts)
  const themed = reader.say(themeTexts)
  const { theme, me, asOf } = view
  const last = puts.at(-1)!
  const isWaiting = last.answeredAt === null
  return (
    <div class="told-of">
      <div class="row apart">
        <div class="main">
          {isOfSeveral(theme) && <OfTheme themeId={last.themeId} theme={theme} />}
          {puts.map(({ id, cause, putAt, answer }) => (
            <div key={id}>
              <p class="soft small">
                {texts.by(themed.causes[cause] ?? cause, reader.date(reader.dateOf(putAt), 'dated'))}
              </p>
              {answer && <p>{answer}</p>}
            </div>
          ))}
        </div>
        {isWaiting && <Badge tone="warm">{themed.unanswered}</Badge>}
      </div>
      {isWaiting && last.leader.id === me && asOf === '' && (
        <AnswerForm hearing={last} shownOn={theme.id} reader={reader} />
      )}
    </div>
  )
}

/** Before whom it was put: each once, with what they were told of and when. */
export function Hearings({ view, reader }: Omit<Props, 'puts'>) {
  const { hearings } = view.theme
  if (hearings.length === 0) return null
  return (
    <Card id="hearings" title={reader.say(themeTexts).hearings}>
      <ul class="rows">
        {[...groupBy(hearings, ({ leader }) => leader.id).values()].map((toOne) => (
          <li key={toOne[0]!.leader.id}>
            <div class="wide stack-xs">
              <span class="strong">{toOne[0]!.leader.name}</span>
              {[...groupBy(toOne, ({ themeId }) => themeId).values()].map((puts) => (
                <Told key={puts[0]!.themeId} puts={puts} view={view} reader={reader} />
              ))}
            </div>
          </li>
        ))}
      </ul>
    </Card>
  )
}
