import type { AssignmentReason } from '../../../engine/plan/reason.ts'
import { People } from '../../components/people.tsx'
import type { Reader } from '../../reader.ts'
import type { MyShift, TodayView } from './view.ts'

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

function RotationTime({ shift, reader }: { shift: MyShift; reader: Reader }) {
  if (shift.rotationTimeZone === reader.timeZone) return null
  const theirs = reader.span(shift.startsAt, shift.endsAt, shift.rotationTimeZone)
  if (theirs === reader.span(shift.startsAt, shift.endsAt)) return null
  const city = shift.rotationTimeZone.split('/').at(-1)!.replaceAll('_', ' ')
  return <p class="soft">{reader.texts.theirTime(theirs, city)}</p>
}

/** What everybody opens the page for: when do I sit next, with whom, and why me. */
export function NextShift({ view, reader }: { view: TodayView; reader: Reader }) {
  const { next: shift, now } = view
  const { texts } = reader
  if (!shift) {
    return (
      <section class="card hero quiet">
        <h1>{texts.noShift}</h1>
        <p>{texts.noShiftHint}</p>
      </section>
    )
  }
  const isRunning = shift.startsAt <= now
  return (
    <section class="card hero" aria-labelledby="next">
      <h1 class="eyebrow" id="next">
        {isRunning ? texts.onShiftNow : texts.nextShift}
      </h1>
      <p class="when">
        <time dateTime={shift.startsAt.toISOString()}>
          {reader.day(shift.startsAt)}, {reader.span(shift.startsAt, shift.endsAt)}
        </time>
      </p>
      <p class="countdown">
        {isRunning
          ? texts.ends(reader.away(now, shift.endsAt))
          : texts.starts(reader.away(now, shift.startsAt))}{' '}
        · {shift.rotationName}
      </p>
      <RotationTime shift={shift} reader={reader} />
      <p>{shift.buddyName === null ? texts.hostYourself : texts.buddy(shift.buddyName)}</p>
      <People people={shift.people} />
      {shift.reason && <Why reason={shift.reason} reader={reader} />}
    </section>
  )
}

export function Coming({ shifts, reader }: { shifts: MyShift[]; reader: Reader }) {
  if (shifts.length === 0) return null
  return (
    <section class="card" aria-labelledby="coming">
      <h2 id="coming">{reader.texts.thenComing}</h2>
      <ul class="rows">
        {shifts.map((shift) => (
          <li key={shift.shiftId}>
            <div>
              <div class="day">{reader.day(shift.startsAt)}</div>
              <small>
                {reader.span(shift.startsAt, shift.endsAt)} · {shift.rotationName}
              </small>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
