import { addDays } from '../../../engine/time/add-days.ts'
import { Card } from '../../components/card.tsx'
import { LineChart } from '../../components/charts/line-chart.tsx'
import { Figures } from '../../components/figures.tsx'
import type { MineList } from '../../read-mine.ts'
import type { Reader } from '../../reader.ts'
import { frameTexts } from '../../texts/frame.ts'
import { mineTexts } from '../../texts/mine.ts'

/** Hours done against hours due over the quarter, as a picture and in numbers. */
export function Course({ view, reader }: { view: MineList; reader: Reader }) {
  const texts = reader.say(mineTexts)
  const { hoursShort } = reader.say(frameTexts)
  const hours = (minutes: number) => hoursShort(reader.hours(minutes))
  // No line of a heading ends within a date.
  const wholeDay = (onDay: string) => reader.date(onDay, 'dayMonth').replaceAll(' ', '\u00a0')
  const { balance, course } = view
  return (
    <Card id="course" title={texts.season(wholeDay(view.fromOn), wholeDay(view.lastOn))}>
      <Figures
        figures={[
          { label: texts.due, value: hours(balance.dueMinutes) },
          { label: texts.worked, value: hours(balance.workedMinutes) },
          {
            label: texts.balance,
            value: hours(balance.balanceMinutes),
            isBehind: balance.balanceMinutes < 0
          }
        ]}
      />
      <LineChart
        caption={texts.course}
        heading={texts.weekEnd}
        points={course.map(({ untilOn }) => reader.date(addDays(untilOn, -1), 'dayMonth'))}
        series={[
          { name: texts.done, values: course.map(({ doneMinutes }) => doneMinutes && doneMinutes / 60) },
          { name: texts.due, values: course.map(({ dueMinutes }) => dueMinutes / 60), isDashed: true }
        ]}
        say={(hours) => hoursShort(reader.number(hours))}
        reader={reader}
      />
    </Card>
  )
}
