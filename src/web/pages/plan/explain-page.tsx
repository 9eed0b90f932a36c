import { startOfIsoWeek } from '../../../engine/time/start-of-iso-week.ts'
import type { explainDraftShift } from '../../../rotations/explain-draft-shift.ts'
import { Action } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { PageHead } from '../../components/page-head.tsx'
import { Avatar } from '../../components/people.tsx'
import type { Reader } from '../../reader.ts'
import { explainTexts } from '../../texts/explain.ts'
import { frameTexts } from '../../texts/frame.ts'

type Explained = Awaited<ReturnType<typeof explainDraftShift>>
type Seat = Explained['assignments'][number]
type Open = NonNullable<Explained['open']>
type Counts = Open['against']

/** Less is noise of weighing. */
const NOTHING = 0.05

interface Props {
  explained: Explained
  /** Whether the reader may pin seats of this draft. */
  mayPin: boolean
  reader: Reader
}

function Against({ against, reader }: { against: Counts; reader: Reader }) {
  const texts = reader.say(explainTexts)
  if (against.length === 0) return null
  return (
    <div class="stack-xs">
      <h3>{texts.against}</h3>
      <dl class="counts">
        {against.map(({ rule, count }) => (
          <div key={rule}>
            <dt>{texts.rules[rule] ?? rule}</dt>
            <dd>{reader.number(count)}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

function sentencesAbout(explanation: NonNullable<Seat['explanation']>, reader: Reader): string[] {
  const texts = reader.say(explainTexts)
  const { scoreWithout, breaksWithout, othersWhoCould, next } = explanation
  const rules = breaksWithout.map((rule) => texts.rules[rule] ?? rule).join(', ')
  const worth = scoreWithout.total
  return [
    worth > NOTHING ? texts.worth(reader.number(worth)) : texts.notWorth,
    ...(breaksWithout.length > 0 ? [texts.breaks(rules)] : []),
    othersWhoCould === 0 ? texts.noOthers : texts.others(othersWhoCould),
    ...(next
      ? [
          next.extraCost < -NOTHING
            ? texts.nextBetter(next.name, reader.number(-next.extraCost))
            : texts.next(next.name, reader.number(Math.max(0, next.extraCost)))
        ]
      : [])
  ]
}

/** Pins the seat, so that planning again keeps it, or lets it go. */
function Pin({ seat, explained: { draftId, shiftId }, reader }: Omit<Props, 'mayPin'> & { seat: Seat }) {
  const texts = reader.say(explainTexts)
  const { employeeId, name, isPinned } = seat
  const to = `/plan/drafts/${draftId}/shifts/${shiftId}/${isPinned ? 'release' : 'pin'}`
  return (
    <Action to={to} fields={{ employeeId }} tone="plain" icon="pin" about={name}>
      {isPinned ? texts.release : texts.pin}
    </Action>
  )
}

function SeatCard({ seat, ...page }: Props & { seat: Seat }) {
  const { reader, mayPin } = page
  const texts = reader.say(explainTexts)
  const { employeeId, name, isHost, explanation } = seat
  return (
    <Card
      id={`seat-${employeeId}`}
      title={name}
      hint={[isHost && reader.say(frameTexts).host, seat.isPinned && texts.pinned]
        .filter(Boolean)
        .join('\u00a0· ')}
      end={<Avatar id={employeeId} name={name} large />}
    >
      {explanation === null ? (
        <p class="soft">{texts.notSaid}</p>
      ) : (
        <>
          <ul class="stack-xs">
            {sentencesAbout(explanation, reader).map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          <Against against={explanation.against} reader={reader} />
        </>
      )}
      {mayPin && <Pin seat={seat} {...page} />}
    </Card>
  )
}

function OpenCard({ open, seats, reader }: { open: Open; seats: number; reader: Reader }) {
  const texts = reader.say(explainTexts)
  const remedies = open.relaxations.flatMap(({ rule, name, weekday, from, to }) => {
    const say = texts.remedies[rule]
    return say ? [say(name, weekday, from, to)] : []
  })
  return (
    <Card id="open" tone="warm" title={texts.openTitle(seats)} hint={texts.fitting(open.fitting)}>
      <Against against={open.against} reader={reader} />
      <h3>{texts.takers}</h3>
      {open.takers.length === 0 ? (
        <p>{texts.noTakers}</p>
      ) : (
        <ul class="stack-xs">
          {open.takers.map(({ employeeId, name, scoreChange }) => (
            <li key={employeeId}>
              <span class="strong">{name}</span>:{' '}
              {scoreChange > 0
                ? texts.takerCost(reader.number(scoreChange))
                : texts.takerGain(reader.number(-scoreChange))}
            </li>
          ))}
        </ul>
      )}
      {remedies.length > 0 && (
        <>
          <h3>{texts.relax}</h3>
          <ul class="stack-xs">
            {remedies.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </>
      )}
    </Card>
  )
}

/** One shift of a draft: why these people, and why a seat is open. */
export function ExplainPage({ explained, mayPin, reader }: Props) {
  const texts = reader.say(explainTexts)
  const { draftId, shiftId, onDay, startsAt, endsAt, assignments, open, openSeats } = explained
  // Back to the shift in its week: the draft has many.
  const inDraft = `/plan/drafts/${draftId}?week=${startOfIsoWeek(onDay)}#shift-${shiftId}`
  return (
    <>
      <PageHead
        title={texts.title}
        back={{ href: inDraft, label: texts.backToDraft }}
        intro={
          <span class="sentence">
            {reader.day(startsAt)}, {reader.span(startsAt, endsAt)}
          </span>
        }
      />
      {open && <OpenCard open={open} seats={openSeats} reader={reader} />}
      <div class="tiles wide-tiles">
        {assignments.map((seat) => (
          <SeatCard key={seat.employeeId} seat={seat} explained={explained} mayPin={mayPin} reader={reader} />
        ))}
      </div>
    </>
  )
}
