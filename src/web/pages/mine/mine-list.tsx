import type { MyShift } from '../../../shifts/read-my-shifts.ts'
import { LinkButton } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { ShiftLine } from '../../components/shift-line.tsx'
import { Badge, type BadgeTone, EmptyState, Told } from '../../components/told.tsx'
import type { MineList } from '../../read-mine.ts'
import type { Reader } from '../../reader.ts'
import { mineTexts } from '../../texts/mine.ts'
import { Course } from './course.tsx'
import { Feed } from './feed.tsx'
import { MineHead } from './head.tsx'

const TONES: Record<MyShift['hours']['status'], BadgeTone> = {
  upcoming: 'soft',
  running: 'good',
  proposed: 'warm',
  confirmed: 'good'
}

function Hours({ hours, reader }: { hours: MyShift['hours']; reader: Reader }) {
  const texts = reader.say(mineTexts)
  const text =
    hours.minutes === null ? texts.hours[hours.status] : texts.confirmed(reader.hours(hours.minutes))
  const badge = <Badge tone={TONES[hours.status]}>{text}</Badge>
  return hours.status === 'proposed' ? (
    <a class="way-on" href="/#confirm">
      {badge}
    </a>
  ) : (
    badge
  )
}

function Line({ mine, now, reader }: { mine: MyShift; now: Date; reader: Reader }) {
  const texts = reader.say(mineTexts)
  const { shift, startsAt, endsAt, buddy, isInAbsence, hours } = mine
  return (
    <ShiftLine
      shift={{ shiftId: shift.id, startsAt, endsAt }}
      rotation={shift.rotation}
      reader={reader}
      about={buddy && <small>{texts.buddy(buddy.name)}</small>}
    >
      {isInAbsence && endsAt > now && <Badge tone="warm">{texts.away}</Badge>}
      {startsAt > now ? (
        <LinkButton href={`/shifts/${shift.id}/takers`} tone="quiet" icon="swap" about={reader.day(startsAt)}>
          {texts.findTaker}
        </LinkButton>
      ) : (
        <Hours hours={hours} reader={reader} />
      )}
    </ShiftLine>
  )
}

interface ListProps {
  view: MineList
  reader: Reader
  told: string | undefined
  /** A calendar address that was made just now; it is shown this once. */
  feedUrl?: string
}

/** My shifts of a quarter, coming and past, where I stand, and my calendar address. */
export function MineListPage({ view, reader, told, feedUrl }: ListProps) {
  const texts = reader.say(mineTexts)
  const lines = (shifts: MyShift[]) => (
    <ul class="rows">
      {shifts.map((mine) => (
        <Line key={mine.assignmentId} mine={mine} now={view.now} reader={reader} />
      ))}
    </ul>
  )
  return (
    <>
      <Told text={told} />
      <MineHead
        view="list"
        intro={`${reader.date(view.fromOn, 'month')} – ${reader.date(view.lastOn, 'month')}`}
        previousOn={view.previousOn}
        nextOn={view.toOn}
        reader={reader}
      />
      <div class="columns">
        <div class="stack">
          {(view.isNow || view.coming.length > 0) && (
            <Card id="coming" title={texts.coming}>
              {view.coming.length > 0 ? (
                lines(view.coming)
              ) : (
                <EmptyState icon="mine" title={texts.noneComing}>
                  <p>{texts.noneComingHint}</p>
                  <LinkButton href="/swaps#open" tone="plain" icon="swap">
                    {texts.openSeats}
                  </LinkButton>
                </EmptyState>
              )}
            </Card>
          )}
          <Card id="past" title={texts.past}>
            {view.past.length > 0 ? lines(view.past) : <p class="soft">{texts.nonePast}</p>}
          </Card>
        </div>
        <div class="stack">
          <Course view={view} reader={reader} />
          <LinkButton href="/me/time" tone="plain" icon="heart">
            {texts.whenICan}
          </LinkButton>
          <Feed feeds={view.feeds} feedUrl={feedUrl} reader={reader} />
        </div>
      </div>
    </>
  )
}
