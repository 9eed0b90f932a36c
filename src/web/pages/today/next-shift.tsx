import type { MyShift } from '../../../shifts/read-my-shifts.ts'
import { LinkButton } from '../../components/button.tsx'
import { People } from '../../components/people.tsx'
import { QueueLink } from '../../components/queue-link.tsx'
import { theirSpan } from '../../components/when.tsx'
import { Why } from '../../components/why.tsx'
import type { Reader } from '../../reader.ts'
import { frameTexts } from '../../texts/frame.ts'
import { myTimeTexts } from '../../texts/my-time.ts'
import { todayTexts } from '../../texts/today.ts'
import type { TodayView } from './view.ts'

function Buddy({ mine: { buddy, shift }, me, reader }: { mine: MyShift; me: string; reader: Reader }) {
  const texts = reader.say(todayTexts)
  if (buddy) return <p>{texts.buddy(buddy.name)}</p>
  const isHost = shift.people.some((person) => person.employeeId === me && person.isHost)
  return isHost ? <p>{texts.hostYourself}</p> : null
}

function Nothing({ reader }: { reader: Reader }) {
  const texts = reader.say(todayTexts)
  return (
    <section class="card hero quiet">
      <h1>{texts.noShift}</h1>
      <p>{texts.noShiftHint}</p>
      <div class="actions">
        <LinkButton href="/swaps#open">{texts.seeOpenSeats}</LinkButton>
      </div>
    </section>
  )
}

function Countdown({ mine, now, reader }: { mine: MyShift; now: Date; reader: Reader }) {
  const texts = reader.say(todayTexts)
  const { startsAt, endsAt } = mine
  const isRunning = startsAt <= now
  const until = isRunning ? endsAt : startsAt
  const away = (
    <span data-until={until.toISOString()} class="nowrap">
      {reader.away(now, until)}
    </span>
  )
  return (
    <p class="countdown">
      {isRunning ? texts.ends : texts.starts} {away} · {mine.shift.rotation.name}
    </p>
  )
}

/** What everybody opens the page for: when do I sit next, with whom, and why me. */
export function NextShift({ view, reader }: { view: TodayView; reader: Reader }) {
  const { next: mine, now, me } = view
  const texts = reader.say(todayTexts)
  if (!mine) return <Nothing reader={reader} />
  const { startsAt, endsAt, shift } = mine
  const theirs = theirSpan(mine, shift.rotation.timeZone, reader)
  return (
    <section class="card hero" aria-labelledby="next">
      <h1 class="eyebrow" id="next">
        {startsAt <= now ? texts.onShiftNow : texts.nextShift}
      </h1>
      <p class="when">
        <time dateTime={startsAt.toISOString()}>
          <span class="sentence">{reader.day(startsAt)}</span>
          <span>{reader.span(startsAt, endsAt)}</span>
        </time>
      </p>
      <Countdown mine={mine} now={now} reader={reader} />
      {theirs && <p class="soft">{theirs}</p>}
      <Buddy mine={mine} me={me} reader={reader} />
      <People people={shift.people} hostWord={reader.say(frameTexts).host} />
      {mine.isInAbsence && <p class="strong">{texts.youAreAway}</p>}
      <div class="actions">
        <QueueLink shift={shift} reader={reader} />
        <LinkButton href={`/shifts/${shift.id}`} tone={shift.queueUrl ? 'plain' : 'main'}>
          {texts.openShift}
        </LinkButton>
        {startsAt > now && (
          <LinkButton href={`/shifts/${shift.id}/takers`} tone="plain" icon="swap">
            {texts.findTaker}
          </LinkButton>
        )}
        {startsAt > now && reader.dateOf(startsAt) === reader.dateOf(now) && (
          <LinkButton href="/me/time#ill" tone="plain" icon="ill">
            {reader.say(myTimeTexts).ill}
          </LinkButton>
        )}
      </div>
      {mine.reason && <Why reason={mine.reason} reader={reader} />}
    </section>
  )
}
