import { Action, LinkButton } from '../../components/button.tsx'
import { QueueLink } from '../../components/queue-link.tsx'
import { Note } from '../../components/told.tsx'
import { Why } from '../../components/why.tsx'
import type { ShiftPageView } from '../../read-shift-page.ts'
import type { Reader } from '../../reader.ts'
import { servedTexts } from '../../texts/served.ts'
import { shiftTexts } from '../../texts/shift.ts'

interface PartProps {
  view: ShiftPageView
  reader: Reader
}

function Hours({ view, reader }: PartProps) {
  const texts = reader.say(shiftTexts)
  const hours = view.mine?.hours
  if (hours?.status === 'confirmed' && hours.minutes !== null)
    return <p>{texts.hoursConfirmed(reader.hours(hours.minutes))}</p>
  if (hours?.status !== 'proposed') return null
  return (
    <p>
      {texts.hoursProposed} <a href="/#confirm">{texts.toToday}</a>
    </p>
  )
}

/** The reader's own seat: with whom, why, and what can be done about it. */
export function MyPart({ view, reader }: PartProps) {
  const texts = reader.say(shiftTexts)
  const { mine, shift, now } = view
  if (!mine) return null
  const isWhole = +mine.startsAt === +shift.startsAt && +mine.endsAt === +shift.endsAt
  const isOver = mine.endsAt <= now
  return (
    <section class="card hero" aria-labelledby="mine">
      <h2 id="mine">{isOver ? texts.wasYours : texts.yours}</h2>
      {!isWhole && <p>{texts.yourPart(reader.span(mine.startsAt, mine.endsAt))}</p>}
      {mine.buddy && <p>{texts.buddy(mine.buddy.name)}</p>}
      {mine.isInAbsence && <p class="strong">{texts.away}</p>}
      <Hours view={view} reader={reader} />
      <div class="actions">
        {!isOver && <QueueLink shift={shift} reader={reader} />}
        {mine.startsAt <= now && (
          <LinkButton href={`/shifts/${shift.id}/served`} tone="plain">
            {reader.say(servedTexts).title}
          </LinkButton>
        )}
        {mine.startsAt > now && (
          <LinkButton href={`/shifts/${shift.id}/takers`} tone="plain" icon="swap">
            {texts.findTaker}
          </LinkButton>
        )}
      </div>
      {mine.reason && <Why reason={mine.reason} reader={reader} />}
    </section>
  )
}

/** For who is not on it: an open seat, one tap away. */
export function OpenSeat({ view, reader }: PartProps) {
  const texts = reader.say(shiftTexts)
  const { shift, mine, isOpenToMe, now } = view
  if (mine || !isOpenToMe || shift.endsAt <= now) return null
  return (
    <Note tone="warm">
      <p class="strong">{shift.openSeats > 0 ? texts.open(shift.openSeats) : texts.lacksHost}</p>
      <p class="soft">{texts.takeHint}</p>
      <div>
        <Action to={`/shifts/${shift.id}/seats`} icon="seat">
          {texts.takeSeat}
        </Action>
      </div>
    </Note>
  )
}
