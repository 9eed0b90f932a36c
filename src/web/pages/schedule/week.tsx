import { groupBy } from '../../../engine/facts/group-by.ts'
import { eachDate } from '../../../engine/time/each-date.ts'
import type { Reader } from '../../reader.ts'
import { scheduleTexts } from '../../texts/schedule.ts'
import { Event } from './event.tsx'
import type { ScheduleView } from './view.ts'

/** Seven days beside each other, or under each other on a phone. */
export function Week({ view, reader }: { view: ScheduleView; reader: Reader }) {
  const texts = reader.say(scheduleTexts)
  const byDay = groupBy(view.shifts, ({ myDay }) => myDay)
  return (
    <ol class="week" data-grid>
      {eachDate(view.fromOn, view.toOn).map((onDay) => {
        const shifts = byDay.get(onDay) ?? []
        const isToday = onDay === view.today
        return (
          <li key={onDay} class={isToday ? 'day today' : 'day'} id={isToday ? 'today' : undefined}>
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
  )
}
