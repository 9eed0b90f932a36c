import type { Balance } from '../../../engine/ledger/balance-of.ts'
import { Card } from '../../components/card.tsx'
import { Figures } from '../../components/figures.tsx'
import { Meter } from '../../components/meter.tsx'
import type { Reader } from '../../reader.ts'
import { todayTexts } from '../../texts/today.ts'

/** Due, worked and what is left this quarter: the same numbers as in the API and every report. */
export function MyHours({ balance, reader }: { balance: Balance; reader: Reader }) {
  const { hours } = reader
  const texts = reader.say(todayTexts)
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
          { label: texts.due, value: hours(dueMinutes) },
          { label: texts.worked, value: hours(workedMinutes) },
          ...(creditedMinutes === 0 ? [] : [{ label: texts.credited, value: hours(creditedMinutes) }]),
          { label: texts.balance, value: hours(balanceMinutes), isBehind: balanceMinutes < 0 }
        ]}
      />
    </Card>
  )
}
