import { groupBy } from '../../../engine/facts/group-by.ts'
import { addDays } from '../../../engine/time/add-days.ts'
import { eachDate } from '../../../engine/time/each-date.ts'
import type { ScheduledShift } from '../../../shifts/read-schedule.ts'
import type { Reader } from '../../reader.ts'
import { scheduleTexts } from '../../texts/schedule.ts'
import { EventLine } from './event.tsx'

/** Lines in a day; the rest is in the week. */
const MOST_LINES = 4

/** Whole weeks, of which the month of `onDay` is the one meant. */
export interface MonthView {
  fromOn: string
  toOn: string
  onDay: string
  today: string
  now: Date
  shifts: readonly ScheduledShift[]
}

interface MonthProps {
  view: MonthView
  /** Where a day leads. */
  dayAt: (onDay: string) => string
  reader: Reader
}

interface DayProps extends MonthProps {
  onDay: string
  shifts: readonly ScheduledShift[]
}

/** Own shifts first, then those with seats that can still be taken. */
const importance = ({ isMine, openSeats, endsAt }: ScheduledShift, now: Date) =>
  (isMine ? 2 : 0) + (openSeats > 0 && endsAt > now ? 1 : 0)

function Day({ onDay, shifts, view, dayAt, reader }: DayProps) {
  const texts = reader.say(scheduleTexts)
  const shown = shifts
    .toSorted((a, b) => importance(b, view.now) - importance(a, view.now))
    .slice(0, MOST_LINES)
  const others = shifts.length - shown.length
  const isOutside = onDay.slice(0, 7) !== view.onDay.slice(0, 7)
  const classes = [
    'day',
    ...(onDay === view.today ? ['today'] : []),
    ...(isOutside ? ['outside'] : []),
    // On a phone several lines are too thin for a finger: all of the day leads to the day.
    ...(shifts.length > 1 ? ['crowded'] : [])
  ]
  return (
    <td class={classes.join(' ')}>
      <a class="day-number" href={dayAt(onDay)}>
        <span aria-hidden="true">{Number(onDay.slice(8))}</span>
        <span class="visually-hidden">
          {reader.date(onDay)}
          {onDay === view.today && `, ${texts.today}`}
        </span>
      </a>
      <div class="day-lines">
        {shown.map((shift) => (
          <EventLine key={shift.id} shift={shift} now={view.now} reader={reader} />
        ))}
        {others > 0 && (
          <a class="day-more" href={dayAt(onDay)}>
            {texts.more(others)}
          </a>
        )}
      </div>
    </td>
  )
}

/** Whole weeks under each other, each with its number. */
export function Month({ view, dayAt, reader }: MonthProps) {
  const texts = reader.say(scheduleTexts)
  const byDay = groupBy([...view.shifts], ({ myDay }) => myDay)
  const mondays = eachDate(view.fromOn, view.toOn).filter((_, at) => at % 7 === 0)
  return (
    <table class="month" data-grid>
      <caption class="visually-hidden">{reader.date(view.onDay, 'month')}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span class="visually-hidden">{texts.week}</span>
          </th>
          {eachDate(view.fromOn, addDays(view.fromOn, 7)).map((onDay) => (
            <th key={onDay} scope="col" abbr={reader.date(onDay, 'weekday')}>
              {reader.date(onDay, 'weekdayShort')}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {mondays.map((monday) => (
          <tr key={monday}>
            <th scope="row">{texts.weekShort(reader.week(monday))}</th>
            {eachDate(monday, addDays(monday, 7)).map((onDay) => (
              <Day
                key={onDay}
                onDay={onDay}
                shifts={byDay.get(onDay) ?? []}
                view={view}
                dayAt={dayAt}
                reader={reader}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
