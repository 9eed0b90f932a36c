import { addDays } from '../../../engine/time/add-days.ts'
import { Button, IconLink, LinkButton } from '../../components/button.tsx'
import { SelectField } from '../../components/field.tsx'
import { PageHead, Segments } from '../../components/page-head.tsx'
import { EmptyState, Note } from '../../components/told.tsx'
import type { Reader } from '../../reader.ts'
import { scheduleTexts } from '../../texts/schedule.ts'
import { Month } from './month.tsx'
import { dayId, type ScheduleView, scheduleAt } from './view.ts'
import { Week } from './week.tsx'

/** Gaps named above the schedule; the rest are marked in it. */
const MOST_GAPS = 6

interface PageProps {
  view: ScheduleView
  reader: Reader
}

function Head({ view, reader }: PageProps) {
  const texts = reader.say(scheduleTexts)
  const { look, fromOn, toOn } = view
  const intro =
    look.view === 'week'
      ? texts.weekOf(
          reader.week(fromOn),
          reader.date(fromOn, 'short'),
          reader.date(addDays(toOn, -1), 'short')
        )
      : reader.date(look.onDay, 'month')
  return (
    <PageHead title={texts.title} intro={<span class="sentence strong">{intro}</span>}>
      <div class="steps">
        <IconLink href={scheduleAt({ ...look, onDay: view.previousOn })} icon="back" label={texts.earlier} />
        <LinkButton href={`${scheduleAt({ ...look, onDay: view.today })}#today`} tone="plain">
          {texts.today}
        </LinkButton>
        <IconLink href={scheduleAt({ ...look, onDay: view.nextOn })} icon="forward" label={texts.later} />
      </div>
      <Segments
        label={texts.view}
        items={(['week', 'month'] as const).map((name) => ({
          href: scheduleAt({ ...look, view: name }),
          label: texts[name],
          isCurrent: look.view === name
        }))}
      />
    </PageHead>
  )
}

function Filters({ view, reader }: PageProps) {
  const texts = reader.say(scheduleTexts)
  const options = (all: string, items: readonly { id: string; name: string }[]) => [
    { value: '', label: all },
    ...items.map(({ id, name }) => ({ value: id, label: name }))
  ]
  const { look } = view
  return (
    <form method="get" action="/schedule#today" class="filters">
      <input type="hidden" name="view" value={look.view} />
      <input type="hidden" name="on" value={look.onDay} />
      <SelectField
        id="rotation"
        name="rotation"
        label={texts.rotation}
        options={options(texts.allRotations, view.rotations)}
        value={look.rotationId}
      />
      <SelectField
        id="team"
        name="team"
        label={texts.team}
        options={options(texts.allTeams, view.teams)}
        value={look.teamId}
      />
      <Button tone="plain">{texts.show}</Button>
    </form>
  )
}

function Gaps({ view, reader }: PageProps) {
  const texts = reader.say(scheduleTexts)
  const gaps = view.shifts.filter(({ openSeats, endsAt }) => openSeats > 0 && endsAt > view.now)
  if (gaps.length === 0) return null
  return (
    <Note tone="warm">
      <h2>{texts.gaps(gaps.length)}</h2>
      <ul class="gap-list">
        {gaps.slice(0, MOST_GAPS).map((shift) => (
          <li key={shift.id}>
            <a href={`/shifts/${shift.id}`}>
              {reader.shortDay(shift.startsAt)}, {reader.span(shift.startsAt, shift.endsAt)}
            </a>
            <small>
              {shift.rotation.name} · {texts.openSeats(shift.openSeats)}
            </small>
          </li>
        ))}
        {gaps.length > MOST_GAPS && <li>{texts.more(gaps.length - MOST_GAPS)}</li>}
      </ul>
    </Note>
  )
}

function Days({ view, reader }: PageProps) {
  if (view.look.view === 'week') return <Week view={view} reader={reader} />
  const dayAt = (onDay: string) =>
    `${scheduleAt({ ...view.look, view: 'week', onDay })}#${dayId(onDay, view.today)}`
  return <Month view={{ ...view, onDay: view.look.onDay }} dayAt={dayAt} reader={reader} />
}

/** The week or month of the rotations: gaps first, own shifts marked. */
export function SchedulePage({ view, reader }: PageProps) {
  const texts = reader.say(scheduleTexts)
  const isEmpty = view.shifts.length === 0
  return (
    <>
      <Head view={view} reader={reader} />
      <Filters view={view} reader={reader} />
      {view.isCut && <Note tone="warm">{texts.cut}</Note>}
      <Gaps view={view} reader={reader} />
      {isEmpty && (
        <EmptyState icon="schedule" title={texts.empty}>
          <p>{texts.emptyHint}</p>
        </EmptyState>
      )}
      {!isEmpty && <Days view={view} reader={reader} />}
      {!isEmpty && (
        <small class="no-print">
          {texts.yourZone(reader.timeZone)} {texts.keys}
        </small>
      )}
    </>
  )
}
