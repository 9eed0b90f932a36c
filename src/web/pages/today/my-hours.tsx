import type { Balance } from '../../../engine/ledger/balance-of.ts'
import { Card } from '../../components/card.tsx'
import { Figures } from '../../components/figures.tsx'
import { Meter } from '../../components/meter.tsx'
import type { Reader } from '../../reader.ts'
import { frameTexts } from '../../texts/frame.ts'
import { todayTexts } from '../../texts/today.ts'

/** Due, worked and what is left this quarter: the same numbers as in the API and every report. */
export function MyHours({ balance, reader }: { balance: Balance; reader: Reader }) {
  const { hours } = reader
  const texts = reader.say(todayTexts)
  const { hoursShort } = reader.say(frameTexts)
  const { dueMinutes, workedMinutes, creditedMinutes, balanceMinutes } = balance
  const done = workedMinutes + creditedMinutes
  return (
    <Card id="owe" title={texts.owe}>
      <Meter
        share={dueMinutes > 0 ? done / dueMinutes : 1}
        label={texts.meter(hours(done), hours(dueMinutes))}
      />
      <Figures
        figures={[
          { label: texts.due, value: hoursShort(hours(dueMinutes)) },
          { label: texts.worked, value: hoursShort(hours(workedMinutes)) },
          ...(creditedMinutes === 0
            ? []
            : [{ label: texts.credited, value: hoursShort(hours(creditedMinutes)) }]),
          { label: texts.balance, value: hoursShort(hours(balanceMinutes)), isBehind: balanceMinutes < 0 }
        ]}
      />
    </Card>
  )
}
