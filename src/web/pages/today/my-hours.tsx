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
  const { dueMinutes, workedMinutes, creditedMinutes, carriedMinutes, waivedMinutes, balanceMinutes } =
    balance
  const done = workedMinutes + creditedMinutes
  const figure = (label: string, minutes: number) => ({ label, value: hoursShort(hours(minutes)) })
  // What most people have none of; without it the balance of others would be a riddle.
  const further = [
    { label: texts.credited, minutes: creditedMinutes },
    { label: texts.carried, minutes: carriedMinutes },
    { label: texts.waived, minutes: waivedMinutes }
  ].filter(({ minutes }) => minutes !== 0)
  return (
    <Card id="owe" title={texts.owe}>
      <Meter
        share={dueMinutes > 0 ? done / dueMinutes : 1}
        label={texts.meter(hours(done), hours(dueMinutes))}
      />
      <Figures
        figures={[
          figure(texts.due, dueMinutes),
          figure(texts.worked, workedMinutes),
          ...further.map(({ label, minutes }) => figure(label, minutes)),
          { ...figure(texts.balance, balanceMinutes), isBehind: balanceMinutes < 0 }
        ]}
      />
    </Card>
  )
}
