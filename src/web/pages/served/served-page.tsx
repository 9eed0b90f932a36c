import type { Answering } from '../../../seasons/read-my-cases.ts'
import { SERVED_ANSWERS } from '../../../words.ts'
import { Action, Button } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { NumberField } from '../../components/field.tsx'
import { Figures } from '../../components/figures.tsx'
import { PageHead } from '../../components/page-head.tsx'
import { Note, Told } from '../../components/told.tsx'
import type { Reader } from '../../reader.ts'
import { servedTexts } from '../../texts/served.ts'

interface Props {
  view: Answering
  reader: Reader
}

const MOODS = [1, 2, 3, 4, 5] as const
/** As many as the use case takes of one seat. */
const MOST_CASES = 500

const isOpen = ({ window: { state } }: Answering) => state === 'during' || state === 'after'

/** One form with a button for each answer: a tap is a case. */
function Taps({ view, reader, told }: Props & { told: string | undefined }) {
  const texts = reader.say(servedTexts)
  const { shiftId } = view.shift
  const last = view.cases.cases.at(-1)
  return (
    <section class="card hero quiet" aria-labelledby="question">
      <h2 id="question">{texts.question}</h2>
      <form method="post" action={`/shifts/${shiftId}/cases`} class="taps" data-tally>
        {SERVED_ANSWERS.map((answer) => (
          <button key={answer} class={`tap ${answer}`} type="submit" name="servedWell" value={answer}>
            {texts.answers[answer]}
          </button>
        ))}
      </form>
      {/* Below the buttons, which must not move under a thumb that goes on counting. */}
      <Told text={told} />
      {last && (
        <Action to={`/shifts/${shiftId}/cases/${last.id}/take-back`} tone="plain" icon="undo">
          {texts.undoLast(texts.answers[last.servedWell])}
        </Action>
      )}
    </section>
  )
}

function SoFar({ view, reader }: Props) {
  const texts = reader.say(servedTexts)
  const { cases } = view
  const said = SERVED_ANSWERS.map((answer) => ({
    label: texts.answers[answer],
    value: reader.number(cases[answer])
  }))
  const all = cases.yes + cases.no + cases.unsure
  return (
    <Card id="so-far" title={texts.soFar}>
      {all === 0 ? (
        <p class="soft">{texts.none}</p>
      ) : (
        <Figures figures={[{ label: texts.cases, value: reader.number(all) }, ...said]} />
      )}
      {isOpen(view) && <Counts view={view} reader={reader} />}
    </Card>
  )
}

function Counts({ view: { shift, cases }, reader }: Props) {
  const texts = reader.say(servedTexts)
  return (
    <details open={cases.isCounted}>
      <summary>{texts.allAtOnce}</summary>
      <form method="post" action={`/shifts/${shift.shiftId}/case-counts`} class="fields">
        <p class="soft small">{cases.isCounted ? texts.counted : texts.allAtOnceHint}</p>
        <div class="pair thirds">
          {SERVED_ANSWERS.map((answer) => (
            <NumberField
              key={answer}
              id={`count-${answer}`}
              name={answer}
              label={texts.answers[answer]}
              min={0}
              max={MOST_CASES}
              value={cases[answer]}
            />
          ))}
        </div>
        <Button tone="plain">{texts.saveCounts}</Button>
      </form>
    </details>
  )
}

function MoodCard({ view: { shift, mood, window }, reader }: Props) {
  const texts = reader.say(servedTexts)
  return (
    <Card id="mood" title={texts.mood} hint={texts.moodHint}>
      {window.state === 'during' ? (
        <p class="soft">{texts.moodLater}</p>
      ) : (
        <form method="post" action={`/shifts/${shift.shiftId}/mood`} class="moods">
          {MOODS.map((one) => (
            <button
              key={one}
              class="mood"
              type="submit"
              name="mood"
              value={String(one)}
              aria-pressed={mood?.mood === one}
              disabled={window.state === 'closed'}
            >
              <Face mood={one} />
              <span>{texts.moods[one]}</span>
            </button>
          ))}
        </form>
      )}
    </Card>
  )
}

/** A mouth that bends from down to up. */
function Face({ mood }: { mood: (typeof MOODS)[number] }) {
  const bend = 15.5 + (mood - 3) * 1.75
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d="M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17ZM9 9.750h.01M15 9.750h.01" />
      <path d={`M8.5 15.5Q12 ${bend} 15.5 15.5`} />
    </svg>
  )
}

/** How a shift went, by one of its people: a tap for each customer, and one for themselves. */
export function ServedPage({ view, reader, told }: Props & { told: string | undefined }) {
  const texts = reader.say(servedTexts)
  const { shift, window, cases } = view
  const until = reader.day(window.closesAt)
  const counts = isOpen(view) && !cases.isCounted
  return (
    <>
      <PageHead
        title={texts.title}
        intro={`${reader.day(shift.startsAt)}, ${reader.span(shift.startsAt, shift.endsAt)}`}
        back={{ href: `/shifts/${shift.shiftId}`, label: texts.backToShift }}
      />
      {!counts && <Told text={told} />}
      {window.state === 'before' ? (
        <Note>
          <p>{texts.before}</p>
        </Note>
      ) : (
        <>
          {window.state === 'closed' && (
            <Note>
              <p>{texts.closed(until)}</p>
            </Note>
          )}
          {counts && <Taps view={view} reader={reader} told={told} />}
          <div class="columns even">
            <SoFar view={view} reader={reader} />
            <MoodCard view={view} reader={reader} />
          </div>
          {isOpen(view) && (
            <p class="soft small">
              {texts.intro} {texts.until(until)}
            </p>
          )}
        </>
      )}
    </>
  )
}
