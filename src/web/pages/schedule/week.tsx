import { groupBy } from '../../../engine/facts/group-by.ts'
import { eachDate } from '../../../engine/time/each-date.ts'
import { LinkButton } from '../../components/button.tsx'
import type { Reader } from '../../reader.ts'
import { scheduleTexts } from '../../texts/schedule.ts'
import { Event } from './event.tsx'
import { dayId, type ScheduleView, scheduleAt } from './view.ts'

/** What a day is to today; days that are gone are left out on a phone while the week is looked at from today on. */
function classOf(onDay: string, { today, look }: ScheduleView): string {
  if (onDay === today) return 'day today'
  return onDay < today && look.onDay === today ? 'day gone' : 'day'
}

/** Seven days beside each other, or under each other on a phone. */
export function Week({ view, reader }: { view: ScheduleView; reader: Reader }) {
  const texts = reader.say(scheduleTexts)
  const byDay = groupBy(view.shifts, ({ myDay }) => myDay)
  const hasGone = view.look.onDay === view.today && view.fromOn < view.today
  return (
    <>
      {hasGone && (
        <p class="week-gone">
          <LinkButton tone="plain" href={scheduleAt({ ...view.look, onDay: view.fromOn })}>
            {texts.earlierThisWeek}
          </LinkButton>
        </p>
      )}
      <ol class="week" data-grid>
        {eachDate(view.fromOn, view.toOn).map((onDay) => {
          const shifts = byDay.get(onDay) ?? []
          const isToday = onDay === view.today
          return (
            <li key={onDay} class={classOf(onDay, view)} id={dayId(onDay, view.today)}>
              <h2 class="day-head" {...(isToday && { 'aria-current': 'date' as const })}>
                <span class="visually-hidden">{reader.date(onDay)}</span>
                <span aria-hidden="true">{reader.date(onDay, 'weekdayShort')}</span>
                <strong aria-hidden="true">{Number(onDay.slice(8))}</strong>
              </h2>
              <div class="stack-s">
                {shifts.map((shift) => (
                  <Event key={shift.id} shift={shift} now={view.now} reader={reader} />
                ))}
                {shifts.length === 0 && <p class="day-empty">{texts.nothing}</p>}
              </div>
            </li>
          )
        })}
      </ol>
    </>
  )
}
