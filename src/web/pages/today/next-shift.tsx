import type { AssignmentReason } from '../../../engine/plan/reason.ts'
import type { MyShift } from '../../../shifts/read-my-shifts.ts'
import { People } from '../../components/people.tsx'
import type { Reader } from '../../reader.ts'
import type { TodayView } from './view.ts'

/** The stored reasons as sentences, most telling first. */
function sentences(reason: AssignmentReason, { texts, hours, number }: Reader): string[] {
  const owed =
    reason.owedMinutes > 0 ? texts.whyOwed(texts.hoursShort(hours(reason.owedMinutes))) : texts.whyNotOwed
  const popular =
    reason.unpopularPoints === 0
      ? texts.whyPopular
      : texts.whyUnpopular(reason.unpopularPoints, reason.carriedUnpopular)
  const others = reason.otherTakers === 0 ? texts.whyNobody : texts.whyOthers(reason.otherTakers)
  const next = reason.nextBestExtraCost
  return [owed, popular, others, ...(next !== null && next > 0 ? [texts.whyNext(number(next))] : [])]
}

function Why({ reason, reader }: { reason: AssignmentReason; reader: Reader }) {
  return (
    <details>
      <summary>{reader.texts.whyMe}</summary>
      <ul class="reasons">
        {sentences(reason, reader).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </details>
  )
}

function RotationTime({ mine: { shift, startsAt, endsAt }, reader }: { mine: MyShift; reader: Reader }) {
  const { timeZone } = shift.rotation
  const theirs = reader.span(startsAt, endsAt, timeZone)
  if (theirs === reader.span(startsAt, endsAt)) return null
  const city = timeZone.split('/').at(-1)!.replaceAll('_', ' ')
  return <p class="soft">{reader.texts.theirTime(theirs, city)}</p>
}

function Buddy({ mine: { buddy, shift }, me, texts }: { mine: MyShift; me: string; texts: Reader['texts'] }) {
  if (buddy) return <p>{texts.buddy(buddy.name)}</p>
  const isHost = shift.people.some((person) => person.employeeId === me && person.isHost)
  return isHost ? <p>{texts.hostYourself}</p> : null
}

function Nothing({ texts }: { texts: Reader['texts'] }) {
  return (
    <section class="card hero quiet">
      <h1>{texts.noShift}</h1>
      <p>{texts.noShiftHint}</p>
    </section>
  )
}

/** What everybody opens the page for: when do I sit next, with whom, and why me. */
export function NextShift({ view, reader }: { view: TodayView; reader: Reader }) {
  const { next: mine, now, me } = view
  const { texts } = reader
  if (!mine) return <Nothing texts={texts} />
  const { startsAt, endsAt } = mine
  const { rotation, people } = mine.shift
  const isRunning = startsAt <= now
  const away = isRunning ? texts.ends(reader.away(now, endsAt)) : texts.starts(reader.away(now, startsAt))
  return (
    <section class="card hero" aria-labelledby="next">
      <h1 class="eyebrow" id="next">
        {isRunning ? texts.onShiftNow : texts.nextShift}
      </h1>
      <p class="when">
        <time dateTime={startsAt.toISOString()}>
          {reader.day(startsAt)}, {reader.span(startsAt, endsAt)}
        </time>
      </p>
      <p class="countdown">
        {away} · {rotation.name}
      </p>
      <RotationTime mine={mine} reader={reader} />
      <Buddy mine={mine} me={me} texts={texts} />
      <People people={people} />
      {mine.reason && <Why reason={mine.reason} reader={reader} />}
    </section>
  )
}

export function Coming({ shifts, reader }: { shifts: MyShift[]; reader: Reader }) {
  if (shifts.length === 0) return null
  return (
    <section class="card" aria-labelledby="coming">
      <h2 id="coming">{reader.texts.thenComing}</h2>
      <ul class="rows">
        {shifts.map(({ shift, startsAt, endsAt }) => (
          <li key={shift.id}>
            <div>
              <div class="day">{reader.day(startsAt)}</div>
              <small>
                {reader.span(startsAt, endsAt)} · {shift.rotation.name}
              </small>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
