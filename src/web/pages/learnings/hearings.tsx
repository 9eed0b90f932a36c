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
function OfTheme({ themeId, theme, reader }: { themeId: string; theme: ThemeInFull; reader: Reader }) {
  if (themeId === theme.id) return <p>{reader.say(themeTexts).thisTheme}</p>
  const part = theme.merges.find((merge) => merge.theme.id === themeId)?.theme
  return part ? (
    <p>
      <a href={`/learnings/themes/${part.id}`}>{part.title}</a>
    </p>
  ) : null
}

/** What was put last is what still waits for an answer. */
const isWaiting = (puts: readonly Put[]) => puts.at(-1)!.answeredAt === null

const Unanswered = ({ reader }: { reader: Reader }) => (
  <Badge tone="warm">{reader.say(themeTexts).unanswered}</Badge>
)

/** Why and when, with each answer. */
function Told({ puts, isMarked, view, reader }: Props & { isMarked: boolean }) {
  const texts = reader.say(learningsTexts)
  const themed = reader.say(themeTexts)
  const { theme, me, asOf } = view
  const last = puts.at(-1)!
  return (
    <div class="told-of">
      <div class="row apart">
        <div class="main">
          {isOfSeveral(theme) && <OfTheme themeId={last.themeId} theme={theme} reader={reader} />}
          {puts.map(({ id, cause, putAt, answer }) => (
            <div key={id}>
              <p class="soft small">
                {texts.by(themed.causes[cause] ?? cause, reader.date(reader.dateOf(putAt), 'dated'))}
              </p>
              {answer && <p>{answer}</p>}
            </div>
          ))}
        </div>
        {isMarked && isWaiting(puts) && <Unanswered reader={reader} />}
      </div>
      {isWaiting(puts) && last.leader.id === me && asOf === '' && (
        <AnswerForm hearing={last} shownOn={theme.id} reader={reader} />
      )}
    </div>
  )
}

/** One leader with all that was put before them; what nothing of was answered is marked once. */
function Leader({ puts, view, reader }: Props) {
  const ofThemes = [...groupBy(puts, ({ themeId }) => themeId).values()]
  const isSilent = ofThemes.every(isWaiting)
  return (
    <li>
      <div class="wide stack-s">
        <div class="row apart">
          <span class="strong">{puts[0]!.leader.name}</span>
          {isSilent && <Unanswered reader={reader} />}
        </div>
        {ofThemes.map((of) => (
          <Told key={of[0]!.themeId} puts={of} isMarked={!isSilent} view={view} reader={reader} />
        ))}
      </div>
    </li>
  )
}

/** Before whom it was put: each once, with what they were told of and when. */
export function Hearings({ view, reader }: Omit<Props, 'puts'>) {
  const { hearings } = view.theme
  if (hearings.length === 0) return null
  return (
    <Card id="hearings" title={reader.say(themeTexts).hearings}>
      <ul class="rows">
        {[...groupBy(hearings, ({ leader }) => leader.id)].map(([leaderId, puts]) => (
          <Leader key={leaderId} puts={puts} view={view} reader={reader} />
        ))}
      </ul>
    </Card>
  )
}
