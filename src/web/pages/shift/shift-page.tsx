import { Card } from '../../components/card.tsx'
import { hueOf } from '../../components/hue.ts'
import { PageHead } from '../../components/page-head.tsx'
import { Avatar } from '../../components/people.tsx'
import { Badge, EmptyState, Told } from '../../components/told.tsx'
import { Times, theirSpan } from '../../components/when.tsx'
import type { ShiftPageView } from '../../read-shift-page.ts'
import type { Reader } from '../../reader.ts'
import { cardTexts } from '../../texts/card.ts'
import { frameTexts } from '../../texts/frame.ts'
import { shiftTexts } from '../../texts/shift.ts'
import { CardWords } from '../card/card-words.tsx'
import { Handover, Received } from '../card/handover.tsx'
import { MyPart, OpenSeat } from './my-part.tsx'

interface PageProps {
  view: ShiftPageView
  reader: Reader
}

function PeopleCard({ view, reader }: PageProps) {
  const texts = reader.say(shiftTexts)
  const { people, openSeats, isOpenToHosts, startsAt, endsAt } = view.shift
  const isPart = (person: { startsAt: Date; endsAt: Date }) =>
    +person.startsAt !== +startsAt || +person.endsAt !== +endsAt
  return (
    <Card
      id="people"
      title={texts.people}
      end={
        isOpenToHosts ? (
          <Badge tone="warm">{openSeats > 0 ? texts.open(openSeats) : texts.lacksHost}</Badge>
        ) : (
          <Badge tone="good">{texts.full}</Badge>
        )
      }
    >
      {people.length === 0 ? (
        <EmptyState icon="team" title={texts.nobody} />
      ) : (
        <ul class="rows">
          {people.map((person) => (
            <li key={person.assignmentId}>
              <Avatar id={person.employeeId} name={person.name} large />
              <div class="main">
                <div class="strong">{person.name}</div>
                <small>
                  {person.title}
                  {isPart(person) && ` · ${texts.part(reader.span(person.startsAt, person.endsAt))}`}
                </small>
              </div>
              {person.isHost && <Badge tone="good">{reader.say(frameTexts).host}</Badge>}
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

function TheCard({ view: { shift, card }, reader }: PageProps) {
  const texts = reader.say(cardTexts)
  const change = card.mayChange && (
    <span class="row">
      <a href={`/shifts/${shift.id}/card`}>{texts.change}</a>
      <a href={`/rotations/${shift.rotation.id}/card`}>{texts.rotationCard}</a>
    </span>
  )
  return (
    <Card id="card" title={texts.title} end={change}>
      <CardWords card={card} reader={reader} />
    </Card>
  )
}

function Facts({ view: { shift }, reader }: PageProps) {
  const texts = reader.say(shiftTexts)
  const { hoursShort } = reader.say(frameTexts)
  const theirs = theirSpan(shift, shift.rotation.timeZone, reader)
  return (
    <section class="card" aria-label={shift.rotation.name}>
      <dl class="facts">
        <div>
          <dt>{texts.seats}</dt>
          <dd>{texts.seatsOf(shift.people.length, shift.seats.desired)}</dd>
        </div>
        <div>
          <dt>{texts.hosts}</dt>
          <dd>{shift.hostsRequired}</dd>
        </div>
        <div>
          <dt>{texts.length}</dt>
          <dd>{hoursShort(reader.hours(shift.minutes))}</dd>
        </div>
        {theirs && (
          <div>
            <dt>{texts.theirTime}</dt>
            <dd>{theirs}</dd>
          </div>
        )}
      </dl>
    </section>
  )
}

function History({ view, reader }: PageProps) {
  const texts = reader.say(shiftTexts)
  return (
    <Card id="history" title={texts.history}>
      {view.history.length === 0 ? (
        <p class="soft">{texts.noHistory}</p>
      ) : (
        <ol class="timeline">
          {view.history.map(({ effect, cause, name, at }) => (
            <li key={`${effect}${cause}${name}${at.getTime()}`}>
              <span>{(effect === 'given' ? texts.given : texts.taken)[cause](name)}</span>
              <small>
                {reader.shortDay(at)} {reader.time(at)}
              </small>
            </li>
          ))}
        </ol>
      )}
    </Card>
  )
}

/** One shift: who is on, the reader's part in it, what can be done, and how it came to be so. */
export function ShiftPage({ view, reader, told }: PageProps & { told: string | undefined }) {
  const texts = reader.say(shiftTexts)
  const { shift, now } = view
  const { startsAt, endsAt, rotation } = shift
  return (
    <>
      <Told text={told} />
      <PageHead
        title={texts.title(reader.day(startsAt))}
        back={{ href: `/schedule?on=${reader.dateOf(startsAt)}`, label: texts.back }}
        intro={
          <>
            <Times span={shift} timeZone={rotation.timeZone} reader={reader} />
            {' · '}
            <span class={`rotation-tag hue-${hueOf(rotation.id)}`}>{rotation.name}</span>
          </>
        }
      >
        {shift.isHoliday && <Badge tone="warm">{texts.holiday}</Badge>}
        {endsAt <= now && <Badge>{texts.over}</Badge>}
        {startsAt <= now && now < endsAt && <Badge tone="good">{texts.running}</Badge>}
      </PageHead>
      <MyPart view={view} reader={reader} />
      <OpenSeat view={view} reader={reader} />
      <div class="columns">
        <div class="stack">
          <TheCard view={view} reader={reader} />
          <Received view={view} reader={reader} />
          <Handover view={view} reader={reader} />
        </div>
        <div class="stack">
          <PeopleCard view={view} reader={reader} />
          <Facts view={view} reader={reader} />
          <History view={view} reader={reader} />
        </div>
      </div>
    </>
  )
}
