import { startOfIsoWeek } from '../../../engine/time/start-of-iso-week.ts'
import { LinkButton } from '../../components/button.tsx'
import { Icon } from '../../components/icon.tsx'
import { Segments } from '../../components/page-head.tsx'
import { People } from '../../components/people.tsx'
import { Badge } from '../../components/told.tsx'
import { DateTile, Times } from '../../components/when.tsx'
import type { Reader } from '../../reader.ts'
import { draftTexts } from '../../texts/draft.ts'
import { frameTexts } from '../../texts/frame.ts'
import type { DraftShift, PlannedView } from './draft-view.ts'

function ShiftOfDraft({
  shift,
  view: { draft },
  reader
}: {
  shift: DraftShift
  view: PlannedView
  reader: Reader
}) {
  const texts = reader.say(draftTexts)
  const { assignments, openSeats, isHoliday } = shift
  const pinned = assignments.filter(({ isPinned }) => isPinned)
  return (
    <li class="draft-shift" id={`shift-${shift.id}`}>
      <DateTile at={shift.startsAt} reader={reader} />
      <div class="main stack-xs">
        <p class="row tight">
          <span class="strong">
            <Times span={shift} reader={reader} timeZone={draft.timeZone} />
          </span>
          {openSeats > 0 && <Badge tone="warm">{texts.open(openSeats)}</Badge>}
          {isHoliday && <Badge>{texts.holiday}</Badge>}
        </p>
        {assignments.length > 0 ? (
          <People people={assignments} hostWord={reader.say(frameTexts).host} />
        ) : (
          <p class="soft">{texts.nobody}</p>
        )}
        {pinned.length > 0 && (
          <p class="row tight small">
            <Icon name="pin" />
            {texts.pinnedHere(pinned.map(({ name }) => name).join(', '))}
          </p>
        )}
      </div>
      <LinkButton
        tone="quiet"
        href={`/plan/drafts/${draft.id}/shifts/${shift.id}`}
        about={reader.shortDay(shift.startsAt)}
      >
        {openSeats > 0 ? texts.explainOpen : texts.explain}
      </LinkButton>
    </li>
  )
}

/** The shifts of one week of a draft, and the way to the other weeks. */
export function DraftShifts({ view, reader }: { view: PlannedView; reader: Reader }) {
  const texts = reader.say(draftTexts)
  const { draft, weeks, weekOn } = view
  const ofWeek = draft.shifts.filter(({ onDay }) => startOfIsoWeek(onDay) === weekOn)
  return (
    <div class="stack-s" id="week">
      <div class="wide-choice">
        <Segments
          label={texts.weekOf}
          items={weeks.map((monday) => ({
            href: `/plan/drafts/${draft.id}?week=${monday}#week`,
            label: String(reader.week(monday)),
            isCurrent: monday === weekOn
          }))}
        />
      </div>
      <ul class="rows">
        {ofWeek.map((shift) => (
          <ShiftOfDraft key={shift.id} shift={shift} view={view} reader={reader} />
        ))}
      </ul>
    </div>
  )
}
