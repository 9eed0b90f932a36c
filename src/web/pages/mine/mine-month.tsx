import type { MineMonth } from '../../read-mine.ts'
import type { Reader } from '../../reader.ts'
import { Month } from '../schedule/month.tsx'
import { dayId } from '../schedule/view.ts'
import { MineHead } from './head.tsx'

/** My shifts of a month; a day leads to its week in the schedule. */
export function MineMonthPage({ view, reader }: { view: MineMonth; reader: Reader }) {
  return (
    <>
      <MineHead
        view="month"
        intro={reader.date(view.onDay, 'month')}
        previousOn={view.previousOn}
        nextOn={view.nextOn}
        reader={reader}
      />
      <Month
        view={view}
        dayAt={(onDay) => `/schedule?on=${onDay}#${dayId(onDay, view.today)}`}
        reader={reader}
      />
    </>
  )
}
